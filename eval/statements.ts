// Attributions against PolNeAR: whole attributions by kind, and the unit of the published figures.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Figure } from './figures.js';
import { jsonl, number, readRows, score } from './run.js';

export function statementFigures(bench: Bench): Figure[] {
  const gold = join(bench.data, 'statements/polnear-dev.jsonl');
  const rows = jsonl<{ id: string; date: string; text: string }>(gold);
  const readings = readRows(bench, 'polnear-dev', rows);
  const attributions = join(bench.scratch, 'polnear-dev.attributions.jsonl');
  writeFileSync(attributions, score(bench, 'attributions.mjs', readings));
  const whole = score(bench, 'score-attribution.mjs', gold, attributions, '--boot', '0');
  const units = score(bench, 'score-cofenet.mjs', join(bench.data, 'statements/cofenet-units-dev.jsonl'), attributions);
  const f1 = (measure: string): number | null =>
    number(whole, new RegExp(`^${measure.replace(/[.[\]]/g, '\\$&')} +[\\d.]+ +[\\d.]+ +([\\d.]+)`, 'm'));
  const figure = (measure: string, value: number | null, floor?: number, aim?: number): Figure => ({
    stage: 'statements',
    set: 'PolNeAR dev',
    measure,
    value,
    ...(floor === undefined || aim === undefined ? {} : { floor, aim }),
  });
  const exact = (role: string): number | null =>
    number(units, new RegExp(`^exact\\.${role} +[\\d.]+ +[\\d.]+ +([\\d.]+)`, 'm'));
  return [
    figure('attribution overlap F1', f1('attr.overlap'), 62, 70),
    figure('  direct', f1('attr.overlap[direct]'), 90, 95),
    figure('  mixed', f1('attr.overlap[mixed]'), 70, 80),
    figure('  indirect', f1('attr.overlap[indirect]'), 53, 63),
    figure('  without a source', f1('attr.overlap[no source]')),
    figure('CofeNet units, source exact F1', exact('source'), 68, 76),
    figure('CofeNet units, cue exact F1', exact('cue'), 63, 70),
    figure('CofeNet units, content exact F1', exact('content'), 57, 66),
  ];
}
