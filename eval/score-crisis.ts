// How well commitments, meetings and claims are found: our corpus against the reading of its passages.
// `node dist/eval/score-crisis.js` prints the table, `... tune` or `... tune/breadth` that of a half or of one file; `... --faults [FILE] [WORD]` lists
// what was missed, invented and got wrong on the half that may be looked at; `... agreement` how far two annotators agree.
//
// A record is found when its words overlap those of an annotated record of the same kind (threat, promise ...), form (any) or stance; each annotated
// record is found once, each found record counts once. Fields are counted over the records that were found.

import { pathToFileURL } from 'node:url';
import { dispatchOf } from '../src/intake/index.js';
import { read } from '../src/reading.js';
import type { Actor, Reading, Span } from '../src/records.js';
import { HALVES, type Half, type Party, type Passage, passages, second, TWICE } from './corpus.js';
import { type Figure, table } from './figures.js';

const FLOOR = 70;
const AIM = 85;

/** Right and wrong values of one field, and values that were given where none stands. */
interface Field {
  right: number;
  want: number;
  got: number;
}

/** The counts of one kind of record. */
interface Tally {
  want: number;
  got: number;
  right: number;
  readonly fields: Map<string, Field>;
  readonly faults: string[];
}

const newTally = (): Tally => ({ want: 0, got: 0, right: 0, fields: new Map(), faults: [] });

