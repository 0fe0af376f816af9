// The ledger: commitments with their life. A threat is opened by its first report, repeated, hardened or softened by later ones; its
// condition is met when an incident does what it was made to depend on; it is carried out, or partly, when an incident does to its addressee
// what it spoke of, withdrawn when its holder says that he will not or takes it back, disputed when the doing is denied, and it lapses when
// its deadline passes with none of these. Each step names the report or incident that shows it, and the words.

import type { Span } from '../records.js';
import { byKey } from './clusters.js';
import { daysBetween } from './days.js';
import { partiesOf } from './incidents.js';
import { type Deed, matterOf, tells } from './matter.js';
import type { CommitmentReport, Party } from './types.js';
import { contentWords, overlap } from './words.js';

/** What happened to a commitment on a day. */
export interface LedgerStep {
  readonly kind: StepKind;
  readonly day: string;
  /** Key of the report or incident that shows it: of a lapse, the report that set the deadline. */
  readonly shown: string;
  readonly dispatch: string;
  readonly text: string;
  /** Where the words stand in the dispatch. */
  readonly span: Span;
}

export type StepKind =
  | 'opened'
  | 'repeated'
  | 'hardened'
  | 'softened'
  | 'condition met'
  | 'partly carried out'
  | 'carried out'
  | 'disputed'
  | 'partly withdrawn'
  | 'withdrawn'
  | 'lapsed';

/** One threat, promise, demand, offer, warning or refusal. */
export interface LedgerEntry {
  readonly id: string;
  readonly form: string;
  readonly holders: readonly Party[];
  readonly addressees: readonly Party[];
  readonly consequence: string | null;
  readonly condition: string | null;
  readonly polarity: string | null;
  readonly deadline: string | null;
  readonly strength: string;
  readonly status: 'open' | 'condition met' | 'partly carried out' | 'carried out' | 'withdrawn' | 'lapsed';
  readonly opened: string;
  readonly text: string;
  readonly steps: readonly LedgerStep[];
}

const STRENGTH = ['weak', 'plain', 'strong'];
/** Words that say that it was not done, or taken back, as a whole. */
const PARTLY =
  /\b(?:partly|partial(?:ly)?|in part|part of|half of|some of|a portion of|first (?:part|stage|step|phase|batch))\b/i;
/** Share of an incident's words that a commitment must have for the incident to be about it. */
const ABOUT = 0.25;
/** How long after its last report an act still counts as carrying a commitment out, in days. */
const REACH = 120;

/**
 * The ledger's entry of the reports.
 * @param deeds incidents that may bear on it: of its holder or its addressee, from its opening on, whatever their modality
 * @param today the day up to which the record goes; deadlines before it have passed
 */
