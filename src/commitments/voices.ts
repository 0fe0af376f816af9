// Who may commit himself though no table knows his side: a president whose country the text does not tell, a bishop who offers to mediate, strikers who
// refuse, "both", "the parties". A word that is without doubt one of commitment makes a record of theirs, with what is known of them; plans and wishes
// make none.

import type { Cast } from '../actors/index.js';
import type { Actor } from '../records.js';
import { lemma } from './clause.js';
import { isDocument } from './documents.js';
import type { Draft } from './draft.js';
import { lexicon } from './lexicon.js';
import type { Political } from './sides.js';

/** Words that commit whoever says them. Plans, wishes and moods ("plan", "want", "is ready") need a side that is known. */
const OUTRIGHT =
  /^(threaten|vow|swear|promise|pledge|demand|urge|refuse|reject|rule|offer|warn|undertake|insist|call|appeal|order|threat|promise|pledge|ultimatum|demand|refusal|offer|plea|appeal|turn|rebuff|spurn|serve|give|implore|beg|plead|forbid|summon|guarantee|assure|agree|brush|dismiss|proposal|propose|ask)$/;

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
    return state && actor.sector !== null && CIVIL.test(actor.sector);
  }
  if (draft.holder < 0) return false;
  const form = s.form[draft.holder].toLowerCase();
  return (
    /^(both|two|they|all|we|each|neither)$/.test(form) ||
    lexicon().people.has(lemma(s, draft.holder)) ||
    isDocument(s, draft.holder)
  );
}

/** Not of a known side, but of those who may speak all the same: asked before it is known to whom. */
export function mayBeVoice(cast: Cast, draft: Draft, holder: string): boolean {
  const actor = cast.byId(holder);
  return actor !== undefined && draft.worded && (isStranger(actor) || CIVIL.test(actor.sector ?? ''));
}

/** Somebody by name, or by an office alone, of whom no country is known. */
function isStranger({ kind, country, sector }: Actor): boolean {
  return (kind === 'person' || kind === 'unnamed') && country === null && (sector === null || sector === 'GOV');
}

const asked = new WeakMap<Cast, boolean>();

/** The dispatch tells of states and of those who fight or govern, more than of firms. */
export function isPoliticalIn(cast: Cast, sides: Political): boolean {
  const known = asked.get(cast);
  if (known !== undefined) return known;
  let [political, business] = [0, 0];
  for (const { sector, mentions, kind, id } of cast.actors) {
    if (sector === 'BUS') business += mentions.length;
    else if (sides.is(id))
      political += sector !== null || kind === 'government' ? 2 * mentions.length : mentions.length;
  }
  const found = political >= 2 && political > 4 * business;
  asked.set(cast, found);
  return found;
}
