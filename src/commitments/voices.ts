// Who may commit himself though no table knows his side: a president whose country the text does not tell, a bishop who offers to mediate, strikers who
// refuse, "both", "the parties". A word that is without doubt one of commitment makes a record of theirs, with what is known of them; plans and wishes
// make none.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import type { Actor } from '../records.js';
import { lemma } from './clause.js';
import { isDocument } from './documents.js';
import type { Draft } from './draft.js';
import { lexicon } from './lexicon.js';
import type { Political } from './sides.js';

/** Words that commit whoever says them. Plans, wishes and moods ("plan", "want", "is ready") need a side that is known. */
const OUTRIGHT =
  /^(threaten|vow|swear|promise|pledge|demand|urge|refuse|reject|rule|offer|warn|undertake|insist|call|appeal|order|threat|promise|pledge|ultimatum|demand|refusal|offer|plea|appeal|turn|rebuff|spurn|serve|give|implore|beg|plead|forbid|summon|guarantee|assure|agree|brush|dismiss|proposal|propose|ask|ready|willing|prepared|press|beg|plead|consent|accept|commit)$/;

/** Voices at home and abroad that take part in a crisis: clergy, unions, students, courts, police, aid workers, mediators, people. */
const CIVIL = /^(LAB|REL|EDU|JUD|COP|CVL|NGO|NGM|MED|REF|CRM|IMG|SET|JEW|MOS|CHR|CAT)$/;

/** True when the holder may commit himself to whoever is addressed; `null` for either who is not known. */
export function isVoice(
  cast: Cast,
  sides: Political,
  draft: Draft,
  holder: string | null,
  addressee: string | null,
): boolean {
  const { s } = draft;
  if (!draft.worded || !OUTRIGHT.test(lemma(s, draft.trigger)) || !isPoliticalIn(cast, sides)) return false;
  const state = sides.is(addressee);
  if (holder !== null) {
    const actor = cast.byId(holder);
    if (!actor) return false;
    if (isStranger(actor)) return true;
    return (state || isPoliticalIn(cast, sides, 6)) && isCivil(actor);
  }
  // "an offer of money was rejected": somebody's, whoever he is.
  if (draft.holder < 0) return isTold(s, draft.trigger) && isPoliticalIn(cast, sides, 6);
  const form = s.form[draft.holder].toLowerCase();
  return (
    /^(both|two|they|all|we|each|neither)$/.test(form) ||
    lexicon().people.has(lemma(s, draft.holder)) ||
    isDocument(s, draft.holder)
  );
}

/** A noun, or a verb in the active: "had been asked" and "the threatened measures" tell of nobody. */
function isTold(s: Sentence, trigger: number): boolean {
  return s.upos[trigger] === 'NOUN' || (child(s, trigger, 'aux:pass') < 0 && !/^(amod|acl)/.test(s.deprel[trigger]));
}

/** Not of a known side, but of those who may speak all the same: asked before it is known to whom. */
export function mayBeVoice(cast: Cast, draft: Draft, holder: string): boolean {
  const actor = cast.byId(holder);
  const outright = draft.worded && OUTRIGHT.test(lemma(draft.s, draft.trigger));
  return actor !== undefined && outright && (isStranger(actor) || isCivil(actor));
}

/** Somebody by name, or by an office alone, of whom no country is known. */
function isStranger({ kind, country, sector }: Actor): boolean {
  return (
    (kind === 'person' || kind === 'unnamed') &&
    country === null &&
    (sector === null || /^(GOV|MIL|LEG|ELI)$/.test(sector))
  );
}

/** Of no party and no firm: clergy, unions, courts, police, a force that no table has. */
function isCivil({ kind, country, sector, name }: Actor): boolean {
  if (
    /\b(professors?|doctors?|analysts?|experts?|economists?|scientists?|scholars?|researchers?|lawyers?|banks?|exporters?|importers?|traders?)\b/i.test(
      name,
    )
  )
    return false;
  if (sector !== null) return CIVIL.test(sector);
  return country === null && (kind === 'group' || kind === 'organisation');
}

/** One country at war with itself: a junta, rebels, strikers with soldiers before them. */
export function isUpheaval(cast: Cast): boolean {
  const sectors = new Set(cast.actors.map(({ sector }) => sector));
  const armed = ['MIL', 'REB', 'UAF', 'INS', 'SEP', 'PRM'].some((sector) => sectors.has(sector));
  return (
    armed &&
    ['GOV', 'OPP', 'LEG', 'CVL', 'LAB', 'EDU', 'PTY', 'REL'].some((sector) => sectors.has(sector)) &&
    !sectors.has('BUS')
  );
}

const asked = new WeakMap<Cast, number>();

/** The dispatch tells of states and of those who fight or govern, more than of firms. */
export function isPoliticalIn(cast: Cast, sides: Political, least = 2): boolean {
  const known = asked.get(cast);
  if (known !== undefined) return known >= least;
  let [political, business] = [0, 0];
  for (const { sector, mentions, kind, id } of cast.actors) {
    if (sector === 'BUS') business += mentions.length;
    else if (sides.is(id))
      political += sector !== null || kind === 'government' ? 2 * mentions.length : mentions.length;
  }
  const found = political > 4 * business ? political : 0;
  asked.set(cast, found);
  return found >= least;
}
