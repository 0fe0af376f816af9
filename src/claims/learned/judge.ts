// Rules and learned reader together. The rules find the stances that words of the codebook take, and what they are about; the learned reader says which of
// them are none, finds the stances and the contradictions that no rule finds, and what they are about.

import type { Coded } from '../../commitments/index.js';
import { chancesOf, features, type Softmax, softmaxNamed } from '../../statements/index.js';
import { differ } from '../figures.js';
import type { Linked } from '../link.js';
import type { Made } from '../made.js';
import { topicOf } from '../topics.js';
import { areElsewhere, isOwnDenial } from '../versions.js';
import { type Judged, linkFeatures, type Scene, SLOTS, slotsOf, tellingFeatures } from './features.js';
import { spanOf, type Telling, tellingsOf } from './tellings.js';

/** What a telling may be, in the order of the weights. */
export const STANCES = ['none', 'asserts', 'denies', 'doubts', 'confirms'] as const;

export interface Models {
  readonly tellings: Softmax;
  readonly links: Softmax;
}

export const LIMITS = {
  /** From this chance on a telling takes a stance though no rule says so. */
  add: 0.45,
  /** Below this chance a record of the rules is dropped. */
  keep: 0.1,
  /** From this chance on a telling is what another is about. */
  link: 0.2,
  /** From this chance on two assertions contradict each other though no rule says so. */
  contradict: 0.3,
};

/** Tellings that are less likely a part of a dispute than this are not asked about further. */
const WORTH = 0.1;
/** How many sentences back and ahead what a telling is about may stand. */
const BACK = 8;
const AHEAD = 4;

const MODEL = 'models/claims.bin';

let loaded: Models | null = null;

/** The models that come with the program, read once. */
export function claimsModels(): Models {
  loaded ??= {
    tellings: softmaxNamed('claims', STANCES.length, SLOTS),
    links: softmaxNamed('claims-links', 2, 0),
  };
  return loaded;
}

const F = features(1024);

/** The chances of each telling. */
export function judgedIn(model: Softmax, scene: Scene): Judged[] {
  return scene.tellings.map((telling, at) => {
    tellingFeatures(scene, at, F);
    return { telling, chances: chancesOf(model, F, slotsOf(telling.s, telling.word)) };
  });
}

/** Each telling that `b` may be about, with how many that are as likely stand between. */
export function* partnersOf(judged: readonly Judged[], b: number): Generator<[a: number, rank: number]> {
  const { s } = judged[b].telling;
  let rank = 0;
  for (let a = b - 1; a >= 0 && s.index - judged[a].telling.s.index <= BACK; a--) {
    if (!mayBeClaimed(judged[a])) continue;
    yield [a, Math.min(4, rank)];
    if (judged[a].chances[1] >= 0.25) rank++;
  }
  rank = 0;
  for (let a = b + 1; a < judged.length && judged[a].telling.s.index - s.index <= AHEAD; a++) {
    if (!mayBeClaimed(judged[a])) continue;
    yield [a, Math.min(4, rank) + 5];
    if (judged[a].chances[1] >= 0.25) rank++;
  }
}

const mayBeClaimed = ({ telling, chances }: Judged): boolean => chances[1] >= 0.03 || telling.made !== null;
export const mayAnswer = ({ telling, chances }: Judged): boolean => 1 - chances[0] >= WORTH || telling.made !== null;

