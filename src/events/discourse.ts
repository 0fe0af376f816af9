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
  return events.map((event) => {
    const { draft } = event;
    const parties = [...draft.sources, ...draft.targets];
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
