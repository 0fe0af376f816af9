// What changed in the records from one edition of a story to the next: what is new, what is gone, and what is told otherwise ("10 dead"
// became 17, "said" became "denied"). Two records are one told otherwise when they agree in who and what and differ in how.

import type { Reading, Span } from '../records.js';
import { contentWords, resemblance } from './words.js';

export interface RecordChange {
  readonly kind: 'event' | 'statement' | 'commitment' | 'meeting' | 'claim' | 'figure' | 'source';
  readonly change: 'added' | 'dropped' | 'changed';
  /** What is told; of a change, what it was, an arrow, and what it is now. */
  readonly text: string;
}

/** A record by what it says, without ids and offsets. */
interface Line {
  readonly kind: RecordChange['kind'];
  /** What must agree for two to be one record told otherwise. */
  readonly what: string;
  /** Content words of what may be worded a little otherwise; empty when all of it stands in `what`. */
  readonly words: readonly string[];
  /** How it is told: what may change. */
  readonly how: string;
  /** The words of it, for a reader. */
  readonly matter: string;
}

/** How much of its words a record keeps that is told otherwise. */
const KEPT = 0.5;

/** What the second reading has otherwise than the first. Pure. */
export function recordChanges(before: Reading, after: Reading): RecordChange[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const gone = [...old].filter(([text]) => !now.has(text));
  const added = [...now].filter(([text]) => !old.has(text));
  const changes: RecordChange[] = [];
  const twins = new Set<string>();
  for (const [text, line] of gone) {
    const twin = added
      .filter(([other]) => !twins.has(other))
      .map(([other, next]) => ({ other, next, alike: alike(line, next) }))
      .filter(({ alike }) => alike >= KEPT)
      .sort((a, b) => b.alike - a.alike)[0];
    if (!twin) continue;
    twins.add(twin.other).add(text);
    // The same told in other words, and in no other way, is a matter of its sentence.
    if (twin.next.how === line.how) continue;
    const { kind, how, matter } = twin.next;
    changes.push({ kind, change: 'changed', text: `${line.how} → ${how}: ${matter}` });
  }
  for (const [text, { kind }] of added) if (!twins.has(text)) changes.push({ kind, change: 'added', text });
  for (const [text, { kind }] of gone) if (!twins.has(text)) changes.push({ kind, change: 'dropped', text });
  return changes;
}

/** A name without the number that it begins with: "Ten people", "at least 17 soldiers". */
const uncounted = (name: string): string => name.replace(COUNT, '').toLowerCase();

const COUNT =
  /^((at least|at most|more than|fewer than|less than|up to|about|around|nearly|almost|some|over|another|a|an|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|dozens?|scores?|several|many|of)\s+)+/i;

function alike(a: Line, b: Line): number {
  if (a.kind !== b.kind || a.what !== b.what || a.kind === 'source') return 0;
  return a.words.length === 0 && b.words.length === 0 ? 1 : resemblance(a.words, b.words);
}

/** The records of a reading by their whole text. */
function linesOf(reading: Reading): Map<string, Line> {
  const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
  const name = (id: string | null): string => (id === null ? 'somebody' : (names.get(id) ?? 'somebody'));
  const cut = ([start, end]: Span): string => reading.dispatch.text.slice(start, end).replace(/\s+/g, ' ');
  const lines = new Map<string, Line>();
  const put = (text: string, line: Line): void => void (lines.has(text) || lines.set(text, line));
  const plain = { words: [] as readonly string[] };
  for (const event of reading.events) {
    const who = (refs: typeof event.sources): string => refs.map(({ actor }) => name(actor)).join(', ');
    const by = event.sources.length > 0 ? ` ${who(event.sources)}` : '';
    const to = event.targets.length > 0 ? ` → ${who(event.targets)}` : '';
    const act = `${event.type}${by}${to}`;
    // "Ten people" and "seventeen people" are one target told otherwise: the number is a figure.
    const what = [
      event.type,
      ...event.sources.map(({ actor }) => uncounted(name(actor))),
      '→',
      ...event.targets.map(({ actor }) => uncounted(name(actor))),
    ].join(' ');
    const how = `${event.negated ? 'not ' : event.denied ? 'denied, ' : ''}${event.modality}`;
    put(`${act} (${how})`, { kind: 'event', what, ...plain, how, matter: act });
    for (const { kind, value } of event.figures)
      put(`${act}: ${value} ${kind}`, {
        kind: 'figure',
        what: `${what} ${kind}`,
        ...plain,
        how: String(value),
        matter: `${kind}, ${act}`,
      });
  }
  for (const { speaker, anonymity, cue, content } of reading.statements) {
    const who = speaker ? name(speaker) : (anonymity?.description ?? 'nobody named');
    const matter = content.map(cut).join(' … ');
    const how = `${who} ${cue.map(cut).join(' ')}`.trim();
    put(`${how}: ${matter}`, { kind: 'statement', what: '', words: contentWords(matter), how, matter });
    if (anonymity?.description)
      put(`anonymous source: ${anonymity.description}`, {
        kind: 'source',
        what: anonymity.description,
        ...plain,
        how: '',
        matter: anonymity.description,
      });
  }
  for (const { kind, holder, strength, consequence, condition, deadline } of reading.commitments) {
    const matter = consequence ? cut(consequence.span) : '';
    const when = condition ? ` ${condition.polarity} ${cut(condition.span)}` : '';
    const by = deadline ? ` by ${deadline.end.slice(0, 10)}` : '';
    put(`${kind} by ${name(holder)}: ${matter}${when}${by}`, {
      kind: 'commitment',
      what: name(holder),
      words: contentWords(matter),
      how: `${strength === 'plain' ? '' : `${strength} `}${kind}${when}${by}`,
      matter: `${name(holder)}, ${matter}`,
    });
  }
  for (const { form, status, parties, start } of reading.meetings) {
    const who = `${form}: ${parties.map(name).sort().join(', ')}`;
    const how = `${status}${start ? ` on ${start.slice(0, 10)}` : ''}`;
    put(`${who} (${how})`, { kind: 'meeting', what: who, ...plain, how, matter: who });
  }
  for (const { by, stance, span } of reading.claims) {
    const how = `${name(by)} ${stance}`;
    const matter = cut(span);
    put(`${how}: ${matter}`, { kind: 'claim', what: '', words: contentWords(matter), how, matter });
  }
  return lines;
}
