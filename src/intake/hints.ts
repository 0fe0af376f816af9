// What is known of a dispatch beside its text.

/** What is known beside the text itself. */
export interface Hints {
  readonly id?: string;
  readonly source?: string;
  /** ISO 8601 day that anchors relative times where the text has none. */
  readonly date?: string;
  /** Where `date` is from: the person at the command line (the default) or the input's own metadata. */
  readonly dateBasis?: 'option' | 'metadata';
  /** The headline as the metadata gives it. Where the text begins with it, it is the headline there. */
  readonly headline?: string;
  readonly slug?: string;
  readonly agency?: string;
  /** Where the text has no by-line. */
  readonly authors?: readonly string[];
  /** ISO 639-1 code as the metadata gives it. */
  readonly language?: string;
}
