// Words for several or for a sort, which stand for nobody that can be told or for their members: "all countries", "the poorest nations",
// "a group of politicians".

import { plain } from './people.js';
import { countryEntity, type State } from './state.js';
import type { Description, Entity } from './types.js';

/** "All countries", "many governments", "the 22 member nations": none that can be told. */
export function isUncounted(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  if (/^(?:all|many|some|several|most|other|more|few|any|no)$/i.test(s.form[d.first])) return true;
  for (let i = d.first; i < d.head; i++) if (s.upos[i] === 'NUM' && d.count === 0) return true;
  return false;
}

/** Countries of a sort: those "in" a town, those with a superlative or a noun before them, bare "governments". */
export function isClass(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  if (d.ownership === 'place' && d.role?.noun !== 'government') return true;
  if (d.owner >= 0 || d.count > 1) return false;
  if (d.first === d.head)
    return !/^(?:side|party)$/.test(d.role?.noun ?? '') && s.form[d.head - 1]?.toLowerCase() !== 'the';
  for (let i = d.first; i < d.head; i++)
    if (
      /^JJ[SR]$/.test(s.xpos[i]) ||
      /^(?:debtor|creditor|donor|member|developing|industrial|industriali[sz]ed|producing|poor|rich|friendly|producer|consumer|western|eastern|democratic|free)$/i.test(
        s.form[i],
      )
    )
      return true;
  return false;
}

/** "The officials" after "Hungarian and Romanian officials": all of them. */
export function joined(state: State, d: Description): readonly Entity[] {
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const { sentence, description } = state.mentions[i];
    if (d.sentence - sentence > 4) break;
    if (description.role?.noun !== d.role?.noun) continue;
    return description.parts.flatMap((part) => state.resolved[sentence][part] ?? []);
  }
  return [];
}

/** "A group of politicians" is the politicians. */
export function isGroupOf(noun: string, members: Description): boolean {
  const many = members.plural && members.is === 'role' && members.role?.kind !== 'thing';
  return many && (noun === 'group' || noun === 'team' || noun === 'crowd' || noun === 'gang' || noun === 'mob');
}

/** The countries of several. */
export function homes(state: State, owners: readonly Entity[]): readonly Entity[] {
  const found = owners.flatMap((owner) => (owner.of ? [countryEntity(state, plain(owner.of), null)] : []));
  return [...new Set(found)];
}

/** "Garn and three other legislators": whoever is told of first, whose others are. */
export function fellowOf(state: State, d: Description): Description | null {
  const s = state.sentences[d.sentence];
  if (!d.plural || (d.owner >= 0 && d.ownership !== 'place') || d.of || s.deprel[d.head] !== 'conj') return null;
  let other = false;
  for (let i = d.first; i < d.head; i++) if (/^(?:other|fellow)$/i.test(s.form[i])) other = true;
  const first = s.head[d.head];
  const index = other && first < d.first ? state.described[d.sentence].at[first] : -1;
  return index < 0 ? null : state.described[d.sentence].all[index];
}