function count(tally: Tally, field: string, want: boolean, got: boolean, right: boolean): void {
  const counts = tally.fields.get(field) ?? { right: 0, want: 0, got: 0 };
  if (want) counts.want++;
  if (got) counts.got++;
  if (want && got && right) counts.right++;
  tally.fields.set(field, counts);
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
const touches = (a: Span | null, b: Span | null): boolean => a !== null && b !== null && overlap(a, b) > 0;
/** The shared part is at least half of the shorter one. */
const half = (a: Span | null, b: Span | null): boolean =>
  a !== null && b !== null && overlap(a, b) * 2 >= Math.min(a[1] - a[0], b[1] - b[0]);
/** The shared part is at least half of the longer one: good enough as a field's value. */
const same = (a: Span | null, b: Span | null): boolean =>
  a !== null && b !== null && overlap(a, b) * 2 >= Math.max(a[1] - a[0], b[1] - b[0]);

/** Pairs each wanted record with at most one found record, best pairs first. */
function pairs<W, G>(want: readonly W[], got: readonly G[], score: (want: W, got: G) => number): Map<number, number> {
  const all: [score: number, want: number, got: number][] = [];
  for (const [w, wanted] of want.entries()) {
    for (const [g, given] of got.entries()) {
      const value = score(wanted, given);
      if (value > 0) all.push([value, w, g]);
    }
  }
  all.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const found = new Map<number, number>();
  const used = new Set<number>();
  for (const [, w, g] of all) {
    if (found.has(w) || used.has(g)) continue;
    found.set(w, g);
    used.add(g);
  }
  return found;
}

/** True when the actor is the one that the gold names by country or by words. */
export function isParty(actor: Actor | undefined, party: Party, text: string): boolean {
  if (!actor) return false;
  return party.split('/').some((words) => {
    if (/^[A-Z]{3}$/.test(words) && actor.country !== null) return actor.country === words;
    const wanted = words.toLowerCase();
    if (actor.name.toLowerCase().includes(wanted)) return true;
    return actor.mentions.some(([start, end]) => text.slice(start, end).toLowerCase().includes(wanted));
  });
}

/** Marks readings against passages. */
export class Marker {
  readonly commitments = newTally();
  readonly meetings = newTally();
  readonly claims = newTally();

  add(passage: Passage, reading: Reading): void {
    this.#commitments(passage, reading);
    this.#meetings(passage, reading);
    this.#claims(passage, reading);
  }

  #commitments({ name, text, commitments: want }: Passage, reading: Reading): void {
    const tally = this.commitments;
    const got = reading.commitments;
    const found = pairs(want, got, (w, g) => {
      if (w.kind !== g.kind) return 0;
      const trigger = w.on.some((on) => touches(on, g.trigger));
      const consequence = half(w.consequence, g.consequence?.span ?? null);
      const condition = half(w.condition, g.condition?.span ?? null);
      return (consequence ? 4 : 0) + (trigger ? 2 : 0) + (condition && (trigger || consequence) ? 1 : 0);
    });
    tally.want += want.length;
    tally.got += got.length;
    tally.right += found.size;
    for (const [w, wanted] of want.entries()) {
      const g = found.get(w);
      if (g === undefined) {
        tally.faults.push(
          `${name}: missed ${wanted.kind} "${slice(text, wanted.on[0])}" > "${slice(text, wanted.consequence)}"`,
        );
        continue;
      }
      const given = got[g];
      this.#actor(tally, 'holder', wanted.holder, given.holder, name, reading);
      this.#actor(tally, 'addressee', wanted.addressee, given.addressee, name, reading);
      const consequence = given.consequence?.span ?? null;
      const condition = given.condition?.span ?? null;
      this.#span(tally, 'consequence', wanted.consequence, consequence, name, text);
      this.#span(tally, 'condition', wanted.condition, condition, name, text);
      count(
        tally,
        'polarity',
        wanted.polarity !== null,
        condition !== null,
        wanted.polarity === given.condition?.polarity,
      );
      const by = given.deadline?.end.slice(0, 10) ?? null;
      const due = wanted.deadline;
      count(tally, 'deadline', due !== null, by !== null, by?.startsWith(due ?? '?') === true);
      count(tally, 'strength', true, true, wanted.strength === given.strength);
      if (wanted.setting !== null) {
        this.#value(
          tally,
          'setting',
          wanted.setting,
          given.setting ?? null,
          `${name}: "${slice(text, given.trigger)}"`,
        );
      }
    }
    for (const [g, given] of got.entries()) {
      if ([...found.values()].includes(g)) continue;
      const consequence = given.consequence?.span ?? null;
      tally.faults.push(
        `${name}: invented ${given.kind} "${slice(text, given.trigger)}" > "${slice(text, consequence)}" (${given.rule})`,
      );
    }
  }

  #meetings({ name, text, meetings: want }: Passage, reading: Reading): void {
    const tally = this.meetings;
    const got = reading.meetings;
    const found = pairs(want, got, (w, g) => {
      const hit = w.on.some((on) => [g.span, ...g.mentions].some((span) => touches(on, span)));
      return hit ? 4 + (w.status === g.status ? 2 : 0) + (w.start === g.start?.slice(0, 10) ? 1 : 0) : 0;
    });
    tally.want += want.length;
    tally.got += got.length;
    tally.right += found.size;
    for (const [w, wanted] of want.entries()) {
      const g = found.get(w);
      if (g === undefined) {
        tally.faults.push(`${name}: missed ${wanted.status} ${wanted.form} "${slice(text, wanted.on[0])}"`);
        continue;
      }
      const given = got[g];
      const about = `${name}: "${slice(text, given.span)}"`;
      this.#value(tally, 'form', wanted.form, given.form, about);
      this.#value(tally, 'status', wanted.status, given.status, about);
      const start = given.start?.slice(0, 10) ?? null;
      const end = given.end?.slice(0, 10) ?? null;
      const range = (from: string | null, to: string | null) => (from === null ? null : `${from}..${to}`);
      this.#value(tally, 'date', range(wanted.start, wanted.end), range(start, end), about);
      const place = given.place?.name ?? null;
      const where = wanted.place?.toLowerCase() ?? null;
      const words = given.place?.span ? slice(text, given.place.span).toLowerCase() : '';
      const there = where !== null && place !== null && (words.includes(where) || place.toLowerCase().includes(where));
      this.#value(tally, 'place', where, there ? where : (place?.toLowerCase() ?? null), about);
      this.#value(tally, 'level', wanted.level, given.level, about);
      this.#value(tally, 'format', wanted.format, given.format, about);
      this.#value(tally, 'round', wanted.round, given.round, about);
      this.#span(tally, 'outcome', wanted.outcome, given.outcome, name, text);
      this.#actor(tally, 'requestedBy', wanted.asked, given.requestedBy, name, reading);
      this.#actor(tally, 'host', wanted.host, given.host, name, reading);
      const actors = given.parties.map((id) => actorOf(reading, id));
      for (const party of wanted.parties) {
        const hit = actors.some((actor) => isParty(actor, party, text));
        count(tally, 'parties', true, false, false);
        if (hit) tally.fields.get('parties')!.right++;
        else tally.faults.push(`${about}: parties lack ${party}`);
      }
      for (const actor of actors) {
        // What the gold names twice over (a country by two of its people) is no extra party.
        const hit = wanted.parties.some((party) => isParty(actor, party, text));
        count(tally, 'parties', false, hit, false);
        if (!hit) {
          tally.fields.get('parties')!.got++;
          tally.faults.push(`${about}: parties have ${actor?.name}`);
        }
      }
      const parties = tally.fields.get('parties');
      if (parties) parties.got = Math.max(parties.got, parties.right);
    }
    for (const [g, given] of got.entries()) {
      if ([...found.values()].includes(g)) continue;
      tally.faults.push(`${name}: invented ${given.status} ${given.form} "${slice(text, given.span)}" (${given.rule})`);
    }
  }

  #claims({ name, text, claims: want }: Passage, reading: Reading): void {
    const tally = this.claims;
    const got = reading.claims;
    const found = pairs(want, got, (w, g) => {
      if (w.stance !== g.stance) return 0;
      return Math.max(0, ...w.span.map((span) => (half(span, g.span) ? overlap(span, g.span) : 0)));
    });
    tally.want += want.length;
    tally.got += got.length;
    tally.right += found.size;
    for (const [w, wanted] of want.entries()) {
      const g = found.get(w);
      if (g === undefined) {
        tally.faults.push(`${name}: missed ${wanted.stance} "${slice(text, wanted.span[0])}"`);
        continue;
      }
      const given = got[g];
      this.#actor(tally, 'by', wanted.by, given.by, name, reading);
      const target = given.against === null ? -1 : got.findIndex((claim) => claim.id === given.against);
      const right = wanted.against !== null && found.get(wanted.against) === target;
      count(tally, 'against', wanted.against !== null, target >= 0, right);
      if (wanted.against !== null && !right) tally.faults.push(`${name}: "${slice(text, given.span)}" against what?`);
      this.#span(tally, 'span', wanted.span[0], given.span, name, text);
    }
    for (const [g, given] of got.entries()) {
      if ([...found.values()].includes(g)) continue;
      tally.faults.push(`${name}: invented ${given.stance} "${slice(text, given.span)}" (${given.rule})`);
    }
  }

  #actor(tally: Tally, field: string, want: Party[], id: string | null, name: string, reading: Reading): void {
    const actor = id === null ? undefined : actorOf(reading, id);
    const right = want.some((party) => isParty(actor, party, reading.dispatch.text));
    count(tally, field, want.length > 0, id !== null, right);
    if (!right && (want.length > 0 || id !== null)) {
      tally.faults.push(
        `${name}: ${field} ${actor ? `${actor.name} (${actor.code})` : '?'}, not ${want.join(' + ') || '?'}`,
      );
    }
  }

  #span(tally: Tally, field: string, want: Span | null, got: Span | null, name: string, text: string): void {
    const right = same(want, got);
    count(tally, field, want !== null, got !== null, right);
    if (!right && (want !== null || got !== null)) {
      tally.faults.push(`${name}: ${field} "${slice(text, got)}", not "${slice(text, want)}"`);
    }
  }

  #value<T>(tally: Tally, field: string, want: T | null, got: T | null, about: string): void {
    count(tally, field, want !== null, got !== null, want === got);
    if (want !== got) tally.faults.push(`${about}: ${field} ${got ?? '?'}, not ${want ?? '?'}`);
  }
}

