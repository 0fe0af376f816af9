// Runs the examples that stand beside the rules in codebook/times: spans and values as the rules' authors want them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codebook } from '../../src/times/codebook.js';
import { timesOf } from './read.js';

for (const level of codebook().levels) {
  for (const rule of level.rules) {
    if (rule.examples.length === 0) continue;
    test(rule.id, () => {
      for (const { line, date, sentence, values } of rule.examples) {
        const text = sentence.replace(/[[\]]/g, '');
        const found = timesOf(text, date);
        const wanted = [...sentence.matchAll(/\[([^\]]*)\]/g)].map((m) => m[1]);
        const where = `line ${line}: ${sentence} gave ${found.map((t) => `[${text.slice(...t.span)}] ${t.value} (${t.rule})`).join(', ')}`;
        // A sentence may hold other expressions, unless it must have none.
        if (wanted.length === 0) assert.equal(found.length, 0, where);
        wanted.forEach((words, k) => {
          const time = found.find((t) => text.slice(...t.span) === words);
          assert.ok(time, `no [${words}] in ${where}`);
          assert.equal(time.value, values[k], where);
        });
      }
    });
  }
}

test('every rule of the codebook has a name of its own', () => {
  const ids = codebook().levels.flatMap((level) => level.rules.map((rule) => rule.id));
  assert.equal(new Set(ids).size, ids.length);
});
