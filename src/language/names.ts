// Names made whole by the tree: the network knows a name by its words, the tree knows where its phrase ends.

import type { Name, Sentence } from './sentence.js';
import { FAMILY_NAMES } from './tables.js';

const CAPITAL = /^\p{Lu}/u;
const FIRMS = /^(?:Inc|Ltd|Corp|Co|LLC|LLP|L\.P|Plc|PLC|S\.A|N\.V|GmbH)\.?$/;
const FAR = 6;

/** One syllable as Chinese and Korean are written in Latin letters. */
const SYLLABLE = /^[b-df-hj-np-tv-z]*[aeiouy]+(?:n|ng|m|k|l|h|p|t|r)?$/i;
const NO_SYLLABLE = new Set('run win fan men gun tip top'.split(' '));

/** The names of a sentence, none inside another. `s.names` are those of the network. */
export function wholeNames(s: Sentence): Name[] {
  const joined = hyphened(s);
  const apart = (name: Name): boolean => joined.every((other) => name.end <= other.first || name.first >= other.end);
  const names = firms(initialled(s))
    .flatMap((name) => (name.type === 'ORG' ? [extended(s, name)] : name.type === 'PER' ? severed(s, name) : [name]))
    .filter(apart)
    .concat(joined)
    .sort((a, b) => a.first - b.first);
  let end = 0;
  return names.filter((name) => {
    if (name.first < end) return false;
    end = name.end;
    return true;
  });
}

const INITIALS = /^(?:\p{Lu}\.){1,3}$/u;
const STATES = /^U\.[SKN]\.$/;

/** "[J.P.] Morgan", "[C.] Itoh": the initials before a name belong to it. */
function initialled(s: Sentence): Sentence {
  const names = s.names.map((name) => {
    let { first } = name;
    while (
      first > 0 &&
      name.type !== 'LOC' &&
      INITIALS.test(s.form[first - 1]) &&
      !STATES.test(s.form[first - 1]) &&
      !s.names.some((other) => other !== name && other.end >= first && other.first < first)
    )
      first--;
    return first === name.first ? name : { ...name, first };
  });
  return { ...s, names };
}

/** The second half of a firm's name, of which nobody has a whole name: "Pacific Gas [and Electric Co]". */
const TRADES =
  /^(?:Banking|Telephone|Telegraph|Electric|Electricity|Gas|Power|Light|Steamship|Marine|Trading|Finance|Investment|Insurance|Casualty|Chemical|Chemicals|Smelting|Refining|Mining|Manufacturing|Machinery|Trust|Savings|Iron|Steel|Paper|Telecommunications|Heavy|Shipping|Navigation|Brewing|Sons|Brothers|Partners|Company|Co)$/;

/** "Itoh [and Co Ltd]", "Pacific Gas [and Electric Co]", "Abel Moss [and Sons]": a firm's name goes on behind "and". */
function firms(s: Sentence): readonly Name[] {
  const names: Name[] = [];
  let taken = 0;
  for (const name of s.names) {
    if (name.first < taken) continue;
    const and = name.end;
    let end = and + 1;
    if (/^(?:and|&)$/i.test(s.form[and] ?? '') && name.type !== 'LOC') {
      if (FIRMS.test(s.form[end] ?? '')) while (end < s.size && FIRMS.test(s.form[end])) end++;
      else if (TRADES.test(s.form[end] ?? '')) {
        end++;
        while (end < s.size && (FIRMS.test(s.form[end]) || TRADES.test(s.form[end]))) end++;
        if (!FIRMS.test(s.form[end - 1]) && !/^(?:Sons|Brothers|Partners)$/.test(s.form[end - 1])) end = 0;
      } else end = 0;
    } else end = 0;
    if (end > 0) taken = end;
    names.push(end > 0 ? { ...name, type: 'ORG', end } : name);
  }
  return names;
}

/** "Parliament [of Norway]", "Popular Front [for the Liberation of Arland]", "Acme [, Inc.]": a body's name goes on over what hangs on it. */
function extended(s: Sentence, name: Name): Name {
  let end = name.end;
  for (let next = behind(s, name.first, end); next > end; next = behind(s, name.first, end)) end = next;
  return end === name.end ? name : { ...name, end };
}

function behind(s: Sentence, first: number, end: number): number {
  if (end < s.size && FIRMS.test(s.form[end])) return end + 1;
  if (end + 1 < s.size && s.form[end] === ',' && FIRMS.test(s.form[end + 1])) return end + 2;
  if (end >= s.size || !/^(?:of|for)$/i.test(s.form[end]) || FIRMS.test(s.form[end - 1])) return end;
  const head = s.head[end];
  if (head <= end || head > end + FAR || s.head[head] < first || s.head[head] >= end) return end;
  if (!CAPITAL.test(s.form[head]) || s.upos[head] === 'PRON') return end;
  for (let i = end + 1; i < head; i++)
    if (!CAPITAL.test(s.form[i]) && !(i === end + 1 && s.form[i] === 'the')) return end;
  let last = head;
  while (
    last + 1 < s.size &&
    s.head[last + 1] === head &&
    /^(?:flat|compound)/.test(s.deprel[last + 1]) &&
    CAPITAL.test(s.form[last + 1])
  )
    last++;
  // "Movement for Rights and Freedoms"
  const joined = last + 2;
  if (
    joined < s.size &&
    s.form[last + 1] === 'and' &&
    s.head[last + 1] === joined &&
    s.head[joined] === head &&
    CAPITAL.test(s.form[joined]) &&
    !s.names.some((other) => other.first === joined)
  )
    return joined + 1;
  return last + 1;
}

/** "Moon Jae-in", "Tsai Ing-wen": a family name and two syllables with a hyphen are one person. */
function hyphened(s: Sentence): Name[] {
  const found: Name[] = [];
  for (let i = 2; i + 1 < s.size; i++) {
    if (s.form[i] !== '-' || s.start[i] !== s.end[i - 1] || s.start[i + 1] !== s.end[i]) continue;
    const [family, one, two] = [s.form[i - 2], s.form[i - 1], s.form[i + 1]];
    if (!CAPITAL.test(family) || !CAPITAL.test(one) || NO_SYLLABLE.has(two)) continue;
    if (![family, one, two].every((word) => SYLLABLE.test(word))) continue;
    const named = s.names.some((name) => name.type === 'PER' && name.first <= i - 1 && name.end > i - 2);
    if (named || FAMILY_NAMES.has(family)) found.push({ type: 'PER', first: i - 2, end: i + 2 });
  }
  return found;
}

/** A person "and" another are two. */
function severed(s: Sentence, name: Name): Name[] {
  for (let i = name.first + 1; i + 1 < name.end; i++)
    if (s.form[i] === 'and') return [{ ...name, end: i }, ...severed(s, { ...name, first: i + 1 })];
  return [name];
}
