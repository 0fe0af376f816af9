// The tables, as Kysely knows them. `log` and `original` are append-only and are the record; `report`, `party`, `block`, `found` and `mark`
// are projections of it that can be rebuilt at any time. Texts, numbers and JSON, so that any SQL tool can read them.

import type { Generated } from 'kysely';

export interface Schema {
  readonly log: LogTable;
  readonly original: OriginalTable;
  readonly report: ReportTable;
  readonly party: PartyTable;
  readonly block: BlockTable;
  readonly mark: MarkTable;
  readonly feed: FeedTable;
  readonly migration: MigrationTable;
  readonly setting: SettingTable;
}

/** What was filed, in the order of filing. Rows are never changed and never deleted. */
export interface LogTable {
  readonly seq: Generated<number>;
  /** What was filed: a dispatch, or the marking of a fault. */
  readonly kind: 'dispatch' | 'mark';
  /** Unique: filing the same thing twice changes nothing. */
  readonly key: string;
  /** ISO 8601, UTC. */
  readonly filed_at: string;
  readonly source: string | null;
  /** Key in `original`; null for a mark, and for what was filed before the third version of the tables. */
  readonly original: string | null;
  /** The reading, JSON. */
  readonly reading: string;
  readonly program: string;
  readonly codebook: string;
}

/** The bytes as they came; dispatches of one document (a feed) share them. Rows are never changed and never deleted. */
export interface OriginalTable {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly encoding: 'identity' | 'gzip';
  /** How many bytes they are. */
  readonly size: number;
  /** The bytes, packed as `encoding` says. */
  readonly bytes: Uint8Array;
}

/** One event, commitment, meeting, claim, statement or story of one dispatch. */
export interface ReportTable {
  readonly key: string;
  readonly kind: string;
  /** Key of the dispatch in `log`. */
  readonly dispatch: string;
  /** Key of the least report that tells of the same thing. */
  readonly cluster: string;
  readonly filed_at: string;
  readonly published: string;
  readonly day: string;
  readonly last_day: string;
  /** PLOVER type, kind of commitment, form of meeting, stance of claim, kind of statement, kind of edition. */
  readonly type: string;
  readonly mode: string | null;
  /** Modality of an event, status of a meeting. */
  readonly status: string | null;
  readonly sourcing: string | null;
  readonly speaker: string | null;
  readonly place: string | null;
  readonly text: string;
  /** The whole report, JSON. */
  readonly data: string;
  /** Of an event: its Goldstein value, the chance that it is right, and whether it is negated, denied, and dated by the text (0 or 1). */
  readonly goldstein: number | null;
  readonly confidence: number | null;
  readonly negated: number | null;
  readonly denied: number | null;
  readonly dated: number | null;
}

/** Who takes part in which report. */
export interface PartyTable {
  readonly report: string;
  readonly role: string;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly code: string;
}

/** Under which keys a report is looked for when another one may tell of the same thing: hashes of what `blocksOf` gives. */
export interface BlockTable {
  readonly block: number;
  readonly report: string;
}

/** What a reader said of a report: that it is right, wrong, or should read otherwise. Projection of the log's marks. */
export interface MarkTable {
  readonly key: string;
  /** Key of the report that is marked. */
  readonly report: string;
  readonly verdict: 'confirmed' | 'rejected' | 'corrected';
  /** The mark, JSON. */
  readonly data: string;
  readonly filed_at: string;
}

/** A feed that the desk follows: a setting, not part of the record. */
export interface FeedTable {
  readonly address: string;
  readonly added_at: string;
  readonly asked_at: string | null;
  readonly said: string | null;
}

export interface MigrationTable {
  readonly version: number;
  readonly applied_at: string;
}

/** What holds for the whole store. "projections": by which version of the record's functions they were made. */
export interface SettingTable {
  readonly name: string;
  readonly value: string;
}