const actorOf = (reading: Reading, id: string): Actor | undefined => reading.actors.find((actor) => actor.id === id);

function slice(text: string, span: Span | null): string {
  return span === null ? '' : text.slice(...span).replace(/\s+/g, ' ');
}

/** Reads the passages of a half, or of one file of it, and marks them. */
function mark(part: Half, file = ''): Marker {
  const marker = new Marker();
  for (const passage of passages(part, file)) {
    marker.add(passage, read(dispatchOf(passage.text, { id: passage.name, date: passage.date })));
  }
  return marker;
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);
const f1 = (right: number, want: number, got: number): number | null => percent(2 * right, want + got);

/** How far two annotators agree who did not know of one another: the second's records against the first's, found as a reading's are. */
export function agreement(): Figure[] {
  return TWICE.flatMap((half) => {
    const marker = new Marker();
    const other = new Map(second(half).map((passage) => [passage.name, passage]));
    for (const passage of passages(half)) {
      const theirs = other.get(passage.name);
      if (theirs) marker.add(passage, asReading(theirs));
    }
    return (['commitments', 'meetings', 'claims'] as const).flatMap((part) =>
      figuresOf(`corpus, ${half}, two annotators`, part, marker[part])
        .slice(0, 3)
        .map(({ stage, set, measure, value }) => ({ stage, set, measure, value })),
    );
  });
}

