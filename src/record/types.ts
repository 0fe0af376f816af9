// What the record keeps of readings, and what its questions answer. A report is one event, commitment, meeting, claim or statement of one
// dispatch, flattened to what is compared, filtered and shown; a cluster is the reports that tell of the same thing.

import type { Modality, PloverType, Reading, Sourcing, Span } from '../records.js';
import type { Lead } from './lead.js';

/** The kinds of report. A story report stands for the dispatch itself. */
export type ReportKind = 'story' | 'event' | 'commitment' | 'meeting' | 'claim' | 'statement';

/** A dispatch with its reading, as it is filed. */
export interface Filed {
  /** Made from id, day and text: the same input has the same key. 20 hexadecimal digits. */
  readonly key: string;
  readonly reading: Reading;
}

/** Who takes part in a report. */
export interface Party {
  readonly role: 'source' | 'target' | 'speaker' | 'addressee' | 'holder' | 'party' | 'by';
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly code: string;
}

/** What all reports have. */
export interface ReportBase {
  /** Key of the dispatch, "#", id of the record in its reading. @example "3f0c…#e1" */
  readonly key: string;
  readonly kind: ReportKind;
  /** Key of the dispatch. */
  readonly dispatch: string;
  /** Day of the dispatch, ISO 8601, or "" when it has none. */
  readonly published: string;
  /** First day of what is told, or of the dispatch. */
  readonly day: string;
  /** Last day of what is told. */
  readonly lastDay: string;
  readonly parties: readonly Party[];
  /** The words that tell it. */
  readonly text: string;
  /** Where they stand in the dispatch. */
  readonly span: Span;
  /** Content words of the text, lower-cased, sorted, once each: what wording is compared by. */
  readonly words: readonly string[];
  /** On whose word; null when the dispatch says so itself. */
  readonly sourcing: Sourcing | null;
  /** Name of the one on whose word it is, or null. */
  readonly speaker: string | null;
}

export interface StoryReport extends ReportBase {
  readonly kind: 'story';
  readonly id: string;
  readonly agency: string | null;
  readonly headline: string | null;
  readonly edition: { readonly kind: string; readonly number: number | null } | null;
  /** 64 minimum hashes of the text's word 4-grams (Broder 1997). */
  readonly signature: readonly number[];
  /** What its first words tell; absent in records filed before it was kept (`chancery rebuild` adds it). */
  readonly lead?: Lead;
}

export interface EventReport extends ReportBase {
  readonly kind: 'event';
  readonly type: PloverType;
  readonly mode: string | null;
  readonly cameo: string;
  readonly quad: 1 | 2 | 3 | 4;
  readonly goldstein: number;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly denied: boolean;
  readonly reciprocal: boolean;
  readonly place: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** True when the date stands in the text. */
  readonly dated: boolean;
  readonly figures: readonly { readonly kind: string; readonly value: number; readonly atLeast: boolean }[];
  readonly confidence: number;
  /** Content words of the whole sentence, and of each place where the dispatch tells it again. */
  readonly tellings?: readonly (readonly string[])[];
  /** Content words of the dispatch's headline and first words: two editions of one news share most of them. */
  readonly context?: readonly string[];
  /** Content words of the trigger. */
  readonly trigger?: readonly string[];
}

export interface CommitmentReport extends ReportBase {
  readonly kind: 'commitment';
  readonly form: string;
  readonly strength: string;
  readonly condition: string | null;
  readonly polarity: string | null;
  readonly consequence: string | null;
  readonly deadline: string | null;
  /** Types of the events that the consequence and the condition hold. */
  readonly consequenceTypes: readonly string[];
  readonly conditionTypes: readonly string[];
}

export interface MeetingReport extends ReportBase {
  readonly kind: 'meeting';
  readonly form: string;
  readonly status: string;
  /** True when its day is given or resolved. */
  readonly dated: boolean;
  readonly place: string | null;
}

export interface ClaimReport extends ReportBase {
  readonly kind: 'claim';
  readonly stance: string;
  /** Key of the claim that it is about, or null. */
  readonly against: string | null;
}

export interface StatementReport extends ReportBase {
  readonly kind: 'statement';
  readonly form: string;
  readonly grade: Sourcing;
  /** How an anonymous source is described, or null. */
  readonly description: string | null;
  readonly reason: string | null;
  /** How many people an anonymous source is, or null where the text does not say. Absent from records filed before it was kept. */
  readonly count?: number | null;
  /** The words that name the source, or null where none do. Absent from records filed before they were kept. */
  readonly source?: string | null;
  readonly content: string;
}

export type Report = StoryReport | EventReport | CommitmentReport | MeetingReport | ClaimReport | StatementReport;
