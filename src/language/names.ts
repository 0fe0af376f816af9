// Names made whole by the tree: the network knows a name by its words, the tree knows where its phrase ends.

import { type Name, NO_NAMES, type Sentence } from './sentence.js';
import { FAMILY_NAMES } from './tables.js';

const CAPITAL = /^\p{Lu}/u;
const FIRMS = /^(?:Inc|Ltd|Corp|Co|LLC|LLP|L\.P|Plc|PLC|S\.A|N\.V|GmbH)\.?$/;
const FAR = 6;

/** One syllable as Chinese and Korean are written in Latin letters. */
const SYLLABLE = /^[b-df-hj-np-tv-z]*[aeiouy]+(?:n|ng|m|k|l|h|p|t|r)?$/i;
const NO_SYLLABLE = new Set('run win fan men gun tip top'.split(' '));

const named = (type: Name['type'], first: number, end: number): Name => ({ type, first, end });

/** The names of a sentence, none inside another. `s.names` are those of the network. */
export function wholeNames(s: Sentence): readonly Name[] {
  const joined = hyphened(s);
  if (joined.length === 0 && s.names.length === 0) return NO_NAMES;
  const apart = (name: Name): boolean => joined.every((other) => name.end <= other.first || name.first >= other.end);
  const found: Name[] = [];
  for (const name of firms(s, initialled(s))) {
    if (name.type === 'ORG') found.push(extended(s, name));
    else if (name.type === 'PER') found.push(...severed(s, name));
    else found.push(name);
  }
  const names = joined.length === 0 ? found : found.filter(apart).concat(joined);
  names.sort((a, b) => a.first - b.first);
  const whole: Name[] = [];
  let end = 0;
  for (const name of names) {
    if (name.first < end) continue;
    end = name.end;
    whole.push(name);
  }
  return whole;
}

const INITIALS = /^(?:\p{Lu}\.){1,3}$/u;
const STATES = /^U\.[SKN]\.$/;

/** "[J.P.] Morgan", "[C.] Itoh": the initials before a name belong to it. */
function initialled(s: Sentence): readonly Name[] {
  return s.names.map((name) => {
    let { first } = name;
    while (
      first > 0 &&
      name.type !== 'LOC' &&
      INITIALS.test(s.form[first - 1]) &&
      !STATES.test(s.form[first - 1]) &&
      !s.names.some((other) => other !== name && other.end >= first && other.first < first)
    )
      first--;
    return first === name.first ? name : named(name.type, first, name.end);
  });
}

/** The second half of a firm's name, of which nobody has a whole name: "Pacific Gas [and Electric Co]". */
const TRADES =
  /^(?:Banking|Telephone|Telegraph|Electric|Electricity|Gas|Power|Light|Steamship|Marine|Trading|Finance|Investment|Insurance|Casualty|Chemical|Chemicals|Smelting|Refining|Mining|Manufacturing|Machinery|Trust|Savings|Iron|Steel|Paper|Telecommunications|Heavy|Shipping|Navigation|Brewing|Sons|Brothers|Partners|Company|Co)$/;

/** "Itoh [and Co Ltd]", "Pacific Gas [and Electric Co]", "Abel Moss [and Sons]": a firm's name goes on behind "and". */
function firms(s: Sentence, given: readonly Name[]): readonly Name[] {
  const names: Name[] = [];
  let taken = 0;
  for (const name of given) {
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
    names.push(end > 0 ? named('ORG', name.first, end) : name);
  }
  return names;
}

/** "Parliament [of Norway]", "Popular Front [for the Liberation of Arland]", "Acme [, Inc.]": a body's name goes on over what hangs on it. */
function extended(s: Sentence, name: Name): Name {
  let end = name.end;
  for (let next = behind(s, name.first, end); next > end; next = behind(s, name.first, end)) end = next;
  return end === name.end ? name : named(name.type, name.first, end);
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
    const known = s.names.some((name) => name.type === 'PER' && name.first <= i - 1 && name.end > i - 2);
    if (known || FAMILY_NAMES.has(family)) found.push(named('PER', i - 2, i + 2));
  }
  return found;
}

/** A person "and" another are two. */
function severed(s: Sentence, name: Name): Name[] {
  for (let i = name.first + 1; i + 1 < name.end; i++)
    if (s.form[i] === 'and') return [named(name.type, name.first, i), ...severed(s, named(name.type, i + 1, name.end))];
  return [name];
}
