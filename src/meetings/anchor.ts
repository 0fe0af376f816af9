// The words that name an occasion in a sentence: nouns and verbs of codebook/meetings.txt that mean one here.

import type { Cast } from '../actors/index.js';
import { above, lemma, type Political, verbOf } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import {
  HOSTING,
  INVITED,
  isBringing,
  isByPhone,
  isHost,
  isInvitedTo,
  PHONED,
  specialOf,
  TOGETHER,
} from './constructions.js';
import { invitationOf } from './invitation.js';
import { lexicon, type NounEntry, type VerbEntry } from './lexicon.js';
import { isNamedOccasion, isOccasionNoun } from './nouns.js';
import { governorOf } from './status.js';
import { isNextStay, isStay, STAY } from './stays.js';
import { isFirstEver, isOccasion } from './verbs.js';

export interface Anchor {
  readonly word: number;
  readonly verb: number;
  readonly noun: NounEntry | null;
  readonly entry: VerbEntry | null;
}

/** The verb by which a guest answers an invitation, whose subject he is; the noun itself where nobody answers. */
function answerOf(s: Sentence, noun: number): number {
  const guest = invitationOf(s, noun)?.guest ?? -1;
  return guest >= 0 && guest < noun && s.head[guest] === s.head[noun] ? s.head[noun] : noun;
}

/** "a conference ... slated for Jan. 13": the participle belongs to the last occasion before it, wherever the tree hung it. */
export function plannedOf(s: Sentence, anchors: readonly Anchor[]): Map<number, number> {
  const found = new Map<number, number>();
  const { modifiers } = lexicon();
  for (let i = 1; i < s.size; i++) {
    // "a fourth round, which had been set for July 22, was called off"
    const passive = children(s, i).every((k) => s.deprel[k] !== 'nsubj' || /^(which|that|who)$/i.test(s.form[k]));
    if (s.deprel[i] === 'acl:relcl' && passive && modifiers.get(s.form[i].toLowerCase()) === 'scheduled') {
      // "a round of negotiations that had been due on Feb. 21"
      const owner = [...above(s, i)]
        .slice(0, 4)
        .find((at) => anchors.some(({ word, noun }) => noun !== null && word === at));
      if (owner !== undefined) found.set(i, owner);
      continue;
    }
    if (modifiers.get(s.form[i].toLowerCase()) !== 'scheduled' || !/^(VBN|VBD|JJ)$/.test(s.xpos[i])) continue;
    if (child(s, i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'cop') >= 0 || !/^(IN|TO)$/.test(s.xpos[i + 1] ?? ''))
      continue;
    let owner = -1;
    for (const { word, noun } of anchors) if (noun && word < i && i - word < 14) owner = word;
    if (owner >= 0) found.set(i, owner);
  }
  return found;
}

export function anchorsOf(cast: Cast, sides: Political, s: Sentence): Anchor[] {
  const { nouns, verbs } = lexicon();
  const anchors: Anchor[] = [];
  for (let i = 0; i < s.size; i++) {
    // "their Geneva meeting": the tagger may take the noun for a verb.
    const gerund = /^meeting$/i.test(s.form[i]) && s.xpos[i] === 'VBG' && child(s, i, 'nmod:poss', 'det', 'case') >= 0;
    const word = gerund ? 'meeting' : lemma(s, i);
    const phoned = isByPhone(cast, sides, s, i);
    if (phoned >= 0) {
      anchors.push({ word: i, verb: phoned, noun: null, entry: PHONED });
      continue;
    }
    if (
      s.upos[i] === 'NOUN' ||
      gerund ||
      (s.upos[i] === 'PROPN' &&
        i > 0 &&
        (isNamedOccasion(s, i) || !s.names.some(({ first, end, type }) => type === 'ORG' && first <= i && i < end)))
    ) {
      const entry = nouns.get(word) ?? nouns.get(s.form[i].toLowerCase().replace(/s$/, ''));
      if (!entry) {
        if (isInvitedTo(s, i)) anchors.push({ word: i, verb: answerOf(s, i), noun: null, entry: INVITED });
        else if (isHost(cast, sides, s, i)) anchors.push({ word: i, verb: i, noun: null, entry: HOSTING });
        else if (isStay(cast, sides, s, i) || isNextStay(s, i, anchors))
          anchors.push({ word: i, verb: i, noun: null, entry: STAY });
        continue;
      }
      if (isOccasionNoun(s, i, word, entry))
        anchors.push({ word: i, verb: governorOf(s, i), noun: entry, entry: null });
    } else if (s.upos[i] === 'VERB') {
      // "told visiting congressmen"
      if (isFirstEver(s, i) || (s.deprel[i] === 'amod' && s.xpos[i] === 'VBG')) continue;
      const down = /^down$/i.test(s.form[i + 1] ?? '') ? verbs.get(`${word}_down`) : undefined;
      const entry = down ?? verbs.get(verbOf(s, i)) ?? verbs.get(word);
      const special = specialOf(cast, sides, s, i);
      if (special) anchors.push({ word: i, verb: i, noun: null, entry: special });
      else if (isBringing(cast, s, i)) anchors.push({ word: i, verb: i, noun: null, entry: TOGETHER });
      else if (entry && isOccasion(cast, sides, s, i, entry)) anchors.push({ word: i, verb: i, noun: null, entry });
      else if (!entry && isStay(cast, sides, s, i)) anchors.push({ word: i, verb: i, noun: null, entry: STAY });
    } else if (isStay(cast, sides, s, i) || isNextStay(s, i, anchors)) {
      anchors.push({ word: i, verb: i, noun: null, entry: STAY });
    }
  }
  return anchors;
}
