// The notes that `chancery explain` shows for an event: words, pattern, roles, modality, date, and what else was considered.

import type { Cast } from '../actors/index.js';
import type { ActorRef, Event, Trace } from '../records.js';
import type { Draft } from './draft.js';
import type { Tree } from './tree.js';

/** Tells the trace how an event came about. */
export function explain(trace: Trace, event: Event, draft: Draft, tree: Tree, cast: Cast, anchor: string): void {
  const { match } = draft;
  const note = (text: string): void => trace(event.id, text);
  const words = [...new Set(draft.words)].sort((a, b) => a - b).map((word) => tree.s.form[word]);
  note(`words: ${words.join(' ')}`);
  note(
    `pattern: ${match.pattern.anchor} "${match.pattern.text}" at ${match.pattern.rule.includes('/') ? '' : 'codebook/events/'}${match.pattern.rule}`,
  );
  for (const line of draft.notes) note(`type: ${line}`);
  const roles = (name: string, refs: readonly ActorRef[]): void => {
    for (const ref of refs) {
      note(`${name}: "${ref.text}" is ${ref.code}, ${cast.byId(ref.actor)?.basis ?? 'named in the text'}`);
    }
    if (refs.length === 0) note(`${name}: no actor was found`);
  };
  roles('source', event.sources);
  roles('target', event.targets);
  const standing = draft.standing;
  note(`modality: ${event.modality}${event.negated ? ', negated' : ''}${event.denied ? ', denied' : ''}`);
  for (const reason of standing.reasons) note(`modality reason: ${reason}`);
  note(`date: ${event.date.value}, from ${anchor}`);
  note(`confidence: ${event.confidence}, from the signs ${draft.signs.join(' ')}`);
  const lost = [...new Set(match.lost)];
  note(lost.length > 0 ? `also considered: ${lost.join(', ')}` : 'also considered: no other pattern fitted');
}
