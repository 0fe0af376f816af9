// `node dist/eval/weigh.js stories|incidents`: makes the trees that weigh the evidence that two dispatches are one story, or two reports one incident
// (models/stories.json, models/incidents.json), from the pairs labelled by hand that are there to tune on, and prints what cross-validation says of
// several thresholds. The same pairs give the same trees. With "try" as second word nothing is written.

import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reuters } from '../bench/corpus.js';
import { eventEvidence } from '../src/record/event-evidence.js';
import { circumstancesOf, evidence, frontOf } from '../src/record/evidence.js';
import type { EventReport, StoryReport } from '../src/record/types.js';
import { bag, crossValidated, type Direction, type Row, SETTINGS } from './boost.js';
import { incidentItems, storyPairs, storyReports } from './pairs.js';

/** Rows with the names of their values. */
interface Sample {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  /** Evidence of which more can only speak for one, and of which more can only speak for two. */
  readonly speaksFor: readonly string[];
  readonly speaksAgainst: readonly string[];
}

function stories(): Sample {
  const texts = new Map((reuters() ?? []).map((text) => [text.id, text]));
  const pairs = storyPairs('tune').filter(({ a, b }) => texts.has(a) && texts.has(b));
  const reports = new Map(storyReports(pairs, texts).map((report) => [report.dispatch, report as StoryReport]));
  let names: string[] = [];
  const rows = pairs.flatMap(({ a, b, same }): Row[] => {
    const [x, y] = [reports.get(a), reports.get(b)];
    const [one, two] = [x && frontOf(x), y && frontOf(y)];
    if (!x || !y || !one || !two) return [];
    const found = evidence(one, two, circumstancesOf(x, y));
    names = Object.keys(found);
    return [{ values: Object.values(found), same: +same }];
  });
  return {
    names,
    rows,
    speaksFor: ['matter', 'headline', 'opening', 'rare lead', 'rare opening', 'rare headline', 'first figures'],
    speaksAgainst: [
      'days apart',
      'days apart of prose',
      'other counts',
      'other hours',
      'rivals',
      'answers',
      'form filled in again',
    ],
  };
}

function incidents(): Sample {
  const texts = new Map((reuters() ?? []).map((text) => [text.id, text]));
  const scratch = resolve('.cache/weigh/');
  mkdirSync(scratch, { recursive: true });
  const { pairs, items } = incidentItems({ scratch }, texts, 'tune');
  let names: string[] = [];
  const rows = pairs.flatMap(({ a, b, same }): Row[] => {
    const [x, y] = [items.get(a), items.get(b)];
    if (!x || !y || x.dispatch === y.dispatch) return [];
    const found = eventEvidence(x as EventReport, y as EventReport);
    names = Object.keys(found);
    return [{ values: Object.values(found), same: +same }];
  });
  return {
    names,
    rows,
    speaksFor: ['type', 'modality', 'clause', 'rare clause', 'rare sentence', 'likest telling', 'rare words', 'sides'],
    speaksAgainst: [
      'days apart',
      'days between dispatches',
      'other named days',
      'other names',
      'negated',
      'thought and real',
    ],
  };
}

const FOLDS = 10;
const TIMES = 3;

const [what = 'stories', mode = 'write'] = process.argv.slice(2);
const { names, rows, speaksFor, speaksAgainst } = what === 'incidents' ? incidents() : stories();
const directions = names.map(
  (name): Direction => (speaksFor.includes(name) ? 1 : speaksAgainst.includes(name) ? -1 : 0),
);
const odds = crossValidated(names, directions, rows, SETTINGS, FOLDS, TIMES);
const all = rows.filter(({ same }) => same === 1).length;
for (const threshold of [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5]) {
  const joined = rows.filter((_, i) => odds[i] >= threshold);
  const right = joined.filter(({ same }) => same === 1).length;
  const [precision, recall] = [right / Math.max(1, joined.length), right / all].map((share) =>
    (100 * share).toFixed(1),
  );
  console.log(`from ${threshold}: precision ${precision}, recall ${recall}`);
}
if (mode === 'write') {
  writeFileSync(`models/${what}.json`, `${JSON.stringify(bag(names, directions, rows, SETTINGS, TIMES))}\n`);
}
