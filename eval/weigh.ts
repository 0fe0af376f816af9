// `node dist/eval/weigh.js`: fits the weights of the evidence that two dispatches are one story (src/record/evidence.ts) to the pairs labelled by
// hand that are there to tune on, and prints them, with what tenfold cross-validation says of several thresholds. Logistic regression with a small
// quadratic penalty, by gradient descent with momentum; the same pairs give the same weights.

import { reuters } from '../bench/corpus.js';
import { circumstancesOf, type Evidence, evidence, frontOf } from '../src/record/evidence.js';
import type { StoryReport } from '../src/record/types.js';
import { storyPairs, storyReports } from './pairs.js';

interface Row {
  readonly values: readonly number[];
  readonly same: number;
}

const texts = new Map((reuters() ?? []).map((text) => [text.id, text]));
const pairs = storyPairs('tune').filter(({ a, b }) => texts.has(a) && texts.has(b));
const reports = new Map(storyReports(pairs, texts).map((report) => [report.dispatch, report as StoryReport]));
const names: Evidence[] = [];
const rows: Row[] = pairs.flatMap(({ a, b, same }) => {
  const [x, y] = [reports.get(a), reports.get(b)];
  const [one, two] = [x && frontOf(x), y && frontOf(y)];
  if (!x || !y || !one || !two) return [];
  const found = evidence(one, two, circumstancesOf(x, y));
  if (names.length === 0) names.push(...(Object.keys(found) as Evidence[]));
  return [{ values: names.map((name) => found[name]), same: +same }];
});

const PENALTY = 0.01;
const STEPS = 1500;

/** Start and weights, in the units of the evidence. */
function fit(rows: readonly Row[]): { readonly start: number; readonly weights: readonly number[] } {
  const mean = names.map((_, i) => rows.reduce((sum, { values }) => sum + values[i], 0) / rows.length);
  const spread = names.map(
    (_, i) => Math.sqrt(rows.reduce((sum, { values }) => sum + (values[i] - mean[i]) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map(({ values }) => values.map((value, i) => (value - mean[i]) / spread[i]));
  const weights = names.map(() => 0);
  const speed = names.map(() => 0);
  let start = 0;
  let startSpeed = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => PENALTY * weight);
    let startSlope = 0;
    scaled.forEach((values, row) => {
      const sum = values.reduce((all, value, i) => all + weights[i] * value, start);
      const error = (1 / (1 + Math.exp(-sum)) - rows[row].same) / rows.length;
      startSlope += error;
      values.forEach((value, i) => {
        slope[i] += error * value;
      });
    });
    startSpeed = 0.9 * startSpeed - 0.5 * startSlope;
    start += startSpeed;
    weights.forEach((_, i) => {
      speed[i] = 0.9 * speed[i] - 0.5 * slope[i];
      weights[i] += speed[i];
    });
  }
  return {
    start: weights.reduce((sum, weight, i) => sum - (weight * mean[i]) / spread[i], start),
    weights: weights.map((weight, i) => weight / spread[i]),
  };
}

const FOLDS = 10;
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const { start, weights } = fit(rows.filter((_, i) => i % FOLDS !== fold));
  return rows
    .filter((_, i) => i % FOLDS === fold)
    .map(({ values, same }) => ({ same, odds: values.reduce((sum, value, i) => sum + weights[i] * value, start) }));
}).flat();
for (const threshold of [0, 0.5, 0.8, 1, 1.2, 1.5, 2]) {
  const joined = judged.filter(({ odds }) => odds >= threshold);
  const right = joined.filter(({ same }) => same === 1).length;
  const all = judged.filter(({ same }) => same === 1).length;
  console.log(
    `from ${threshold}: precision ${((100 * right) / joined.length).toFixed(1)}, recall ${((100 * right) / all).toFixed(1)}`,
  );
}
const { start, weights } = fit(rows);
console.log(`start: ${start.toFixed(2)}`);
names.forEach((name, i) => {
  console.log(`  ${/ /.test(name) ? `'${name}'` : name}: ${weights[i].toFixed(2)},`);
});
