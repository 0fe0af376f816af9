// What the learned reader of commitments looks at beside the word itself (words.ts): what the codebook, the rules and the events stage say of it, and what
// sort of dispatch it stands in.

import { add, type Features, mix } from '../../statements/index.js';
import { signOfNoun } from '../acts.js';
import { lemma } from '../clause.js';
import { signByTone } from '../tone.js';
import type { Scene } from './scene.js';
import { hashed, NONE, wordFeatures } from './words.js';

/** Features of "word `i` makes a commitment, and of which kind". */
export function commitmentFeatures(scene: Scene, i: number, f: Features): void {
  const { s, byTrigger, byConsequence } = scene;
  f.count = 0;
  const { own, modal: M, negated, coarse, spoken, same, sign, tag } = wordFeatures(scene, i, f);
  const listed = byTrigger.get(i);
  const listedKind = hashed(listed?.kind ?? '-');
  const under = byConsequence.get(i);
  const underKind = hashed(under && under.trigger !== i ? under.kind : '-');
  const crisis = scene.crisis ? 1 : 2;
  add(f, 19, listedKind);
  add(f, 20, underKind);
  add(f, 38, mix(listedKind, coarse));
  add(f, 39, mix(listedKind, mix(sign, negated)));
  add(f, 40, mix(underKind, mix(sign, negated)));
  add(f, 41, mix(underKind, mix(M, same)));
  add(f, 42, mix(scene.headline ? 1 : 2, tag));
  add(f, 44, crisis);
  add(f, 45, mix(crisis, mix(M, spoken)));
  add(f, 46, mix(scene.before, M));
  if (listed) {
    add(f, 53, mix(listedKind, tag));
    add(f, 54, mix(listedKind, hashed(s.deprel[listed.q])));
    add(f, 55, mix(listedKind, listed.q < 0 ? NONE : hashed(lemma(s, listed.q))));
    add(f, 56, mix(listedKind, mix(M, negated)));
    add(f, 57, mix(listedKind, s.upos[listed.q] === 'VERB' ? signByTone(s, listed.q) : signOfNoun(s, listed.q)));
  }
  const { conflict, figures, words } = scene.manner;
  for (const [k, step] of [conflict, figures, words].entries()) {
    add(f, 120 + k, step);
    add(f, 123 + k, mix(step, mix(M, spoken)));
    add(f, 126 + k, mix(step, listedKind));
  }
  const ruled = scene.ruled?.get(i);
  if (ruled) {
    for (const [k, step] of [conflict, figures, words].entries()) add(f, 130 + k, mix(step, hashed(ruled.kind)));
    const R = hashed(ruled.kind);
    // Lines of the codebook move; a rule of the program has a name.
    const rule = hashed(/\.ts:/.test(ruled.rule) ? ruled.rule : 'codebook');
    add(f, 100, R);
    add(f, 101, mix(R, rule));
    add(f, 102, mix(R, M));
    add(f, 103, mix(R, own));
    add(f, 104, mix(R, mix(coarse, spoken)));
    add(f, 105, mix(R, crisis));
    add(f, 106, mix(R, mix(sign, negated)));
    add(f, 107, mix(R, listedKind));
    add(f, 108, mix(R, mix(rule, spoken)));
    add(f, 109, mix(R, mix(rule, crisis)));
    add(f, 110, mix(R, same));
    add(f, 111, mix(R, tag));
  }
  let coded1 = false;
  for (const { type, modality, trigger, negated: not } of scene.events) {
    if (trigger[0] >= s.end[i] || s.start[i] >= trigger[1]) continue;
    coded1 = true;
    const T = hashed(type);
    add(f, 60, T);
    add(f, 61, mix(T, M));
    add(f, 62, mix(T, hashed(modality)));
    add(f, 63, mix(T, mix(M, mix(negated, same))));
    add(f, 64, mix(hashed(modality), not ? 1 : 2));
  }
  if (!coded1) add(f, 65, M);
}
