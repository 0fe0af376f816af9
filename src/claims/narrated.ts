// What a denial is about where nobody was found to have asserted it: the fact that the dispatch itself tells just before, or the words of somebody whom the
// tree did not let speak. By whoever the statements name, else by nobody.

import type { Cast } from '../actors/index.js';
import { clauseWords, isUnknown, lemma, modalOf, type Political, subjectOf, trimmed } from '../commitments/index.js';
import type { Sentence } from '../language/index.js';
import type { Statement } from '../records.js';
import { common, sameSide } from './alike.js';
import { type Assertion, assertion, contentOf, told } from './assertion.js';
import { lexicon } from './lexicon.js';
import type { Stance } from './stance.js';
import { sideAt } from './topics.js';

/** How many sentences back the dispatch's own words may be meant. */
const REACH = 2;

/** The fact that a stance is about, told by the dispatch in the sentences before; null where they tell of other things. */
export function narrated(
  cast: Cast,
  sides: Political,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  stance: Stance,
  by: string | null,
): Assertion | null {
  const { s } = stance;
  for (let index = s.index - 1; index >= Math.max(0, s.index - REACH); index--) {
    const before = sentences[index];
    if (before.block < s.block - 1 || before.size < 5) return null;
    const one = factOf(statements, before);
    if (one === null || one.future || (one.by !== null && sameSide(sides, one.by, by))) continue;
    if (isMeant(cast, sides, stance, one, by, s.index - index)) return one;
  }
  return null;
}

/** The first clause of a sentence, as somebody's word where the statements say so. */
function factOf(statements: readonly Statement[], s: Sentence): Assertion | null {
  const statement = statements.find(({ content }) =>
    content.some(([start, end]) => start >= s.span[0] && end <= s.span[1] + 1),
  );
  const root = s.head.indexOf(-1);
  if (root < 0) return null;
  if (statement) {
    const [start, end] = statement.content[0];
    const inside = Array.from({ length: s.size }, (_, i) => i).filter((i) => s.start[i] >= start && s.end[i] <= end);
    const span = trimmed(s, inside);
    const verb = inside.find((i) => /^VB[DZPN]$/.test(s.xpos[i]) && s.upos[i] === 'VERB');
    if (!span || inside.length < 4 || verb === undefined) return null;
    const future = modalOf(s, verb) !== null || inside.some((i) => s.xpos[i] === 'MD' || /^no$/i.test(s.form[i]));
    return { ...told(s, root, verb, span, statement.speaker, 'narrated'), lemmas: contentOf(s, inside), future };
  }
  // "denied", "demanded": no fact but somebody's word of another kind.
  if (s.upos[root] !== 'VERB' || lexicon().asserting.has(lemma(s, root)) || lexicon().denying.has(lemma(s, root)))
    return null;
  if (s.form.some((form) => /^(no|nothing|nobody)$/i.test(form))) return null;
  return assertion(s, root, root, null, 'narrated');
}

/** A tanker is a ship, and shelling an attack. */
function kinds(lemmas: ReadonlySet<string>): Set<string> {
  const { things, deeds } = lexicon();
  return new Set([...lemmas].map((word) => things.get(word) ?? (deeds.has(word) ? `deed ${deeds.get(word)}` : word)));
}

/** The stance points to it, or shares its words. */
function isMeant(
  cast: Cast,
  sides: Political,
  { s, content, report, pointing, lemmas, rule }: Stance,
  one: Assertion,
  by: string | null,
  distance: number,
): boolean {
  const shared = common(kinds(lemmas), kinds(one.lemmas));
  if (!pointing) return shared >= 0.5;
  const mine = sides.side(by);
  const named = report >= 0 ? s.form[report] : '';
  const it = content < 0 && report < 0;
  const words = clauseWords(one.s, one.head);
  const violent = words.some((i) => lexicon().violent.has(lemma(one.s, i)) || lexicon().harming.has(lemma(one.s, i)));
  if (it || /^(it|this|that)$/i.test(named)) return distance === 1;
  const subject = subjectOf(one.s, one.head);
  const doer = mine !== null && !isUnknown(mine) && sideAt(cast, sides, one.s, subject, one.by) === mine;
  // "denied responsibility": of the deed that was told of; "denied the report": of what was told just before.
  return (
    (violent && (doer || distance === 1)) ||
    (distance === 1 && /deny|reject|call it|not confirmed/.test(rule) && report >= 0 && one.by !== null)
  );
}
