import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder } from '../../src/cli/pool.js';
import type { Done, Job } from '../../src/cli/work.js';
import { ChanceryError } from '../../src/errors.js';
import type { Piece } from '../../src/intake/index.js';

const JSONL: Job = { stage: 'read', format: 'jsonl' };

/** Rows of very different length, broken ones and rejects among them. */
async function* pieces(): AsyncGenerator<Piece | ChanceryError> {
  for (let i = 1; i <= 90; i++) {
    const where = `wire.jsonl:${i}`;
    if (i % 40 === 7) yield new ChanceryError('E006', where);
    else {
      const text = 'Arland warned Borduria on Friday that it would close the strait. '.repeat(i % 30 === 0 ? 6 : 1);
      const body = i % 40 === 9 ? '{oops' : JSON.stringify({ id: `d${i}`, date: '2031-06-03', text });
      yield { format: 'jsonl', body, where, hints: {} };
    }
  }
}

async function run(workers: number, worth?: number): Promise<Done[]> {
  const found: Done[] = [];
  for await (const done of inOrder(pieces(), JSONL, workers, worth)) found.push(done);
  return found;
}

test('one worker and many give the same bytes in the order of the input', async () => {
  const alone = await run(1);
  const together = await run(2, 0);
  assert.deepEqual(together, alone);
  assert.equal(alone.length, 90);
  assert.match(alone[6].rejects[0], /^\[E006\] wire\.jsonl:7: /);
  assert.match(alone[8].rejects[0], /^\[E010\] wire\.jsonl:9: /);
  assert.equal(JSON.parse(alone[89].outputs[0]).dispatch.id, 'd90');
});

test('no more is taken from the input than is worked on', async () => {
  let taken = 0;
  let given = 0;
  async function* counted(): AsyncGenerator<Piece | ChanceryError> {
    for (let i = 0; i < 3000; i++) {
      taken++;
      yield new ChanceryError('E006', `x:${i}`);
    }
  }
  for await (const _ of inOrder(counted(), JSONL, 2, 0)) {
    given++;
    assert.ok(taken - given <= 64 * 8, `${taken - given} ahead`);
  }
  assert.equal(given, 3000);
});
