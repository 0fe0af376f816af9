// Whose spokesman somebody is, in the words of the phrase: "the Dunmore spokesman" is not "the ministry spokesman", though either is
// told of before the other.

import { countryNamed, countryOfDemonym } from '../gazetteer/index.js';
import type { State } from './state.js';
import type { Description, Entity } from './types.js';

interface Whose {
  /** Words of names, in lower case. */
  readonly names: ReadonlySet<string>;
  /** What sort of a body a common noun tells of. */
  readonly sort: 'state' | 'firm' | null;
}

const SPEAKS = /^(?:spokes(?:man|woman|person)|official|representative|chairman|director|manager|executive)$/;
const STATE =
  /^(?:ministry|department|government|embassy|presidency|cabinet|treasury|palace|customs|police|army|military)$/i;
const FIRM = /^(?:company|firm|bank|corporation|airline|industry|group|union|exchange|association|federation)$/i;

/** True where the two phrases name different bodies. */
export function isOthers(state: State, d: Description, entity: Entity): boolean {
  if (d.is !== 'role' || d.plural || !SPEAKS.test(d.role?.noun ?? '') || entity.kind !== 'unnamed') return false;
  const mine = whoseOf(state, d);
  if (mine.names.size === 0 && mine.sort === null) return false;
  for (const { entities, description } of state.mentions) {
    if (entities.length !== 1 || entities[0] !== entity || description.is !== 'role') continue;
    const theirs = whoseOf(state, description);
    if (theirs.names.size === 0 && theirs.sort === null) continue;
    if ([...mine.names].some((word) => theirs.names.has(word))) return false;
    if (mine.names.size > 0 && theirs.names.size > 0) return true;
    const other = theirs.sort ?? (entity.sector === 'GOV' ? 'state' : 'firm');
    return mine.sort !== null && mine.sort !== other;
  }
  return false;
}

function whoseOf(state: State, d: Description): Whose {
  const s = state.sentences[d.sentence];
  const names = new Set<string>();
  let sort: Whose['sort'] = null;
  const take = (first: number, end: number): void => {
    for (let w = first; w < end; w++) {
      const form = s.form[w];
      if (STATE.test(form)) sort ??= 'state';
      else if (FIRM.test(form)) sort ??= 'firm';
      else if (s.xpos[w].startsWith('NNP') && !countryNamed(form, null) && !countryOfDemonym(form, null))
        names.add(form.toLowerCase());
    }
  };
  take(d.first, d.head);
  const owner = d.owner >= 0 ? state.described[d.sentence].all[d.owner] : null;
  if (owner && owner.is !== 'pronoun' && owner.first > d.head) take(owner.first, owner.end);
  // "A Dunmore spokesman", of whom nothing tells that he is a state's.
  if (names.size > 0 && d.owner < 0) sort ??= d.sector === 'GOV' && !d.open ? 'state' : d.open ? 'firm' : null;
  return { names, sort };
}
