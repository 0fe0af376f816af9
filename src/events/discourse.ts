// What one sentence leaves to those before it: "the call was requested by X" is the call that was told of, and "their second
// conversation" is held by the two who were named together.

import type { ActorRef } from '../records.js';
import type { Draft } from './draft.js';
import type { Dated } from './merge.js';
import { without } from './targets.js';

const MEETING: ReadonlySet<string> = new Set([
  'call',
  'meeting',
  'talk',
  'conversation',
  'summit',
  'session',
  'visit',
  'discussion',
  'negotiation',
  'exchange',
]);

/** The events in the order of the text, with parties taken from the meetings told before. */
export function withParties(events: readonly Dated[]): Dated[] {
  const told: (readonly ActorRef[])[] = [];
  const hostile: Draft[] = [];
  return events.map((event) => {
    const { draft } = event;
    const parties = [...draft.sources, ...draft.targets];
    if (isReply(draft)) {
      const adversary = adversaryOf(draft.sources, hostile);
      if (adversary) return { ...event, draft: { ...draft, targets: adversary } };
    }
    if (HOSTILE.has(draft.type) && draft.sources.length > 0 && draft.targets.length > 0) hostile.push(draft);
    if (draft.type === 'CONSULT' && draft.reciprocal && parties.length > 1) {
      told.push(parties);
      return event;
    }
    // "the talks", "a second round": of the two who were last told of together.
    if (draft.type === 'CONSULT' && parties.length === 0) {
      const pair = told.findLast((refs) => refs.length === 2);
      return pair ? { ...event, draft: { ...draft, sources: [pair[0]], targets: [pair[1]] } } : event;
    }
    if (
      draft.sources.length === 2 &&
      draft.targets.length === 0 &&
      !/^(promise|pledge|offer|vow|announce)$/.test(draft.tree.lemma[draft.match.word]) &&
      draft.sources.every(({ country }) => country !== null)
    )
      told.push(draft.sources);
    const lone = parties.length === 1 && draft.targets.length === 0;
    if (!lone || !(isThatMeeting(draft) || isBoth(draft))) return event;
    const last = told.findLast((refs) => refs.length === 2 && refs.some(({ actor }) => actor === parties[0].actor));
    if (!last) return event;
    return { ...event, draft: { ...draft, targets: without(last, draft.sources) } };
  });
}

const HOSTILE: ReadonlySet<string> = new Set([
  'ACCUSE',
  'THREATEN',
  'SANCTION',
  'COERCE',
  'ASSAULT',
  'MOBILIZE',
  'REJECT',
]);

/** "vowed to respond in kind", "will take countermeasures": to whom is told by what came before. */
function isReply({ type, sources, targets, tree, match, words }: Draft): boolean {
  return (
    type === 'THREATEN' &&
    sources.length > 0 &&
    targets.length === 0 &&
    [match.word, match.act, ...match.used, ...words].some(
      (w) =>
        w >= 0 &&
        /^(retaliate|respond|react|answer|reply|hit|strike|retaliation|response|countermeasure|counter-measure|reprisal|revenge)$/.test(
          tree.lemma[w],
        ),
    )
  );
}

/** Who last acted against the one who threatens to reply; else the state or force that he last acted against. */
function adversaryOf(sources: readonly ActorRef[], hostile: readonly Draft[]): readonly ActorRef[] | null {
  const countries = new Set(sources.flatMap(({ country }) => country ?? []));
  const own = (refs: readonly ActorRef[]): boolean =>
    refs.some(
      ({ actor, country }) => (country !== null && countries.has(country)) || sources.some((s) => s.actor === actor),
    );
  const against = hostile.findLast((draft) => own(draft.targets) && !own(draft.sources));
  if (against) return against.sources;
  const by = hostile.findLast((draft) => own(draft.sources) && !own(draft.targets));
  const rivals = by?.targets.filter(({ sector }) => sector === null || /^(GOV|MIL|REB)$/.test(sector)) ?? [];
  return rivals.length > 0 ? rivals : null;
}

/** "the call was requested", "called off the meeting". */
function isThatMeeting({ tree, match, type }: Draft): boolean {
  if (type !== 'REQUEST' && type !== 'REJECT' && type !== 'AGREE') return false;
  return [match.act, ...match.used].some(
    (w) =>
      w >= 0 &&
      MEETING.has(tree.lemma[w]) &&
      tree.kids[w].some((k) => tree.lemma[k] === 'the' && tree.s.deprel[k] === 'det'),
  );
}

/** "their talks", of two who act on one another. */
function isBoth({ reciprocal, tree, match }: Draft): boolean {
  return reciprocal && match.source.some((w) => /^(their|they|them|both)$/i.test(tree.s.form[w]));
}
