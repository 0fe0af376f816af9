// The door of the times stage: time expressions with their TIMEX3 values over the dispatch's date.
// The method is a cascade of finite-state rules (Abney, "Partial Parsing via Finite-State Cascades", 1996) over the words,
// then a walk through the text that gives each expression its place on the calendar.

import { parse, type Sentence } from '../language/index.js';
import type { Block, Dispatch, TimeExpression, Trace } from '../records.js';
import { dayNumber, monthLength, type Period } from './calendar.js';
import { codebook } from './codebook.js';
import type { Meaning } from './meaning.js';
import { lendDays, type Range, rangesOf, spread } from './ranges.js';
import { reason } from './reason.js';
import { applyLevel, meaningOf } from './rules.js';
import { asidesOf, type Found, isTold, nextStory, nextYears, recall } from './story.js';
import { directionOf } from './tense.js';
import { giveValue, type Valued } from './values.js';

export { numberWord } from './numbers.js';

/** Finds every time expression of the sentences. Relative ones stay unresolved (value with X) when the dispatch has no date. */
export function findTimes(
  input: { dispatch: Dispatch; sentences: readonly Sentence[] },
  trace?: Trace,
): TimeExpression[] {
  const { dispatch } = input;
  const sentences = withCrossheads(dispatch, input.sentences);
  const today = dayOf(dispatch.date?.value ?? null);
  const found = lendDays(findAll(sentences));
  const told = isTold(found, today);
  const times: TimeExpression[] = [];
  let story: Period | null = null;
  let storySentence = -1;
  const own = datelineDay(dispatch, today);
  if (own) times.push({ id: 't1', ...own });
  const asides = told ? asidesOf(found) : NO_ASIDES;
  const years = told ? nextYears(found, asides) : NO_YEARS;
  for (const range of rangesOf(found)) {
    const valued: Valued[] = [];
    const notes: string[] = [];
    for (const item of range.items) {
      const sentence = sentences[item.sentence];
      const headline = dispatch.blocks[sentence.block]?.kind === 'headline';
      const direction = directionOf(sentence, item.first, item.last, headline);
      const near = recall(story, item.sentence - storySentence, told, today, direction, item.meaning);
      const setting = { dispatch: today, story, told: near, next: years.get(item.span[0]) ?? null, direction };
      const value = giveValue(item.meaning, setting);
      if (trace) notes.push(reason(item.meaning, value, setting));
      valued.push(value);
      const after: Period | null = asides.has(item.span[0]) ? story : nextStory(story, item.meaning, value, told);
      if (after !== story || value.period !== null) storySentence = item.sentence;
      story = after;
    }
    for (const [i, time] of write(range, spread(range, valued)).entries()) {
      const id = `t${times.length + 1}`;
      times.push({ id, ...time });
      trace?.(
        id,
        `"${dispatch.text.slice(...time.span)}" is ${time.type} ${time.value}, rule ${time.rule}; ${notes[i]}`,
      );
    }
  }
  return times;
}

const NO_ASIDES: ReadonlySet<number> = new Set();
const NO_YEARS: ReadonlyMap<number, number> = new Map();
const CROSSHEADS: ReadonlySet<Block['kind']> = new Set(['crosshead']);

/** The sentences with those of the crossheads between them: "Autumn 1939" over a chapter tells when the chapter is. */
function withCrossheads(dispatch: Dispatch, sentences: readonly Sentence[]): readonly Sentence[] {
  if (!dispatch.blocks.some(({ kind }) => kind === 'crosshead') || sentences.length === 0) return sentences;
  const heads = parse(dispatch.text, dispatch.blocks, CROSSHEADS);
  return [...sentences, ...heads].sort((a, b) => a.span[0] - b.span[0]);
}

/** The day that stands in the dateline, as an expression of its own. */
function datelineDay(dispatch: Dispatch, today: number | null): Omit<TimeExpression, 'id'> | null {
  const { date } = dispatch;
  if (!date?.span || date.basis !== 'dateline' || today === null) return null;
  const inside = dispatch.blocks.some(
    ({ kind, span }) => kind === 'dateline' && span[0] <= (date.span?.[0] ?? -1) && (date.span?.[1] ?? 0) <= span[1],
  );
  if (!inside) return null;
  return {
    span: date.span,
    type: 'DATE',
    value: date.value,
    start: date.value,
    end: date.value,
    known: date.known,
    ...(date.known ? {} : { implied: ['year'] }),
    rule: 'dateline',
  };
}

function write(range: Range, valued: readonly Valued[]): Omit<TimeExpression, 'id'>[] {
  return range.items.map((item, i) => {
    const { type, value, start, end, implied } = valued[i];
    const known = implied.length === 0 && (start !== null || type === 'DURATION' || type === 'SET');
    return {
      span: item.span,
      type,
      value,
      start,
      end,
      known,
      ...(implied.length > 0 ? { implied } : {}),
      rule: item.rule,
    };
  });
}

/** All expressions in the order of the text, before they have a value. */
function findAll(sentences: readonly Sentence[]): Found[] {
  const { lex, levels } = codebook();
  const found: Found[] = [];
  sentences.forEach((sentence, index) => {
    let line: readonly import('./lexemes.js').Lexeme[] | null = lex(sentence);
    if (line === null) return;
    for (const level of levels) line = applyLevel(level, line);
    line.forEach((lexeme, position) => {
      if (lexeme.rule === null) return;
      const meaning: Meaning = meaningOf(lexeme);
      if (meaning.kind === 'PART') return;
      const next = line[position + 1];
      found.push({
        sentence: index,
        span: [lexeme.start, lexeme.end],
        first: lexeme.word,
        last: next === undefined ? sentence.size - 1 : Math.max(lexeme.word, next.word - 1),
        meaning,
        rule: lexeme.rule,
        before: line[position - 1]?.text ?? '',
        between: joint(line, position),
      });
    });
  });
  return found;
}

// The words between this expression and the one before it, when they are at most one.
function joint(line: readonly { text: string; rule: string | null }[], position: number): string | null {
  if (line[position - 1]?.rule !== null) return line[position - 1] === undefined ? null : '';
  return line[position - 2] !== undefined && line[position - 2].rule !== null ? line[position - 1].text : null;
}

function dayOf(value: string | null): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(value ?? '');
  if (m === null) return null;
  const [year, month, day] = m.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return dayNumber(year, month, day);
}
