// The learned reader's weights: how likely it is that a word makes a commitment, and of which kind. Trained by training/commitments.ts on the passages of
// eval/corpus/tune.

import type { Commitment } from '../../records.js';
import { chancesOf, features, type Softmax, softmaxNamed } from '../../statements/index.js';
import { commitmentFeatures } from './features.js';
import type { Scene } from './scene.js';
import { SLOTS, slotsOf } from './words.js';

/** What a word may make, in the order of the weights. */
export const KINDS = ['none', 'threat', 'warning', 'promise', 'offer', 'demand', 'refusal', 'ultimatum'] as const;

let loaded: Softmax | null = null;

/** The model that comes with the program, read once. */
export function commitmentsModel(): Softmax {
  loaded ??= softmaxNamed('commitments', KINDS.length, SLOTS);
  return loaded;
}

/** Puts another model in its place, for training. */
export function useModel(model: Softmax): void {
  loaded = model;
}

const F = features(512);

/** The chance of each kind that a word makes it; they add up to 1. */
export function chancesAt(model: Softmax, scene: Scene, word: number): Float64Array {
  commitmentFeatures(scene, word, F);
  return chancesOf(model, F, slotsOf(scene.s, word));
}

/** The likeliest kind but none. */
export function likeliest(chances: Float64Array): { readonly kind: Commitment['kind']; readonly chance: number } {
  let best = 1;
  for (let k = 2; k < KINDS.length; k++) if (chances[k] > chances[best]) best = k;
  return { kind: KINDS[best] as Commitment['kind'], chance: chances[best] };
}
