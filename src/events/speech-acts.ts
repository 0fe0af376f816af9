// Acts that are made by announcing them: "will send" is a promise, "will not lift" a refusal, "must withdraw" a demand.
// PLOVER folds future cooperation into AGREE; CAMEO has the same in its codes 03, 12 and 13.

import { relation } from '../language/index.js';
import type { ActorRef, PloverType } from '../records.js';
import type { Book } from './book.js';
import type { Match } from './match.js';
import type { Standing } from './modality.js';
import { insideIf } from './passing.js';
import type { Scene } from './scene.js';
import type { Tree } from './tree.js';

export const GENERIC: Partial<Record<PloverType, string>> = {
  AGREE: '030',
  THREATEN: '130',
  REJECT: '120',
  REQUEST: '100',
};

/** What "will", "plans to", "will not" make of an act that its own doer announces. */
export function announced(book: Book, state: Standing, tree: Tree, match: Match, type: PloverType): PloverType | null {
  if (state.denied || insideIf(tree, book, match.word)) return null;
  // "doubted that they would fight".
  if (state.reasons.some((r) => /^hypothetical: (doubt|fear|suspect|believ|thought|think|wonder)/i.test(r)))
    return null;
  // What is voted is decided, not announced.
  if (state.reasons.some((r) => /^planned: vot/i.test(r))) return null;
  const aux = auxOf(tree, match);
  if (state.negated) {
    const refusing =
      aux === 'will' ||
      aux === 'would' ||
      aux === 'wo' ||
      aux === "'ll" ||
      state.reasons.some((r) => /^negated: (?!not)/.test(r));
    return refusing && !match.pattern.negated ? (book.folding.refusal.get(type) ?? null) : null;
  }
  if (state.modality === 'planned' || (state.modality === 'conditional' && (aux === 'will' || aux === 'would'))) {
    const offered = state.modality === 'conditional' ? book.folding.offered.get(type) : undefined;
    const outer = offered ?? book.folding.future.get(type) ?? null;
    // To plan force is not to threaten it; to say that it will be used is.
    return outer === 'THREATEN' &&
      !aux &&
      state.reasons.some((r) =>
        /^planned: (plan|prepar(e|ing)|intend|consider|seek|want|decid|propos|aim)(?!d$)/i.test(r),
      )
      ? null
      : outer;
  }
  return null;
}

const HEARSAY: ReadonlySet<string> = new Set([
  'report',
  'rumour',
  'rumor',
  'speculation',
  'suggestion',
  'expectation',
  'fear',
  'concern',
  'sign',
  'evidence',
  'warning',
]);

/** False where somebody else says what the doer will do: another country's word, "a report that". */
export function isOwnWord(scene: Scene, match: Match, sources: readonly ActorRef[]): boolean {
  const { tree } = scene;
  const countries = sources.flatMap(({ country }) => country ?? []);
  const speaker = scene.speakerAt(match.word).flatMap(({ country }) => country ?? []);
  if (countries.length > 0 && speaker.length > 0 && !speaker.some((country) => countries.includes(country)))
    return false;
  const verb = match.frame.light >= 0 ? match.frame.light : match.word;
  // The clause may hang on the day behind the report: "a report on Sunday that".
  for (let w = verb, i = 0; i < 3 && tree.s.head[w] >= 0; i++) {
    const d = relation(tree.s.deprel[w]);
    if (i === 0 ? d !== 'acl' : d !== 'nmod') return true;
    w = tree.s.head[w];
    if (HEARSAY.has(tree.lemma[w])) return false;
  }
  return true;
}

function auxOf(tree: Tree, match: Match): string | null {
  for (const verb of [match.word, match.frame.light]) {
    if (verb < 0) continue;
    const aux = tree.kid(verb, 'aux');
    if (aux >= 0) return tree.lemma[aux];
  }
  return null;
}

/** Who says that it must be done, where somebody does; null otherwise. */
export function obligation(scene: Scene, match: Match, state: Standing, type: PloverType): readonly ActorRef[] | null {
  if (
    state.modality !== 'requested' ||
    !state.reasons.some((r) => /^requested: (must|should|have|need|has|had)$/i.test(r))
  )
    return null;
  if (type === 'REQUEST' || type === 'ACCUSE') return null;
  // "does not need to", "has not to": what need not be done is not asked for.
  if (state.negated && !state.reasons.some((r) => /^requested: (must|should)$/i.test(r))) return null;
  const speaker = scene.speakerAt(match.word);
  return speaker.length > 0 && casting(scene, match) ? speaker : null;
}

/** True when the one who must act is an actor. */
function casting(scene: Scene, match: Match): boolean {
  return scene.casting.all(match.source).length > 0;
}
