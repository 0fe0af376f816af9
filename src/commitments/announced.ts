// What somebody announces of things and of people in his hands, in the passive or with the thing for a subject: "visas would be required", "the soldiers
// would be flown home", "the arrears would be settled". A class of subjects and a class of verbs make a kind; both stand in [announced] of
// codebook/commitments-acts.txt and [things] of codebook/commitments-tone.txt.

import { child, type Sentence } from '../language/index.js';
import type { Commitment } from '../records.js';
import { lemma } from './clause.js';
import { type Table, table } from './codebook.js';

interface Row {
  readonly kind: Commitment['kind'];
  readonly subjects: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  /** File and line. */
  readonly rule: string;
}

let loaded: readonly Row[] | undefined;

function rows(): readonly Row[] {
  if (!loaded) {
    const set = (cell: string | undefined): ReadonlySet<string> => new Set((cell ?? '').split(' ').filter(Boolean));
    const read = (from: Table, section: string): Row[] =>
      (from.sections.get(section) ?? []).map(({ line, text }) => {
        const [kind, subjects, verbs, passive] = text.split('|').map((cell) => cell.trim());
        return {
          kind: kind as Commitment['kind'],
          subjects: set(subjects),
          verbs: set(verbs),
          passive: set(passive),
          rule: `${from.file}:${line}`,
        };
      });
    loaded = [...read(table('commitments-acts.txt'), 'announced'), ...read(table('commitments-tone.txt'), 'things')];
  }
  return loaded;
}

/** The row of the table that a subject and its verb make, or null. */
export function announcedOf(s: Sentence, verb: number, subject: number): Pick<Row, 'kind' | 'rule'> | null {
  const passive = child(s, verb, 'nsubj:pass') >= 0 || child(s, verb, 'aux:pass') >= 0;
  // "a spokesman for the rest", "our own people": the head alone tells what it is.
  const noun = lemma(s, subject);
  const word = lemma(s, verb);
  return rows().find((row) => row.subjects.has(noun) && (passive ? row.passive : row.verbs).has(word)) ?? null;
}
