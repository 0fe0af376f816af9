// What a commitment is about: the words of its consequence or its condition without those that every sentence between the same two sides
// has. By them an act is told to be the one that was threatened, promised or feared, and not merely another one of its type.

import { byKey } from './clusters.js';
import { chiefOf, type Incident, partiesOf } from './incidents.js';
import type { CommitmentReport, EventReport, Party } from './types.js';
import { contentWords, stem, wordsOf } from './words.js';

/** As much of an incident as the life of a commitment asks for, with the words of every sentence that tells it. */
export interface Deed
  extends Pick<
    Incident,
    'id' | 'type' | 'quad' | 'modality' | 'negated' | 'denied' | 'day' | 'sources' | 'targets' | 'text'
  > {
  /** Its least report: the dispatch, and where the words stand in it. */
  readonly shown: Pick<EventReport, 'dispatch' | 'span'>;
  readonly tellings: readonly ReadonlySet<string>[];
  /** True when every report of it has it promised, threatened or hoped for: a word given is no deed. */
  readonly word: boolean;
}

/** The deed that the reports tell of, with the values that `incidentOf` gives. Pure; the order of the reports does not matter. */
export function deedOf(reports: readonly EventReport[]): Deed {
  const sorted = reports.length === 1 ? reports : [...reports].sort(byKey);
  const { best, dated } = chiefOf(sorted);
  return {
    id: sorted[0].key,
    type: best.type,
    quad: best.quad,
    modality: best.modality,
    negated: best.negated,
    denied: sorted.some((report) => report.denied),
    day: dated.day,
    sources: partiesOf(sorted, 'source'),
    targets: partiesOf(sorted, 'target'),
    text: best.text,
    shown: sorted[0],
    tellings: reports.flatMap(({ words, tellings }) => [words, ...(tellings ?? [])].map((told) => new Set(told))),
    word: reports.every(({ trigger }) => trigger?.some((word) => GIVEN.has(word))),
  };
}

const GIVEN = new Set('promise pledge vow offer threaten threat warn hope'.split(' ').map(stem));

/** Words that name no particular act: "take every necessary step", "respond in kind", "use other means". */
const VAGUE = new Set(
  (
    'act action take taken measure step necessary needed appropriate mean respond response retaliate react kind consequence ' +
    'serious grave thing something anything make use begin start continue any every'
  )
    .split(' ')
    .map(stem),
);

/** The matter of some commitment. */
export interface Matter {
  /** Its words as stems; empty when it names nothing in particular. */
  readonly words: readonly string[];
  /** The first of them as the text has it: what is done, as a rule. */
  readonly first: string | null;
}

/** What the reports of a commitment have as its consequence or its condition. */
export function matterOf(
  reports: readonly CommitmentReport[],
  part: 'consequence' | 'condition',
  parties: readonly Party[],
): Matter {
  const names = [...new Set(parties.flatMap(({ name }) => wordsOf(name).filter((word) => word.length > 3)))];
  const particular = (word: string): boolean => !VAGUE.has(word) && !names.some((name) => word.startsWith(stem(name)));
  const fullest = [...reports]
    .map((report) => report[part] ?? '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
  const words = [...new Set(contentWords(fullest))].filter(particular);
  const first = wordsOf(fullest)
    .flatMap((word) => contentWords(word))
    .find((word) => words.includes(word));
  return { words, first: first ?? null };
}

/** Share of an act's matter that a telling must have when the act is of the right type, and when only the wording speaks for it. */
const TYPED = 0.3;
const WORDED = 0.6;

/** True when the deed, being of the right type or not, is told in the words of the matter. */
export function tells(deed: Deed, { words, first }: Matter, typed: boolean): boolean {
  // "Retaliate": whatever is done and of the right type, but no mere words.
  if (words.length === 0) return typed && (deed.quad === 2 || deed.quad === 4);
  return deed.tellings.some((telling) => {
    const shared = words.filter((word) => telling.has(word)).length;
    if (typed) return shared / words.length >= TYPED && (shared >= 2 || words.length < 3);
    return shared >= 2 && shared / words.length >= WORDED && (first === null || telling.has(first) || shared >= 4);
  });
}
