// An occasion as one place of the text tells it, before the places that speak of the same one are joined.

import type { Sentence } from '../language/index.js';
import type { Meeting, PlaceRef, Span } from '../records.js';

export interface Occasion {
  readonly s: Sentence;
  /** The noun or verb that names it. */
  readonly word: number;
  /** The verb that governs the noun; the verb itself; -1 when there is none. */
  readonly verb: number;
  readonly form: Meeting['form'];
  readonly status: Meeting['status'];
  /** True when some word tells the status, and not only the tense of the sentence. */
  readonly sure: boolean;
  readonly parties: readonly string[];
  /** The party that is only there because it is visited, or null. */
  readonly landlord: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly known: boolean;
  /** The parts of the day that were inferred. */
  readonly implied: readonly string[];
  /** TIMEX3 value, or null. */
  readonly duration: string | null;
  readonly place: PlaceRef | null;
  readonly requestedBy: string | null;
  readonly host: string | null;
  readonly level: string | null;
  readonly format: string | null;
  readonly round: number | null;
  readonly outcome: Span | null;
  readonly span: Span;
  /** Another word of the same clause that names it: the verb of "flew in for talks". */
  readonly also: Span | null;
  /** Told as a journey: "will fly to Tokyo for talks". */
  readonly journey: boolean;
  readonly statement: string | null;
  readonly rule: string;
  /** Named as something known: "the talks", "their meeting", "that call". */
  readonly definite: boolean;
  /** Enough of its own to stand as a record: a day, parties, a verb that tells what became of it. */
  readonly firm: boolean;
}
