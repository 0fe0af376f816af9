// Who is named in a commitment without being spoken to (where it is done, with what, before whom, whose it is), and who "both sides" are.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import { lemma } from './clause.js';
import { isUnknown, type Political } from './sides.js';

/** "take the case to the GATT", "complain to the U.N.", "appeal to the bloc for help": whom one turns to is not whom one threatens. */
export function isForum(s: Sentence, given: number): boolean {
  let word = given;
  while (/^(compound|flat|amod|nmod:desc|nmod:poss)$/.test(s.deprel[word]) && s.head[word] >= 0) word = s.head[word];
  if (!/^(to|with|before|at|in)$/i.test(s.form[child(s, word, 'case')] ?? '')) return false;
  for (let at = s.head[word], steps = 0; at >= 0 && steps < 3; at = s.head[at], steps++) {
    if (s.upos[at] !== 'VERB') continue;
    return /^(take|bring|file|lodge|refer|submit|complain|appeal|turn|report|haul|go|raise|apply|protest|put)$/.test(
      lemma(s, at),
    );
  }
  return false;
}

/** "ties between our countries": which they are is told elsewhere. */
export function isOurs(s: Sentence, word: number): boolean {
  const owner = child(s, word, 'nmod:poss', 'det');
  return (
    owner >= 0 &&
    /^(our|their|both)$/i.test(s.form[owner]) &&
    /^(country|nation|state|side|people)$/.test(lemma(s, word))
  );
}

/** "until the siege of Gaza is lifted", "if attacks on Iran go on": to whom it is done, and not who does it. */
export function isVictim(s: Sentence, word: number): boolean {
  const opener = s.form[child(s, word, 'case')] ?? '';
  const act =
    /^(siege|blockade|bombing|bombardment|occupation|invasion|attack|raid|strike|assault|shelling|war|sanction|aggression|embargo)$/;
  return /^(of|on|against)$/i.test(opener) && s.head[word] >= 0 && act.test(lemma(s, s.head[word]));
}

/** "its patrol boats": whose they are is as unknown as the holder. */
export function isOwn(s: Sentence, word: number, unknown: boolean): boolean {
  const owner = child(s, word, 'nmod:poss');
  const pronoun = /^(its|his|her|their)$/i;
  return pronoun.test(s.form[word]) || (unknown && owner >= 0 && pronoun.test(s.form[owner]));
}

const LAND = /^(soil|territory|land|water|airspace|coast|shore)s?$/;

/** "in Lebanon", "near Guam": where, not to whom. */
export function isWhere(s: Sentence, given: number): boolean {
  if (given < 0) return false;
  // "in Chicago and Paris"
  let word = given;
  while (s.deprel[word] === 'conj' && child(s, word, 'case') < 0) word = s.head[word];
  const opener = child(s, word, 'case');
  // "the Uruguay round"
  if (/^compound/.test(s.deprel[word]) && /^(round|summit|accord|treaty|conference)$/i.test(s.form[s.head[word]] ?? ''))
    return true;
  // "in Syria's Idlib"
  if (
    s.deprel[word] === 'nmod:poss' &&
    /^(in|into|near|at|inside|across)$/i.test(s.form[child(s, s.head[word], 'case')] ?? '')
  )
    return true;
  // "on Czechoslovak soil", "from Turkish waters"
  const over = /^(amod|compound|nmod:poss|flat)$/.test(s.deprel[word]) ? s.head[word] : -1;
  const land = LAND.test(lemma(s, word)) ? word : over;
  if (land >= 0 && LAND.test(lemma(s, land)))
    return /^(on|in|into|from|over|off|near|through|across)$/i.test(s.form[child(s, land, 'case')] ?? '');
  // "pull out of Syria"
  if (/^of$/i.test(s.form[opener] ?? '') && /^out$/i.test(s.form[opener - 1] ?? '')) return true;
  return opener >= 0 && /^(in|into|near|within|at|over|around|from|inside|across)$/i.test(s.form[opener]);
}

/** "free 50 jailed guerrillas if the movement lets its hostages go": the prisoners are not who is spoken to. */
export function isArmed(cast: Cast, s: Sentence, word: number, object: number): boolean {
  return (
    word === object && cast.alone(s.index, word).every((ref) => /^(REB|UAF|OPP|SEP|INS|PRM)$/.test(ref.sector ?? ''))
  );
}

/** "send ground troops", "pull its marines out": forces that are moved are no addressee. */
export function isSent(cast: Cast, s: Sentence, given: number): boolean {
  let word = given;
  while (/^(compound|amod|flat)$/.test(s.deprel[word]) && s.head[word] >= 0) word = s.head[word];
  if (!/^(obj|nsubj:pass)$/.test(s.deprel[word])) return false;
  if (
    !/^(send|deploy|dispatch|station|commit|contribute|land|withdraw|bring|redeploy|rush|fly)$/.test(
      lemma(s, s.head[word]),
    )
  )
    return false;
  return cast.alone(s.index, given).every((ref) => ref.sector === 'MIL');
}

/** "under U.N. auspices", "follow the Hungarian example", "drills with South Korea": how and with whom, and not against whom. */
export function isMeans(s: Sentence, given: number): boolean {
  const up = s.head[given];
  if (up < 0) return false;
  if (
    /^(compound|amod|nmod:poss|flat|nmod)$/.test(s.deprel[given]) &&
    /^(auspices|supervision|umbrella|aegis|example|model|sponsorship|chairmanship|mediation)$/.test(lemma(s, up))
  )
    return true;
  return (
    s.deprel[given] === 'nmod' &&
    /^with$/i.test(s.form[child(s, given, 'case')] ?? '') &&
    /^(drill|exercise|manoeuvre|maneuver|game|training)$/.test(lemma(s, up))
  );
}

const SIDES =
  /^(side|party|government|country|nation|state|leader|capital|faction|camp|army|premier|president|minister|neighbou?r|rival|foe|combatant|belligerent|people)$/;

/**
 * "asked each to hold his fire", "appealed to both sides": the two sides that are named in the sentence, else a little before it; none where there
 * are not just two (for "all" at least two).
 */
export function bothOf(cast: Cast, sides: Political, s: Sentence, word: number, mine: string | null): string[] {
  const form = s.form[word].toLowerCase();
  const det = child(s, word, 'det', 'nummod');
  const dets =
    det < 0
      ? ''
      : s.form
          .slice(Math.max(0, det - 1), word)
          .join(' ')
          .toLowerCase();
  const two = /^(each|both)$/.test(form) || (SIDES.test(lemma(s, word)) && /\b(both|two|each|either)\b/.test(dets));
  const all = form === 'all' || (SIDES.test(lemma(s, word)) && /\b(all|warring|opposing|rival)\b/.test(dets));
  if (!two && !all) return [];
  for (const from of [s.span[0], s.span[0] - 350]) {
    const found = new Map<string, string>();
    for (const { id, mentions, basis } of cast.actors) {
      const side = sides.side(id);
      if (side === null || side === mine || isUnknown(side) || basis.startsWith('place:') || found.has(side)) continue;
      if (side.startsWith('IGO') || !mentions.some(([start, end]) => start >= from && end <= s.span[1])) continue;
      found.set(side, id);
    }
    if (found.size === 2 || (all && found.size > 2 && found.size < 5)) return [...found.values()];
    if (found.size > 2) return [];
  }
  return [];
}
