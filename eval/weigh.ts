// `node dist/eval/weigh.js`: fits the weights of the evidence that two dispatches are one story (src/record/evidence.ts) to the pairs labelled by
// hand that are there to tune on, and prints them, with what tenfold cross-validation says of several thresholds.

import { reuters } from '../bench/corpus.js';
import { circumstancesOf, type Evidence, evidence, frontOf } from '../src/record/evidence.js';
import type { StoryReport } from '../src/record/types.js';
import { type Row, report } from './logistic.js';
import { storyPairs, storyReports } from './pairs.js';

const PENALTY = 0.005;

const texts = new Map((reuters() ?? []).map((text) => [text.id, text]));
const pairs = storyPairs('tune').filter(({ a, b }) => texts.has(a) && texts.has(b));
const reports = new Map(storyReports(pairs, texts).map((one) => [one.dispatch, one as StoryReport]));
const names: Evidence[] = [];
const rows: Row[] = pairs.flatMap(({ a, b, same }) => {
  const [x, y] = [reports.get(a), reports.get(b)];
  const [one, two] = [x && frontOf(x), y && frontOf(y)];
  if (!x || !y || !one || !two) return [];
  const found = evidence(one, two, circumstancesOf(x, y));
  if (names.length === 0) names.push(...(Object.keys(found) as Evidence[]));
  return [{ values: names.map((name) => found[name]), same, group: `${a} ${b}` }];
});
report(rows, names, PENALTY);
