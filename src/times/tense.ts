// Which way a date without a year or a weekday without a date points: asks the verb that it hangs on.
// "will meet on Tuesday" is ahead, "met on Tuesday" behind, "talks due on Tuesday" ahead.

import type { Sentence } from '../language/index.js';

/** `sure` when the expression hangs on a verb itself rather than on a noun somewhere below one. */
export interface Direction {
  readonly way: 'past' | 'future' | 'present' | 'unknown';
  readonly sure: boolean;
  /** The word that tells it. @example "met" */
  readonly by?: string;
  /** True behind "until": a term that is still to come. */
  readonly until?: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const AHEAD_MODALS = words("will 'll ’ll shall would 'd ’d wo could may might should must can ca");
const AHEAD_BEFORE = words(
  'due scheduled slated set planned expected payable effective upcoming until till expire expires expiring planned coming next tentatively',
);
const BEHIND_BEFORE = words('since dated ended');
const AHEAD_WORDS = words(
  'scheduled slated due planned expected set upcoming likely ready bound poised effective payable tentative proposed future',
);
const REPORTING = words('say report announce write tell quote show add note');
const EXTENDING = words(
  'move reschedule shift postpone delay extend give have adjourn defer put push prolong allow suspend renew',
);
const BE = words("be is are was were been being 's ’s 're ’re am 'm");

const NOTHING: Direction = { way: 'unknown', sure: false };

/** The way of the expression whose words run from `first` to `last`. */
export function directionOf(s: Sentence, first: number, last: number, headline: boolean): Direction {
  const until = /^(?:until|till)$/i.test(s.form[first - 1] ?? '');
  const found = wayOf(s, first, last, headline);
  return until ? { ...found, until } : found;
}

function wayOf(s: Sentence, first: number, last: number, headline: boolean): Direction {
  const near = nearWords(s, first);
  if (near !== null) return near;
  const next = verbBehind(s, first, last);
  if (next !== null) return next;
  let top = last;
  for (let w = last; w >= first; w--) if (s.head[w] < first || s.head[w] > last) top = w;
  // "Friday's purchases", "a June agreement": the noun has its own time, not the verb's.
  if (s.deprel[top] === 'nmod:poss' || s.deprel[top] === 'compound') return ownTime(s, top);
  let sure = true;
  let nouns = 0;
  for (let w = s.head[top], steps = 0; w >= 0 && steps < 12; w = s.head[w], steps++) {
    const tag = s.xpos[w];
    const upos = s.upos[w];
    if (upos === 'VERB' || (upos === 'AUX' && hasSubject(s, w)) || isPredicate(s, w)) {
      const way = wayOfVerb(s, w, headline);
      const by = s.form[w];
      // "If they have not left by Monday night": yet to come.
      if (way === 'past' && isConditionalPerfect(s, w)) return { way: 'future', sure, by };
      if (way === 'past' && (lasts(s, w, first) || awaited(s, w, headline))) return { way: 'future', sure, by };
      if (way !== 'unknown') return { way, sure: sure && !hasInfinitive(s, w, first), by };
      sure = false;
      continue;
    }
    if (AHEAD_WORDS.has(s.lemma[w]?.toLowerCase() ?? '')) return { way: 'future', sure };
    if (tag?.startsWith('N')) {
      for (let i = Math.max(0, w - 3); i < w; i++) {
        if (s.head[i] === w && AHEAD_WORDS.has(s.form[i].toLowerCase())) return { way: 'future', sure };
      }
      if (++nouns > 0) sure = false;
    }
  }
  // "by August": a term that nothing tells to be past.
  return s.form[first - 1]?.toLowerCase() === 'by' ? { way: 'future', sure: false } : NOTHING;
}

// "Holm on Monday proposed talks", "the bloc, which on Friday gave them a week, is to meet": the verb right behind the expression is its own,
// whatever the tree makes of it, when the subject stands right before it.
function verbBehind(s: Sentence, first: number, last: number): Direction | null {
  const before = /^on$/i.test(s.form[first - 1] ?? '') ? first - 2 : -1;
  const verb = last + 1;
  if (before < 0 || verb >= s.size || !/^(?:PROPN|PRON|NOUN)$/.test(s.upos[before])) return null;
  const by = s.form[verb];
  const active =
    s.xpos[verb] === 'VBD' || (s.xpos[verb] === 'VBN' && s.deprel[verb] !== 'amod' && hasOwnSubject(s, verb));
  const relative = /^(?:who|which|that)$/i.test(s.form[before]);
  return active && (relative || hasOwnSubject(s, verb)) ? { way: 'past', sure: true, by } : null;
}

// A subject that does what the verb tells, with no auxiliary between.
function hasOwnSubject(s: Sentence, verb: number): boolean {
  let subject = false;
  for (let i = 0; i < verb; i++) {
    if (s.head[i] !== verb) continue;
    if (s.deprel[i] === 'nsubj') subject = true;
    else if (/^aux/.test(s.deprel[i])) return false;
  }
  return subject;
}

// "likely to buy as soon as trading opened Monday", "would leave once the vote was held": what is yet to come, told in the past.
function awaited(s: Sentence, verb: number, headline: boolean): boolean {
  let up = s.head[verb];
  if (up >= 0 && s.upos[up] === 'ADV') up = s.head[up];
  if (s.deprel[verb] !== 'advcl' || up < 0) return false;
  for (let i = 0; i < verb; i++)
    if (s.head[i] === verb && s.deprel[i] === 'mark' && /^(?:as|once|when|until|if|after)$/i.test(s.form[i]))
      return s.upos[up] === 'VERB' && wayOfVerb(s, up, headline) === 'future';
  return false;
}

// "If they have not pulled back", "unless it has answered".
function isConditionalPerfect(s: Sentence, verb: number): boolean {
  let mark = false;
  let has = false;
  for (let i = Math.max(0, verb - 12); i < verb; i++) {
    if (s.head[i] !== verb) continue;
    if (s.deprel[i] === 'mark' && /^(?:if|unless|once|until)$/i.test(s.form[i])) mark = true;
    if (s.deprel[i] === 'aux' && /^(?:have|has)$/i.test(s.form[i])) has = true;
  }
  return mark && has;
}

// A noun's own time is open, unless a word beside it says that it is still to come.
function ownTime(s: Sentence, top: number): Direction {
  const noun = s.head[top];
  for (let i = Math.max(0, noun - 6); i < noun; i++) {
    if (s.head[i] === noun && AHEAD_WORDS.has(s.form[i].toLowerCase())) return { way: 'future', sure: false };
  }
  return NOTHING;
}

// "postponed until Tuesday", "gave them until Friday"
function lasts(s: Sentence, verb: number, first: number): boolean {
  const before = s.form[first - 1]?.toLowerCase();
  return (
    (before === 'until' || before === 'till' || before === 'to') && EXTENDING.has(s.lemma[verb]?.toLowerCase() ?? '')
  );
}

// "decided to admit Poland in March": the date may belong to the infinitive.
function hasInfinitive(s: Sentence, verb: number, before: number): boolean {
  for (let i = verb + 1; i < before; i++) {
    if (s.xpos[i] === 'VB' && (s.deprel[i] === 'xcomp' || s.deprel[i] === 'ccomp' || s.deprel[i] === 'advcl'))
      return true;
  }
  return false;
}

// "due Jan. 2", "since March", "until Friday"
function nearWords(s: Sentence, first: number): Direction | null {
  // "Unless the siege ends by the weekend".
  if (/^by$/i.test(s.form[first - 1] ?? '') && /^weekend$/i.test(s.form[first + 1] ?? ''))
    return { way: 'future', sure: true, by: 'by' };
  if (s.form[first - 1] === 'as' && ['soon', 'early'].includes(s.form[first - 2])) return { way: 'future', sure: true };
  for (let i = first - 1; i >= 0 && i >= first - 3; i--) {
    const word = s.form[i].toLowerCase();
    if (i >= first - 1 && BEHIND_BEFORE.has(word)) return { way: 'past', sure: true, by: word };
    if (AHEAD_BEFORE.has(word) && (word !== 'set' || s.form[i + 1]?.toLowerCase() === 'for')) {
      if (word === 'until' || word === 'till') return null;
      return { way: 'future', sure: true, by: word };
    }
    if (word === ',' || word === ';' || word === 'and') return null;
  }
  return null;
}

const hasSubject = (s: Sentence, w: number): boolean => {
  for (let i = 0; i < s.size; i++) if (s.head[i] === w && s.deprel[i].startsWith('nsubj')) return true;
  return false;
};

// A noun or adjective that is a predicate: it has a copula.
const isPredicate = (s: Sentence, w: number): boolean => {
  for (let i = 0; i < s.size; i++) if (s.head[i] === w && s.deprel[i] === 'cop') return true;
  return false;
};

const isNegated = (s: Sentence, verb: number): boolean => {
  for (let i = 0; i < s.size; i++) {
    // "Neither of them could be reached", "no official could be found".
    if (s.head[i] === verb && s.deprel[i].startsWith('nsubj')) {
      for (let w = Math.max(0, i - 6); w <= i; w++)
        if (/^(?:no|none|nobody|neither)$/i.test(s.form[w]) && (w === i || s.head[w] === i)) return true;
    }
    if (s.head[i] === verb && ['not', "n't", 'n’t', 'never', 'neither', 'nor'].includes(s.form[i].toLowerCase()))
      return true;
  }
  return false;
};

function wayOfVerb(s: Sentence, verb: number, headline: boolean): Direction['way'] {
  let to = false;
  let aux = '';
  let haveAux = false;
  let pastAux = false;
  let presentAux = false;
  for (let i = Math.max(0, verb - 12); i < s.size && i < verb + 4; i++) {
    if (s.head[i] !== verb) continue;
    const rel = s.deprel[i];
    const form = s.form[i].toLowerCase();
    if (rel === 'mark' && form === 'to') to = true;
    if (rel === 'aux' || rel === 'aux:pass' || rel === 'cop') {
      if (AHEAD_MODALS.has(form) && s.xpos[i] === 'MD') aux = form;
      else if (form === 'have' || form === 'has' || form === "'ve" || form === '’ve' || form === 'had') haveAux = true;
      else if (form === 'was' || form === 'were' || form === 'did') pastAux = true;
      else if (BE.has(form) || form === 'do' || form === 'does') presentAux = true;
    }
  }
  const lemma = s.lemma[verb]?.toLowerCase() ?? '';
  const tag = s.xpos[verb];
  if (aux !== '') return haveAux || (aux === 'could' && isNegated(s, verb)) ? 'past' : 'future';
  if (to) {
    const up = s.head[verb];
    if (up < 0) return 'future';
    if (s.deprel[verb] === 'advcl') return 'unknown';
    return 'future';
  }
  // "set out for Aden on Monday": under way, and nothing that is set for a day.
  const away = tag === 'VBD' && lemma === 'set' && /^(?:out|off|sail|foot)$/i.test(s.form[verb + 1] ?? '');
  if (AHEAD_WORDS.has(s.form[verb].toLowerCase()) && /^(?:VBN|VBD|JJ)$/.test(tag) && !away) return 'future';
  if (haveAux || pastAux) return s.form[verb].toLowerCase() === 'going' ? 'future' : 'past';
  if (tag === 'VBD') return 'past';
  if (presentAux && tag === 'VBN') return headline ? 'past' : 'present';
  if (tag === 'VBN') return 'past';
  if (tag === 'VBZ' || tag === 'VBP' || presentAux) {
    if (headline || REPORTING.has(lemma)) return 'past';
    return 'present';
  }
  return tag === 'VB' ? 'present' : 'unknown';
}
