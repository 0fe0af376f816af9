// The model at work adds up once what many words of a sentence share. Here every word's weights are added up anew, from all its features as
// training sees them: the roles must be the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { parse } from '../../src/language/index.js';
import { features } from '../../src/statements/features.js';
import { CUE, placeOf, ROLES, rolesOf, statementsModel, type Table } from '../../src/statements/model.js';
import { mayBeCue, viewsOf } from '../../src/statements/read.js';
import { look, roleFeatures, stepFeatures } from '../../src/statements/role-features.js';
import type { View } from '../../src/statements/view.js';

const F = features();

/** The weights of the features at hand, added up plainly. */
function weigh(table: Table): number[] {
  const sums = new Array<number>(table.width).fill(0);
  for (let i = 0; i < F.count; i++) {
    const at = placeOf(table, F.data[i]);
    for (let k = 0; k < table.width; k++) sums[k] += table.worth[table.weights[at + k] + 128];
  }
  return sums;
}

/** Viterbi's best roles, word by word, nothing kept. */
function plainRoles(v: View, c: number): number[] {
  const model = statementsModel();
  const outlook = look(v, c);
  let best: { score: number; path: number[] }[] = [];
  for (let t = 0; t < v.size; t++) {
    roleFeatures(v, outlook, t, F);
    const emit = weigh(model.role).map((sum, y) => (t === c && y !== CUE ? -1e6 : sum));
    if (t === 0) {
      best = emit.map((score, y) => ({ score, path: [y] }));
      continue;
    }
    stepFeatures(v, outlook, t, F);
    const step = weigh(model.step);
    const last = best;
    best = emit.map((own, y) => {
      const from = last.map(({ score }, x) => score + step[x * ROLES + y]);
      const x = from.indexOf(Math.max(...from));
      return { score: from[x] + own, path: [...last[x].path, y] };
    });
  }
  return best.reduce((a, b) => (b.score > a.score ? b : a)).path;
}

test('roles are those of plain sums over all features', () => {
  const dispatch = dispatchOf(
    `TUNIS, March 3 (Agency) - The Arland minister, who had warned in January that "no ship is safe", told reporters on Tuesday that Borduria would, according to two diplomats, accept the plan if its port was opened.

"We have asked for nothing," said Ida Holm, his deputy. "They know what they must do," she added, and declined to say whether talks had begun.

Officials denied a report by the state radio that the general, whom rebels accuse of shelling the town, had promised to resign.`,
    { date: '1987-03-03' },
  );
  const sentences = parse(dispatch.text, dispatch.blocks);
  let cues = 0;
  for (const view of viewsOf(dispatch, sentences).views) {
    for (let c = 0; c < view.size; c++) {
      if (!mayBeCue(view, c)) continue;
      cues++;
      assert.deepEqual([...rolesOf(statementsModel(), view, c)], plainRoles(view, c), view.sentence.form[c]);
    }
  }
  assert.ok(cues > 40);
});
