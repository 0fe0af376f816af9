import type { Sentence } from '../language/index.js';
import type { Commitment, Dispatch, TimeExpression, Trace } from '../records.js';
import { withVerbs } from './bare.js';
import type { Coded } from './coded.js';
import { codedSigns } from './coded-sign.js';
import { clauseAt, type Known } from './finish.js';
import { type Review, reviewed } from './learned/judge.js';
import { listedIn } from './learned/scene.js';
import { type Before, isQuestion, laterCondition } from './links.js';
import { isSame, type Made, replace, worth } from './made.js';
import { type InSentence, inSentence } from './sentence.js';
import { sidesOf } from './sides.js';
import { isUpheaval } from './voices.js';

/** Only the last commitments are looked at: what was said sixty commitments ago is said anew. */
const RECENT = 60;

/** `review` is the learned reader's, but in training. */
export function readCommitments(coded: Coded, trace?: Trace, review: Review = reviewed): Commitment[] {
  const input: Known = {
    ...coded,
    sentences: coded.sentences.map(withVerbs),
    byId: new Map(coded.statements.map((one) => [one.id, one])),
  };
  const sides = sidesOf(input.cast);
  if (sides.count < 2 && !(sides.count === 1 && isUpheaval(input.cast))) return [];
  const made: Made[] = [];
  const signs = codedSigns(input.events);
  let before: Before | null = null;
  let listed = 0;
  const timesIn = timesBySentence(input.times);
  for (const s of input.sentences) {
    const near = timesIn(s);
    if (isShouted(s, coded.dispatch)) continue;
    const here = listedIn(s);
    const around = listed * 4 + here;
    listed = here;
    const later = before ? laterCondition(s) : null;
    const last: Made | null = before?.made.at(-1) ?? null;
    if (later && last && last.record.condition === null) {
      const condition = { ...clauseAt(input.events, later), polarity: 'if' as const };
      replace(made, last, { ...last, record: { ...last.record, condition } });
      before = null;
      continue;
    }
    const found: InSentence = inSentence(input, sides, s, near, before, made.slice(-RECENT), signs, around, review);
    for (const one of found.made) {
      if (one.joins && made.includes(one.joins)) {
        replace(made, one.joins, one);
        continue;
      }
      let twin = made.length - Math.min(RECENT, made.length);
      while (twin < made.length && !isSame(one, made[twin])) twin++;
      if (twin === made.length) made.push(one);
      else if (worth(one) > worth(made[twin]) || (made[twin].headline && worth(one) === worth(made[twin])))
        made[twin] = { ...one, sentence: made[twin].sentence };
    }
    before =
      found.made.length > 0 || found.loose ? { made: found.made, condition: found.loose, asks: isQuestion(s) } : null;
  }
  made.sort((a, b) => a.record.trigger[0] - b.record.trigger[0]);
  return made.map(({ record }, index) => {
    const id = `c${index + 1}`;
    trace?.(id, `${record.kind} by ${record.rule}`);
    return { id, ...record };
  });
}

/** The times in a sentence, asked for sentence after sentence in the order of the text. */
function timesBySentence(given: readonly TimeExpression[]): (s: Sentence) => TimeExpression[] {
  // The dateline's stands first, wherever the headline is.
  const times = [...given].sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  return ({ span: [start, end] }) => {
    while (next < times.length && times[next].span[1] <= start) next++;
    const found: TimeExpression[] = [];
    for (let i = next; i < times.length && times[i].span[0] < end; i++)
      if (times[i].span[1] > start) found.push(times[i]);
    return found;
  };
}

/** A headline in capitals: the tree of one is not to be relied on, and the lead tells it again. Old wires wrote the story in capitals, too. */
export function isShouted(s: Sentence, { paragraphs }: Dispatch): boolean {
  return s.size > 3 && s.span[0] < (paragraphs[0]?.[0] ?? 0) && s.form.every((form) => form === form.toUpperCase());
}