/** An annotation in the shape of a reading, as far as records are found by it; actors and fields are left out. */
function asReading({ name, date, text, commitments, meetings, claims }: Passage): Reading {
  return {
    ...read(dispatchOf('', { id: name, date })),
    dispatch: dispatchOf(text, { id: name, date }),
    commitments: commitments.map(({ kind, on, consequence, strength }, i) => ({
      id: `c${i + 1}`,
      kind,
      holder: null,
      addressee: null,
      consequence: consequence && { span: consequence, events: [] },
      condition: null,
      deadline: null,
      strength,
      statement: null,
      trigger: on[0],
      rule: 'annotator',
    })),
    meetings: meetings.map(({ form, status, on, start, end, level, format, round, outcome }, i) => ({
      id: `m${i + 1}`,
      form,
      status,
      parties: [],
      start,
      end,
      known: true,
      place: null,
      requestedBy: null,
      host: null,
      level,
      format,
      round,
      outcome,
      span: on[0],
      mentions: on.slice(1),
      statement: null,
      rule: 'annotator',
    })),
    claims: claims.map(({ stance, span }, i) => ({
      id: `k${i + 1}`,
      span: span[0],
      by: null,
      stance,
      against: null,
      events: [],
      statement: null,
      rule: 'annotator',
    })),
  };
}

function figuresOf(set: string, stage: string, tally: Tally): Figure[] {
  const figures: Figure[] = [
    { stage, set, measure: `precision (${tally.got} found)`, value: percent(tally.right, tally.got) },
    { stage, set, measure: `recall (${tally.want} annotated)`, value: percent(tally.right, tally.want) },
    { stage, set, measure: 'F1', value: f1(tally.right, tally.want, tally.got), floor: FLOOR, aim: AIM },
  ];
  for (const [field, { right, want, got }] of tally.fields) {
    figures.push({ stage, set, measure: `${field} F1 (${want})`, value: f1(right, want, got) });
  }
  return figures;
}

/** The figures of the halves, or of one file of each. */
export function crisisFigures(parts: readonly Half[] = HALVES, file = ''): Figure[] {
  return parts.flatMap((part) => {
    const marker = mark(part, file);
    const set = `corpus, ${part}${file ? `/${file}` : ''}`;
    return [
      ...figuresOf(set, 'commitments', marker.commitments),
      ...figuresOf(set, 'meetings', marker.meetings),
      ...figuresOf(set, 'claims', marker.claims),
    ];
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = process.argv.slice(2);
  if (asked[0] === '--faults') {
    const file = passages('tune', asked[1] ?? '').length > 0 ? asked[1] : '';
    const marker = mark('tune', file);
    const word = asked[file ? 2 : 1] ?? '';
    for (const part of ['commitments', 'meetings', 'claims'] as const) {
      for (const fault of marker[part].faults) if (`${part} ${fault}`.includes(word)) console.log(`${part} ${fault}`);
    }
  } else if (asked[0] === 'agreement') console.log(table(agreement()));
  else {
    const [half, file] = (asked[0] ?? '').split('/');
    console.log(
      table(
        crisisFigures(
          HALVES.filter((part) => !half || part === half),
          file,
        ),
      ),
    );
  }
}
