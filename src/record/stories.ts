// Stories: the editions of one story and what changed between two of them, in words and in records.

import type { Reading } from '../records.js';
import { byKey } from './clusters.js';
import type { StoryReport } from './types.js';
import { contentWords, resemblance } from './words.js';

/** One story with its editions, first to last. */
export interface Story {
  readonly id: string;
  readonly headline: string;
  readonly first: string;
  readonly last: string;
  /** True when an edition withdraws it. */
  readonly withdrawn: boolean;
  readonly editions: readonly EditionRef[];
}

export interface EditionRef {
  readonly dispatch: string;
  readonly id: string;
  readonly published: string;
  readonly agency: string | null;
  readonly headline: string;
  readonly edition: { readonly kind: string; readonly number: number | null } | null;
}

/** What changed from one edition to the next. */
export interface Changes {
  readonly from: string;
  readonly to: string;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  /** The sentence before and after. */
  readonly reworded: readonly (readonly [before: string, after: string])[];
  readonly records: readonly RecordChange[];
}

export interface RecordChange {
  readonly kind: 'event' | 'statement' | 'commitment' | 'meeting' | 'claim' | 'figure';
  readonly change: 'added' | 'dropped' | 'changed';
  readonly text: string;
}

/** The story of the reports. Pure; the order of the reports does not matter. */
export function storyOf(reports: readonly StoryReport[]): Story {
  const sorted = [...reports].sort(
    (a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0) || rank(a) - rank(b) || byKey(a, b),
  );
  const last = sorted[sorted.length - 1];
  return {
    id: [...reports].sort(byKey)[0].key,
    headline: last.text,
    first: sorted[0].published,
    last: last.published,
    withdrawn: sorted.some(({ edition }) => edition?.kind === 'withdrawn'),
    editions: sorted.map(({ dispatch, id, published, agency, text, edition }) => ({
      dispatch,
      id,
      published,
      agency,
      headline: text,
      edition,
    })),
  };
}

/** Where an edition of one day stands among the others: first version, updates by number, each before its corrections, withdrawal. */
function rank({ edition }: StoryReport): number {
  if (!edition) return 0;
  if (edition.kind === 'withdrawn') return 1000;
  if (edition.kind === 'alert') return -1;
  const numbered = edition.kind === 'update' || edition.kind === 'wrapup' ? 1 : edition.number === null ? 0.5 : 1.5;
  return (edition.number ?? 0) + numbered;
}

/** What changed between two readings of one story. */
export function changesBetween(before: Reading, after: Reading): Changes {
  const old = sentencesOf(before);
  const now = sentencesOf(after);
  const kept = new Set(now);
  const known = new Set(old);
  const dropped = old.filter((sentence) => !kept.has(sentence));
  const added = now.filter((sentence) => !known.has(sentence));
  const reworded: [string, string][] = [];
  for (const sentence of [...dropped]) {
    const words = contentWords(sentence);
    const twin = added
      .map((candidate) => ({ candidate, alike: resemblance(words, contentWords(candidate)) }))
      .filter(({ alike }) => alike >= 0.5)
      .sort((a, b) => b.alike - a.alike)[0]?.candidate;
    if (twin === undefined) continue;
    reworded.push([sentence, twin]);
    dropped.splice(dropped.indexOf(sentence), 1);
    added.splice(added.indexOf(twin), 1);
  }
  return {
    from: before.dispatch.id,
    to: after.dispatch.id,
    added,
    dropped,
    reworded,
    records: recordChanges(before, after),
  };
}

const sentencesOf = ({ dispatch, sentences }: Reading): string[] =>
  sentences.map(([start, end]) => dispatch.text.slice(start, end).replace(/\s+/g, ' '));

/** Records by what they say, without ids and offsets. */
function recordChanges(before: Reading, after: Reading): RecordChange[] {
  const changes: RecordChange[] = [];
  const old = linesOf(before);
  const now = linesOf(after);
  for (const [text, kind] of now) if (!old.has(text)) changes.push({ kind, change: 'added', text });
  for (const [text, kind] of old) if (!now.has(text)) changes.push({ kind, change: 'dropped', text });
  return changes;
}

function linesOf(reading: Reading): Map<string, RecordChange['kind']> {
  const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
  const name = (id: string | null): string => (id === null ? 'somebody' : (names.get(id) ?? 'somebody'));
  const cut = ([start, end]: readonly [number, number]): string =>
    reading.dispatch.text.slice(start, end).replace(/\s+/g, ' ');
  const lines = new Map<string, RecordChange['kind']>();
  for (const event of reading.events) {
    const who = (refs: typeof event.sources): string => refs.map(({ actor }) => name(actor)).join(', ');
    const state = event.negated ? 'not ' : event.denied ? 'denied, ' : '';
    const to = event.targets.length > 0 ? ` → ${who(event.targets)}` : '';
    const by = event.sources.length > 0 ? ` ${who(event.sources)}` : '';
    lines.set(`${event.type}${by}${to} (${state}${event.modality})`, 'event');
    for (const { kind, value } of event.figures) lines.set(`${event.type}: ${value} ${kind}`, 'figure');
  }
  for (const statement of reading.statements) {
    const who = statement.speaker ? name(statement.speaker) : (statement.anonymity?.description ?? 'nobody named');
    lines.set(`${who} ${statement.cue.map(cut).join(' ')}: ${statement.content.map(cut).join(' … ')}`, 'statement');
  }
  for (const { kind, holder, consequence, condition } of reading.commitments) {
    const what = consequence ? cut(consequence.span) : '';
    lines.set(
      `${kind} by ${name(holder)}: ${what}${condition ? ` ${condition.polarity} ${cut(condition.span)}` : ''}`,
      'commitment',
    );
  }
  for (const { form, status, parties, start } of reading.meetings) {
    lines.set(
      `${form} ${status}: ${parties.map(name).sort().join(', ')}${start ? ` on ${start.slice(0, 10)}` : ''}`,
      'meeting',
    );
  }
  for (const { by, stance, span } of reading.claims) lines.set(`${name(by)} ${stance}: ${cut(span)}`, 'claim');
  return lines;
}