/** The rules' claims of a dispatch that stay, with those that no rule finds. */
export function reviewed(input: Coded, linked: Linked, models: Models = claimsModels()): Made[] {
  const tellings = tellingsOf(input, linked);
  const scene: Scene = { input, sides: linked.sides, tellings, asked: true };
  const judged = judgedIn(models.tellings, scene);
  const kept = new Map<Telling, Made>();
  const out = new Set<Made>();
  for (const { telling, chances } of judged) {
    if (!telling.made) continue;
    if (1 - chances[0] < LIMITS.keep) out.add(telling.made);
    else kept.set(telling, telling.made);
  }
  const made = linked.made.filter((one) => !out.has(one));
  for (const one of made) if (one.about && out.has(one.about)) one.about = null;
  const covered = (span: readonly [number, number], stance: boolean): boolean =>
    made.some((one) => (one.stance !== 'asserts') === stance && one.span[0] < span[1] && span[0] < one.span[1]);
  const keep = (at: number, stance: Made['stance']): Made => {
    const telling = judged[at].telling;
    const there = kept.get(telling);
    if (there) return there;
    const { s, word, by } = telling;
    const { lemmas } = stance === 'asserts' ? telling.claim : telling.reply;
    const one: Made = { s, at: word, span: spanOf(telling, stance), by, stance, about: null, lemmas, rule: MODEL };
    kept.set(telling, one);
    made.push(one);
    return one;
  };
  const order = judged
    .map((_, at) => at)
    .filter((at) => mayAnswer(judged[at]))
    .sort((a, b) => judged[a].chances[0] - judged[b].chances[0] || a - b);
  for (const b of order) {
    const { telling, chances } = judged[b];
    const stance = kept.get(telling)?.stance ?? likeliest(chances);
    const there = kept.get(telling);
    if (there?.about) continue;
    if (!there && stance !== 'asserts') {
      if (1 - chances[0] - chances[1] < LIMITS.add) continue;
      if (covered(telling.reply.span, true)) continue;
    }
    const asserts = stance === 'asserts';
    let best = -1;
    let chance = 0;
    for (const [a, rank] of partnersOf(judged, b)) {
      const may = asserts ? mayContradict : mayBeAbout;
      if (!may(scene, judged[a].telling, telling)) continue;
      linkFeatures(scene, judged, b, a, rank, F);
      const p = chancesOf(models.links, F, [])[1];
      if (p > chance) [best, chance] = [a, p];
    }
    const least = asserts ? LIMITS.contradict : LIMITS.link;
    if (asserts) {
      if (best < 0 || chance < least || 1 - chances[0] < LIMITS.contradict) continue;
      if (!there && (covered(telling.claim.span, false) || covered(telling.claim.span, true))) continue;
    }
    const one = keep(b, stance);
    if (best < 0 || chance < least) continue;
    const about = judged[best].telling;
    if (!kept.has(about) && covered(about.claim.span, false)) continue;
    const target = keep(best, 'asserts');
    if (target !== one && target.about !== one) one.about = target;
  }
  // What nobody disputes any more is no claim.
  return made.filter((one) => one.stance !== 'asserts' || one.about !== null || made.some((x) => x.about === one));
}

/** What no likeness of words makes two versions of one matter: numbers of two places, numbers of other things, what is to come, and what both tell alike. */
function mayContradict({ input: { cast }, sides }: Scene, { claim: one }: Telling, { claim: other }: Telling): boolean {
  if (one.future || other.future || areElsewhere(one, other)) return false;
  const counted = one.figures.length > 0 && other.figures.length > 0;
  if (counted && !one.figures.some((x) => other.figures.some((y) => differ(x, y)))) return false;
  const [a, b] = [topicOf(cast, sides, one).hold, topicOf(cast, sides, other).hold];
  return !a || !b || a.side === null || b.side === null || (a.side === b.side) !== (a.holds === b.holds);
}

/** Who says that his men harmed nobody answers a charge, and no number. */
function mayBeAbout({ input: { cast }, sides }: Scene, { claim: one }: Telling, { claim: other }: Telling): boolean {
  return !(one.rule.endsWith('figure') && isOwnDenial(cast, sides, other));
}

function likeliest(chances: Float64Array): Made['stance'] {
  let best = 1;
  for (let k = 2; k < STANCES.length; k++) if (chances[k] > chances[best]) best = k;
  return STANCES[best] as Made['stance'];
}
