// The ledger: commitments with their life. A threat is opened by its first report, repeated, hardened or softened by later ones; it is
// carried out when an incident does to its addressee what it spoke of, its condition is met when an incident does what it was made to
// depend on, and it lapses when its deadline passes with neither.

import { byKey } from './clusters.js';
import { type Incident, partiesOf } from './incidents.js';
import { daysBetween } from './same.js';
import type { CommitmentReport, Party } from './types.js';

/** What happened to a commitment on a day. */
export interface LedgerStep {
  readonly kind:
    | 'opened'
    | 'repeated'
    | 'hardened'
    | 'softened'
    | 'condition met'
    | 'carried out'
    | 'lapsed'
    | 'withdrawn';
  readonly day: string;
  /** Key of the report or incident that shows it; null for a lapse. */
  readonly shown: string | null;
  readonly dispatch: string | null;
  readonly text: string | null;
}

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
  readonly status: 'open' | 'condition met' | 'carried out' | 'lapsed' | 'withdrawn';
  readonly opened: string;
  readonly text: string;
  readonly steps: readonly LedgerStep[];
}

const STRENGTH = ['weak', 'plain', 'strong'];
/** How long after its last report an act still counts as carrying a commitment out, in days. */
const REACH = 120;

/**
 * The ledger's entry of the reports.
 * @param incidents that may carry it out or meet its condition: of its holder or its addressee, from its opening on
 * @param today the day up to which the record goes; deadlines before it have passed
 */
export function ledgerEntryOf(
  reports: readonly CommitmentReport[],
  incidents: readonly Incident[],
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
    steps.push({ kind, day: report.published, shown: report.key, dispatch: report.dispatch, text: report.text });
  }
  const opened = sorted[0].published;
  const last = sorted[sorted.length - 1].published;
  const deadline = fullest.deadline;
  const wanted = new Set(sorted.flatMap(({ consequenceTypes }) => consequenceTypes));
  const feared = new Set(sorted.flatMap(({ conditionTypes }) => conditionTypes));
  const real = incidents
    .filter((incident) => !incident.negated && (incident.modality === 'happened' || incident.modality === 'ongoing'))
    .filter((incident) => incident.day > opened && daysBetween(last, incident.day) <= REACH)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : byKey({ key: a.id }, { key: b.id })));
  const step = (kind: LedgerStep['kind'], incident: Incident): LedgerStep => ({
    kind,
    day: incident.day,
    shown: incident.id,
    dispatch: incident.reports[0].dispatch,
    text: incident.text,
  });
  // A demand is carried out by the one on whom it is made, everything else by its holder.
  const [doers, sufferers] =
    fullest.form === 'demand' || fullest.form === 'ultimatum' ? [addressees, holders] : [holders, addressees];
  const met = real.find((incident) => feared.has(incident.type) && acts(incident, addressees, []));
  if (met) steps.push(step('condition met', met));
  const done = real.find((incident) => wanted.has(incident.type) && acts(incident, doers, sufferers));
  if (done) steps.push(step('carried out', done));
  const gone = sorted.every(({ dispatch }) => withdrawn.has(dispatch));
  if (gone) steps.push({ kind: 'withdrawn', day: last, shown: null, dispatch: null, text: null });
  else if (!done && deadline !== null && deadline < today)
    steps.push({ kind: 'lapsed', day: deadline, shown: null, dispatch: null, text: null });
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
    status: gone
      ? 'withdrawn'
      : done
        ? 'carried out'
        : steps.some(({ kind }) => kind === 'lapsed')
          ? 'lapsed'
          : met
            ? 'condition met'
            : 'open',
    opened,
    text: fullest.text,
    steps,
  };
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
function acts(incident: Incident, doers: readonly Party[], sufferers: readonly Party[]): boolean {
  const meets = (some: readonly Party[], others: readonly Party[]): boolean =>
    some.some((a) => others.some((b) => (a.country ? a.country === b.country : a.name === b.name)));
  if (!meets(doers, incident.sources)) return false;
  return sufferers.length === 0 || incident.targets.length === 0 || meets(sufferers, incident.targets);
}
