// What a dispatch becomes in the tables, as far as that depends on nothing but the dispatch: computed by whoever reads it, on a worker
// when there are several, so that the one who writes has only to look for like reports and to bind values.

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { blocksOf, type Filed, hash53, type Report, reportsOf } from '../record/index.js';
import type { Reading } from '../records.js';

/** One dispatch to be filed. */
export interface Entry extends Filed {
  readonly source: string | null;
  /** The reading as it is kept. */
  readonly json: string;
  /** The bytes as they came, or null when they are the dispatch's text in UTF-8. */
  readonly original: Uint8Array | null;
}

/** A dispatch ready to be written. Plain data that a thread can be given. */
export interface Prepared {
  readonly key: string;
  readonly source: string | null;
  readonly json: string;
  readonly original: Original;
  readonly reports: readonly PreparedReport[];
}

/** Bytes as they are kept. */
export interface Original {
  readonly hash: string;
  readonly encoding: 'identity' | 'gzip';
  readonly size: number;
  readonly bytes: Uint8Array;
}

export interface PreparedReport {
  readonly key: string;
  /** Values of `COLUMNS`. */
  readonly row: readonly (string | null)[];
  /** Values of `MEASURES`; null for what is no event. */
  readonly measures: readonly number[] | null;
  /** The report, JSON. */
  readonly data: string;
  /** Values of `PARTY_COLUMNS`. */
  readonly parties: readonly (readonly (string | null)[])[];
  /** What a search looks through. */
  readonly words: string;
  /** Where it is found, and where it looks for others. */
  readonly blocks: Float64Array;
  readonly probes: Float64Array;
}

/** Columns of `report` that come from the dispatch alone, but for `data`. */
export const COLUMNS = [
  'key',
  'kind',
  'dispatch',
  'published',
  'day',
  'last_day',
  'type',
  'mode',
  'status',
  'sourcing',
  'speaker',
  'place',
  'text',
] as const;
/** Columns of `report` that tell what an event weighs. */
export const MEASURES = ['goldstein', 'confidence', 'negated', 'denied', 'dated'] as const;
export const PARTY_COLUMNS = ['report', 'role', 'name', 'country', 'sector', 'code'] as const;

/** Bytes above which packing is worth its time. */
const LARGE = 1024;

/** The key of a dispatch: the same id, day and text have the same key. */
export function keyOf({ dispatch }: Reading): string {
  return createHash('sha256')
    .update(`${dispatch.id}\0${dispatch.date?.value ?? ''}\0${dispatch.text}`)
    .digest('hex')
    .slice(0, 20);
}

/** Makes an entry ready. Pure: the same entry gives the same values, wherever it is computed. */
export function prepare({ key, source, json, original, reading }: Entry): Prepared {
  const bytes = original ?? new TextEncoder().encode(reading.dispatch.text);
  return { key, source, json, original: packed(bytes), reports: reportRows({ key, reading }) };
}

/** The reports of a dispatch, ready to be written. */
export function reportRows(filed: Filed): PreparedReport[] {
  return reportsOf(filed).map((report) => {
    const { blocks, probes } = blocksOf(report);
    return {
      key: report.key,
      row: rowOf(report),
      measures:
        report.kind === 'event'
          ? [report.goldstein, report.confidence, +report.negated, +report.denied, +report.dated]
          : null,
      data: JSON.stringify(report),
      parties: report.parties.map(({ role, name, country, sector, code }) => [
        report.key,
        role,
        name,
        country,
        sector,
        code,
      ]),
      // NUL cannot stand in a PostgreSQL text.
      words: report.kind === 'story' ? filed.reading.dispatch.text.replaceAll('\0', ' ') : report.text,
      blocks: Float64Array.from(new Set(blocks.map(hash53))),
      probes: Float64Array.from(new Set(probes.map(hash53))),
    };
  });
}

function packed(bytes: Uint8Array): Original {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length > LARGE) {
    const small = gzipSync(bytes, { level: 6 });
    if (small.length < bytes.length)
      return { hash, encoding: 'gzip', size: bytes.length, bytes: new Uint8Array(small) };
  }
  return { hash, encoding: 'identity', size: bytes.length, bytes };
}

function rowOf(report: Report): (string | null)[] {
  const type =
    report.kind === 'event'
      ? report.type
      : report.kind === 'claim'
        ? report.stance
        : report.kind === 'story'
          ? (report.edition?.kind ?? 'first')
          : report.form;
  return [
    report.key,
    report.kind,
    report.dispatch,
    report.published,
    report.day,
    report.lastDay,
    type,
    report.kind === 'event' ? report.mode : null,
    report.kind === 'event' ? report.modality : report.kind === 'meeting' ? report.status : null,
    report.sourcing,
    report.speaker,
    report.kind === 'event' || report.kind === 'meeting' ? report.place : null,
    report.text,
  ];
}
