// `node dist/eval/weigh-incidents.js`: fits the weights of the evidence that two reports tell of one act (src/record/act-evidence.ts) to the pairs
// labelled by hand that are there to tune on, and prints them, with what tenfold cross-validation says of several thresholds. Pairs that have a
// dispatch in common, straight or by others, are fitted or judged together.

import { join, resolve } from 'node:path';
import { reuters } from '../bench/corpus.js';
import { type ActEvidence, actEvidence, barred } from '../src/record/act-evidence.js';
import { blocksOf } from '../src/record/same.js';
import type { EventReport } from '../src/record/types.js';
import { type Row, report } from './logistic.js';
import { incidentPairs } from './pairs.js';

const PENALTY = 0.01;
/** Of the pairs that are held out three in ten are the same, of those to tune on more. */
const SHARE = 0.3;

const scratch = resolve('.cache/eval/');
const texts = new Map((reuters() ?? []).map((text) => [text.id, text]));
const { pairs, items } = incidentPairs({ data: '', scorers: '', scratch: join(scratch, '/') }, texts, 'tune');

const parent = new Map<string, string>();
const find = (id: string): string => {
  const up = parent.get(id) ?? id;
  return up === id ? id : find(up);
};
const dispatchOf = (name: string): string => name.split(' ')[0];
for (const { a, b } of pairs) parent.set(find(dispatchOf(a)), find(dispatchOf(b)));

const meet = (one: EventReport, other: EventReport): boolean => {
  const blocks = new Set(blocksOf(other).blocks);
  return blocksOf(one).probes.some((probe) => blocks.has(probe));
};

const names: ActEvidence[] = [];
const rows: Row[] = pairs.flatMap(({ a, b, same }) => {
  const [x, y] = [items.get(a), items.get(b)];
  if (!x || !y || barred(x, y)) return [];
  const found = actEvidence(x, y);
  if (names.length === 0) names.push(...(Object.keys(found) as ActEvidence[]));
  return [{ values: names.map((name) => found[name]), same, group: find(dispatchOf(a)), met: meet(x, y) }];
});
const labelled = pairs.filter(({ a, b }) => items.has(a) && items.has(b));
const same = labelled.filter((pair) => pair.same).length;
const apart = rows.filter((row) => row.same && !row.met).length;
console.log(`of ${pairs.length} pairs the two events of ${labelled.length} are coded, ${same} of them the same;`);
console.log(
  `${rows.length} may be one, ${rows.filter((row) => row.same).length} of the same, of which ${apart} are never compared`,
);
report(rows, names, PENALTY, { same, different: labelled.length - same, share: SHARE });
