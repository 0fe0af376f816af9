// What somebody is accused of or blamed for: an assertion of whoever accuses.

import type { Cast } from '../actors/index.js';
import { actorAt, clauseWords, lemma, relativized, subjectOf, trimmed } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import { type Assertion, contentOf, told } from './assertion.js';
import { figuresOf } from './figures.js';

/** "accused Moscow of plotting a coup", "blamed the rebels for the raid". */
export function accusationOf(cast: Cast, s: Sentence, verb: number): Assertion | null {
  const whom = children(s, verb).find((i) => /^whom$/i.test(s.form[i])) ?? -1;
  const given = whom >= 0 ? whom : child(s, verb, 'obj', 'nsubj:pass');
  if (given < 0) return null;
  // "four diplomats whom it accused of helping": those who are meant.
  const object = relativized(s, given);
  const passive = child(s, verb, 'nsubj:pass') >= 0;
  const subject = passive ? child(s, verb, 'obl:agent') : subjectOf(s, verb);
  const by = actorAt(cast, s, subject)?.actor ?? null;
  // "accused jets of violating its airspace": hung on the verb, or on those accused.
  const below = [...children(s, verb), ...(object > verb ? children(s, object) : [])].sort((a, b) => a - b);
  for (const i of below) {
    const onThem = s.head[i] === object && object !== verb;
    if (i < verb || !(onThem ? /^(acl|nmod)$/ : /^(advcl|obl|xcomp|ccomp)$/).test(s.deprel[i])) continue;
    const of = onThem ? child(s, i, 'mark', 'case') : -1;
    if (onThem && (!/^of$/i.test(s.form[of] ?? '') || !/ing$/i.test(s.form[of + 1] ?? ''))) continue;
    const opener = child(s, i, 'mark', 'case');
    if (opener >= 0 && /^(of|for|with)$/i.test(s.form[opener])) {
      const words = clauseWords(
        s,
        i,
        (k) => k === opener || s.deprel[k] === 'acl:relcl' || s.deprel[k] === 'parataxis',
      );
      const span = trimmed(
        s,
        words.filter((k) => k !== opener),
      );
      if (!span) continue;
      const both = new Set([...contentOf(s, words), ...contentOf(s, clauseWords(s, object))]);
      return {
        ...told(s, verb, i, span, by, 'accused'),
        lemmas: both,
        figures: figuresOf(s, words),
        charged: object,
      };
    }
  }
  if (!/^blame?$/.test(lemma(s, verb))) return null;
  const words = clauseWords(s, verb, (k) => k !== verb && /^(conj|parataxis|advcl)$/.test(s.deprel[k]));
  const span = trimmed(s, words);
  return span && { ...told(s, verb, verb, span, by, 'blamed'), lemmas: contentOf(s, words), charged: object };
}

/** "charging them with plotting", not "charged that". */
export function isChargedWith(s: Sentence, verb: number): boolean {
  return (
    child(s, verb, 'obj') > verb &&
    children(s, verb).some((i) => i > verb && /^with$/i.test(s.form[child(s, i, 'case', 'mark')] ?? ''))
  );
}
