// "The ministry quoted Holm as saying ...": whoever quotes tells it, and the one quoted said it. The second is a statement of its own, within
// the first.

import { type Attribution, runs } from './assemble.js';
import { isPassive, range } from './shapes.js';

/** How many words the one quoted may have. */
const NAMED = 14;

/** The attributions with those of whoever is quoted in them, in the order of their cues; `within` leads from each of these to its outer one. */
export function withQuoted(told: readonly Attribution[]): {
  found: Attribution[];
  within: ReadonlyMap<number, number>;
} {
  const found: Attribution[] = [];
  const within = new Map<number, number>();
  // "quoted Holm as saying:": where the words of saying were taken for a statement of their own, that one gives what was said.
  const made = told.map(quotedIn);
  const own = new Map(
    made.flatMap((one) =>
      one === null ? [] : [[placeOf(one), told.find((other) => placeOf(other) === placeOf(one))]],
    ),
  );
  for (const [i, outer] of told.entries()) {
    const one = made[i];
    if (one === null && own.has(placeOf(outer))) continue;
    found.push(outer);
    if (one === null) continue;
    const same = own.get(placeOf(one));
    within.set(found.length, found.length - 1);
    found.push(same === undefined ? one : { ...one, content: same.content, kind: same.kind });
  }
  return { found, within };
}

const placeOf = ({ draft }: Attribution): number => draft.view.sentence.start[draft.cue];

function quotedIn(outer: Attribution): Attribution | null {
  const { view: v, cue: c } = outer.draft;
  const s = v.sentence;
  if (s.lemma[c].toLowerCase() !== 'quote' || s.upos[c] !== 'VERB' || isPassive(v, c)) return null;
  let as = c + 1;
  while (as < v.size && as - c <= NAMED && !/^(?:as|[:;"“])$/i.test(s.form[as])) as++;
  if (
    as === c + 1 ||
    !/^as$/i.test(s.form[as] ?? '') ||
    !/^(?:saying|telling|having|warning|stating)$/i.test(s.form[as + 1] ?? '')
  )
    return null;
  const saying = s.form[as + 1] === 'having' ? as + 2 : as + 1;
  const words = range(c + 1, as);
  // What the outer one has for its content with the words of saying is the quoted one's behind them.
  const inside = outer.draft.content.includes(saying);
  const said = outer.draft.content.filter((w) => w > saying);
  if (inside && said.length === 0) return null;
  const draft = {
    ...outer.draft,
    cue: saying,
    source: words,
    cueWords: range(as, saying + 1),
    content: inside ? said : outer.draft.content,
  };
  const content = inside ? runs(v, said) : outer.content;
  return { draft, source: runs(v, words), cue: runs(v, draft.cueWords), content: [...content], kind: outer.kind };
}
