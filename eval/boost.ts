// Makes the trees of src/record/trees.ts from labelled rows: gradient boosting of small trees with logistic loss after J. H. Friedman, "Greedy function
// approximation" (2001) and "Stochastic gradient boosting" (2002). Evidence that can speak for one direction alone is held to it (monotone), so that
// a few labels cannot teach that more days apart make two reports more alike. The same rows give the same trees.

import { type Tree, type Trees, votes } from '../src/record/trees.js';

export interface Row {
  readonly values: readonly number[];
  readonly same: number;
  readonly weight?: number;
}

export interface Settings {
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** Shares of the rows and of the evidence that a tree sees. */
  readonly rows: number;
  readonly columns: number;
  /** Weight of the rows that a leaf has at least. */
  readonly leaf: number;
  readonly seed: number;
}

export const SETTINGS: Settings = { rounds: 300, depth: 3, rate: 0.05, rows: 0.6, columns: 0.3, leaf: 8, seed: 1 };

/** Whether more of a piece of evidence speaks for (1), against (-1), or either way (0). */
export type Direction = -1 | 0 | 1;

/** Fits the trees. `directions` stand in the order of `evidence`. */
export function boost(
  evidence: readonly string[],
  directions: readonly Direction[],
  rows: readonly Row[],
  settings: Settings = SETTINGS,
): Trees {
  const next = random(settings.seed);
  const weight = rows.map((row) => row.weight ?? 1);
  const all = sumOf(weight);
  const share = rows.reduce((sum, { same }, i) => sum + same * weight[i], 0) / all;
  const start = round(Math.log(share / (1 - share)));
  const odds = rows.map(() => start);
  const orders = evidence.map((_, column) =>
    rows.map((_, i) => i).sort((a, b) => rows[a].values[column] - rows[b].values[column] || a - b),
  );
  const trees: Tree[] = [];
  for (let turn = 0; turn < settings.rounds; turn++) {
    const chance = odds.map((odd) => 1 / (1 + Math.exp(-odd)));
    const slope = rows.map(({ same }, i) => weight[i] * (same - chance[i]));
    const curve = chance.map((p, i) => weight[i] * p * (1 - p));
    const seen = rows.map(() => next() < settings.rows);
    const columns = evidence.map((_, i) => i).filter(() => next() < settings.columns);
    const grow = (inside: readonly boolean[], depth: number, least: number, most: number): Tree => {
      const [g, h] = totals(inside, slope, curve);
      const vote = Math.min(most, Math.max(least, (settings.rate * g) / (h + 1)));
      if (depth === 0) return round(vote);
      const found = bestSplit(inside, columns, [g, h]);
      if (!found) return round(vote);
      const { column, below } = found;
      const left = inside.map((there, i) => there && rows[i].values[column] < below);
      const right = inside.map((there, i) => there && rows[i].values[column] >= below);
      const votesOf = (side: readonly boolean[]): number => {
        const [sum, curved] = totals(side, slope, curve);
        return Math.min(most, Math.max(least, (settings.rate * sum) / (curved + 1)));
      };
      const middle = (votesOf(left) + votesOf(right)) / 2;
      const [low, high] =
        directions[column] > 0
          ? [Math.min(most, middle), Math.max(least, middle)]
          : directions[column] < 0
            ? [most, least]
            : [most, least];
      const leftLeast = directions[column] < 0 ? middle : least;
      const rightMost = directions[column] < 0 ? middle : most;
      return [
        column,
        below,
        grow(left, depth - 1, leftLeast, directions[column] > 0 ? low : most),
        grow(right, depth - 1, directions[column] > 0 ? high : least, rightMost),
      ];
    };
    const bestSplit = (
      inside: readonly boolean[],
      among: readonly number[],
      [g, h]: readonly [number, number],
    ): { column: number; below: number } | null => {
      let best: { column: number; below: number } | null = null;
      let gain = 1e-6;
      const base = (g * g) / (h + 1);
      const count = inside.reduce((sum, there) => sum + (there ? 1 : 0), 0);
      for (const column of among) {
        let [leftSlope, leftCurve, left] = [0, 0, 0];
        let last = Number.NaN;
        for (const i of orders[column]) {
          if (!inside[i]) continue;
          const value = rows[i].values[column];
          if (value !== last && left >= settings.leaf && count - left >= settings.leaf) {
            const [rightSlope, rightCurve] = [g - leftSlope, h - leftCurve];
            const [one, two] = [leftSlope / (leftCurve + 1), rightSlope / (rightCurve + 1)];
            const here =
              (leftSlope * leftSlope) / (leftCurve + 1) + (rightSlope * rightSlope) / (rightCurve + 1) - base;
            if (here > gain && (two - one) * directions[column] >= 0) {
              gain = here;
              best = { column, below: round((last + value) / 2) };
              if (!(best.below > last)) best = { column, below: value };
            }
          }
          leftSlope += slope[i];
          leftCurve += curve[i];
          left++;
          last = value;
        }
      }
      return best;
    };
    const tree = grow(seen, settings.depth, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    trees.push(tree);
    rows.forEach(({ values }, i) => {
      odds[i] += votes({ evidence, start: 0, trees: [tree] }, values);
    });
  }
  return { evidence, start, trees };
}

/** Several boosts with seeds of their own as one: their votes' mean. */
export function bag(
  evidence: readonly string[],
  directions: readonly Direction[],
  rows: readonly Row[],
  settings: Settings,
  times: number,
): Trees {
  const all = Array.from({ length: times }, (_, i) =>
    boost(evidence, directions, rows, { ...settings, seed: settings.seed + i }),
  );
  const shrunk = (tree: Tree): Tree =>
    typeof tree === 'number' ? round(tree / times) : [tree[0], tree[1], shrunk(tree[2]), shrunk(tree[3])];
  return { evidence, start: all[0].start, trees: all.flatMap(({ trees }) => trees.map(shrunk)) };
}

/** The odds of each row by trees that were made without it. */
export function crossValidated(
  evidence: readonly string[],
  directions: readonly Direction[],
  rows: readonly Row[],
  settings: Settings,
  folds: number,
  times: number,
): number[] {
  const odds = rows.map(() => 0);
  for (let time = 0; time < times; time++) {
    const next = random(settings.seed + 1000 + time);
    const fold = rows.map(() => Math.floor(next() * folds));
    for (let out = 0; out < folds; out++) {
      const trees = boost(
        evidence,
        directions,
        rows.filter((_, i) => fold[i] !== out),
        { ...settings, seed: settings.seed + time },
      );
      rows.forEach(({ values }, i) => {
        if (fold[i] === out) odds[i] += votes(trees, values) / times;
      });
    }
  }
  return odds;
}

function totals(inside: readonly boolean[], slope: readonly number[], curve: readonly number[]): [number, number] {
  let [g, h] = [0, 0];
  inside.forEach((there, i) => {
    if (there) {
      g += slope[i];
      h += curve[i];
    }
  });
  return [g, h];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Mulberry32: numbers from 0 to 1 by a seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