export function ledgerEntryOf(
  reports: readonly CommitmentReport[],
  deeds: readonly Deed[],
  today: string,
  withdrawn: ReadonlySet<string> = new Set(),
): LedgerEntry {
  const sorted = [...reports].sort((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : byKey(a, b),
  );
  const fullest = [...sorted].sort((a, b) => fullness(b) - fullness(a) || byKey(a, b))[0];
  const holders = partiesOf(sorted, 'holder');
  const addressees = partiesOf(sorted, 'addressee');
  const steps: LedgerStep[] = [];
  let strength = STRENGTH.indexOf(sorted[0].strength);
  for (const [i, report] of sorted.entries()) {
    const now = STRENGTH.indexOf(report.strength);
    const kind = i === 0 ? 'opened' : now > strength ? 'hardened' : now < strength ? 'softened' : 'repeated';
    if (kind === 'repeated' && sorted[i - 1].dispatch === report.dispatch) continue;
    strength = now;
    steps.push(shownBy(kind, report.published, report));
  }
  const opened = sorted[0].published;
  const last = sorted[sorted.length - 1].published;
  const deadline = fullest.deadline;
  const wanted = new Set(sorted.flatMap(({ consequenceTypes }) => consequenceTypes));
  const feared = new Set(sorted.flatMap(({ conditionTypes }) => conditionTypes));
  const later = deeds
    .filter((incident) => incident.day > opened && daysBetween(last, incident.day) <= REACH)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : byKey({ key: a.id }, { key: b.id })));
  const real = later.filter(({ negated, modality }) => !negated && (modality === 'happened' || modality === 'ongoing'));
  const step = (kind: StepKind, incident: Deed): LedgerStep => ({
    kind,
    day: incident.day,
    shown: incident.id,
    dispatch: incident.shown.dispatch,
    text: incident.text,
    span: incident.shown.span,
  });
  // A demand is carried out by the one on whom it is made, everything else by its holder.
  const [doers, sufferers] =
    fullest.form === 'demand' || fullest.form === 'ultimatum' ? [addressees, holders] : [holders, addressees];
  const parties = [...holders, ...addressees];
  const [aim, fear] = [matterOf(sorted, 'consequence', parties), matterOf(sorted, 'condition', parties)];
  const met = real.find(
    (incident) => !incident.word && acts(incident, addressees, []) && tells(incident, fear, feared.has(incident.type)),
  );
  if (met) steps.push(step('condition met', met));
  const fits = (incident: Deed): boolean =>
    acts(incident, doers, sufferers) && tells(incident, aim, wanted.has(incident.type));
  const refused = fullest.form === 'refusal';
  // What is refused and done after all takes the refusal back.
  const doing = real.filter((incident) => !incident.word && fits(incident));
  const done = refused ? undefined : doing.find(({ text }) => !PARTLY.test(text));
  const partly = refused ? undefined : doing.find(({ text, day }) => PARTLY.test(text) && (!done || day < done.day));
  if (partly) steps.push(step('partly carried out', partly));
  if (done) steps.push(step('carried out', done));
  const denied = later.find((incident) => incident.denied && fits(incident));
  if (denied) steps.push(step('disputed', denied));
  // He says that he will not, or he gives way in the matter. Who keeps a promise gives way in nothing.
  const kept = fullest.form === 'promise' || fullest.form === 'offer';
  const back = later.filter((incident) => {
    if (!acts(incident, holders, addressees)) return false;
    if (incident.negated)
      return (
        !refused &&
        incident.modality !== 'happened' &&
        incident.modality !== 'ongoing' &&
        tells(incident, aim, wanted.has(incident.type))
      );
    if (!real.includes(incident)) return false;
    if (refused) return doing.includes(incident);
    return (
      !kept &&
      !doing.includes(incident) &&
      (incident.type === 'CONCEDE' || incident.type === 'RETREAT') &&
      overlap(contentWords(incident.text), aim.words) >= ABOUT
    );
  });
  // What was done cannot be taken back; its end is another act.
  const taken = back.find(({ text, day }) => !PARTLY.test(text) && (!done || day < done.day));
  const eased = back.find(({ text, day }) => PARTLY.test(text) && (!taken || day < taken.day));
  if (eased) steps.push(step('partly withdrawn', eased));
  if (taken) steps.push(step('withdrawn', taken));
  const gone = sorted.every(({ dispatch }) => withdrawn.has(dispatch));
  if (gone) steps.push(shownBy('withdrawn', last, sorted[sorted.length - 1]));
  else if (!done && !partly && !taken && deadline !== null && deadline < today)
    steps.push(shownBy('lapsed', deadline, fullest));
  steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    id: [...reports].sort(byKey)[0].key,
    form: fullest.form,
    holders,
    addressees,
    consequence: fullest.consequence,
    condition: fullest.condition,
    polarity: fullest.polarity,
    deadline,
    strength: STRENGTH[strength] ?? 'plain',
    status: gone || (taken && !done) ? 'withdrawn' : standing(steps),
    opened,
    text: fullest.text,
    steps,
  };
}

/** A step that a report of the commitment itself shows. */
function shownBy(kind: StepKind, day: string, { key, dispatch, text, span }: CommitmentReport): LedgerStep {
  return { kind, day, shown: key, dispatch, text, span };
}

/** The furthest that it has come. */
function standing(steps: readonly LedgerStep[]): LedgerEntry['status'] {
  const reached = new Set(steps.map(({ kind }) => kind));
  for (const kind of ['carried out', 'partly carried out', 'lapsed', 'condition met'] as const)
    if (reached.has(kind)) return kind;
  return 'open';
}

/** How much a report tells: a condition, a consequence, a deadline, an addressee. */
function fullness(report: CommitmentReport): number {
  return (
    (report.condition ? 4 : 0) +
    (report.consequence ? 2 : 0) +
    (report.deadline ? 1 : 0) +
    (report.parties.some(({ role }) => role === 'addressee') ? 1 : 0)
  );
}

/** True when one of `doers` acts in the incident, upon one of `sufferers` where both are told. */
function acts(incident: Deed, doers: readonly Party[], sufferers: readonly Party[]): boolean {
  const meets = (some: readonly Party[], others: readonly Party[]): boolean =>
    some.some((a) => others.some((b) => (a.country ? a.country === b.country : a.name === b.name)));
  if (!meets(doers, incident.sources)) return false;
  return sufferers.length === 0 || incident.targets.length === 0 || meets(sufferers, incident.targets);
}
