// Numbers in words and digits: "twenty-four", "two and a half", "nineteen ninety-six", "2 1/2", "1,500".

const SMALL: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};

const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
};

const own = (table: Readonly<Record<string, number>>, word: string): number | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** True for a word that can be part of a number ("and" is not one by itself). */
export const isNumberWord = (word: string): boolean =>
  own(SMALL, word) !== undefined || own(TENS, word) !== undefined || own(SCALES, word) !== undefined;

/** The value of a number in one word, or undefined. @example numberWord('twelve') // 12 */
export const numberWord = (word: string): number | undefined =>
  own(SMALL, word) ?? own(TENS, word) ?? own(SCALES, word);

/** The value of an ordinal in one word, or undefined. @example ordinalOf('third') // 3 */
export const ordinalOf = (word: string): number | undefined => own(ORDINALS, word);

/** A number read from words: how many words it took, its value, and whether it reads as a year. */
export interface WordNumber {
  readonly words: number;
  readonly value: number;
  readonly year: boolean;
  readonly ordinal: boolean;
}

/** Reads the longest number from `at` on; hyphens between the words count as words. Null when there is none. */
export function readNumber(words: readonly string[], at: number): WordNumber | null {
  const pair = readPair(words, at);
  if (pair === null) {
    const value = own(SCALES, words[at]);
    return value === undefined ? null : { words: 1, value, year: false, ordinal: false };
  }
  if (pair.ordinal) return { ...pair, year: false };
  const second = readYearEnd(words, at + pair.words, pair.value);
  if (second !== null) return { words: pair.words + second.words, value: second.value, year: true, ordinal: false };
  let total = 0;
  let current = pair.value;
  let i = at + pair.words;
  for (;;) {
    const scale = own(SCALES, words[i]);
    if (scale !== undefined) {
      if (scale === 100) current *= 100;
      else {
        total += current * scale;
        current = 0;
      }
      i++;
      continue;
    }
    const next = words[i] === 'and' && i > at + pair.words ? i + 1 : i;
    const more = i > at + pair.words ? readPair(words, next) : null;
    if (more === null || more.ordinal || (current !== 0 && current % 100 !== 0)) break;
    current += more.value;
    i = next + more.words;
  }
  return { words: i - at, value: total + current, year: false, ordinal: false };
}

// "twenty-four", "seventeen", "twenty-first"
function readPair(words: readonly string[], at: number): { words: number; value: number; ordinal: boolean } | null {
  const small = own(SMALL, words[at]);
  if (small !== undefined) return { words: 1, value: small, ordinal: false };
  const ten = own(TENS, words[at]);
  if (ten === undefined) {
    const ordinal = own(ORDINALS, words[at]);
    return ordinal === undefined ? null : { words: 1, value: ordinal, ordinal: true };
  }
  const next = words[at + 1] === '-' ? at + 2 : at + 1;
  const unit = own(SMALL, words[next]);
  if (unit !== undefined && unit < 10) return { words: next - at + 1, value: ten + unit, ordinal: false };
  const nth = own(ORDINALS, words[next]);
  if (nth !== undefined && nth < 10) return { words: next - at + 1, value: ten + nth, ordinal: true };
  return { words: 1, value: ten, ordinal: false };
}

// "nineteen | ninety-six", "twenty | twenty-two", "nineteen | oh five", "two | thousand ten" is no year here
function readYearEnd(words: readonly string[], at: number, head: number): { words: number; value: number } | null {
  if (head < 13 || head > 20) return null;
  if (words[at] === 'oh' || words[at] === 'o') {
    const unit = own(SMALL, words[at + 1]);
    return unit !== undefined && unit < 10 ? { words: 2, value: head * 100 + unit } : null;
  }
  const pair = readPair(words, at);
  if (pair === null || pair.ordinal || pair.value < 10) return null;
  return { words: pair.words, value: head * 100 + pair.value };
}
