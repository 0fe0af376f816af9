// A description with nothing said yet, and the number in its words.

import type { Sentence } from '../language/index.js';
import type { Description, Gender } from './types.js';

const NUMBERS: Readonly<Record<string, number>> = {
  both: 2,
  two: 2,
  neither: 2,
  either: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** The number in a phrase: "both sides", "the two leaders", "the five powers". */
function countOf(s: Sentence, first: number, end: number): number {
  // "Neither" and "both" may have been taken for conjunctions and left outside.
  for (let i = Math.max(0, first - 1); i < end && i < first + 2; i++) {
    if (i < first && !/^(?:neither|either|both)$/i.test(s.form[i])) continue;
    const count = NUMBERS[s.form[i].toLowerCase()];
    if (count) return count;
  }
  return 0;
}

/** A description with nothing said yet. */
export function blank(
  s: Sentence,
  is: Description['is'],
  first: number,
  end: number,
  head: number,
  more: {
    name?: string | null;
    holders?: Description['holders'];
    plural?: boolean;
    definite?: boolean;
    scene?: boolean;
    attributive?: boolean;
  },
): Description {
  return {
    sentence: s.index,
    first,
    end,
    head,
    is,
    name: more.name ?? null,
    of: null,
    sector: null,
    role: null,
    roleText: null,
    gender: '' as Gender,
    plural: more.plural ?? false,
    definite: more.definite ?? false,
    count: countOf(s, first, end),
    holders: more.holders ?? [],
    basis: '',
    known: false,
    owner: -1,
    ownership: null,
    same: -1,
    parts: [],
    attributive: more.attributive ?? false,
    open: false,
    scene: more.scene ?? false,
  };
}
