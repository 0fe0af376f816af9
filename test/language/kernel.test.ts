// The two forms of the kernel give the same bits, and the bytes in the source are those of kernel.wat.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { KERNEL } from '../../src/language/kernel-bytes.js';
import { network } from '../../src/language/network.js';
import { weights } from '../../src/language/weights.js';

test('SIMD and plain JavaScript agree to the bit', () => {
  const fast = network(weights());
  const slow = network(weights(), false);
  const sentences = [
    'Arland',
    'BORDURIA SAYS ITS NAVY FIRED ON A BOAT',
    'The Arland minister , who had refused to speak on Tuesday , told reporters that 1,200 troops would leave within 10 days .',
    'qwertzuiop \u00e9\u00e8 \ud83d\ude00 \u201c x \u201d -- 5,3 ...',
  ];
  for (const sentence of sentences) {
    const words = sentence.split(' ');
    for (const network of [fast, slow]) {
      network.read([words]);
      network.turn(0);
    }
    const n = words.length;
    assert.deepEqual(fast.name.slice(0, n * fast.nameWidth), slow.name.slice(0, n * slow.nameWidth));
    const width = fast.arcWidth();
    for (let i = 0; i < n; i++)
      assert.deepEqual(fast.arc.slice(i * width, i * width + n + 1), slow.arc.slice(i * width, i * width + n + 1));
    const heads = Int32Array.from(words, (_, i) => i - 1);
    assert.deepEqual(fast.labels(heads, n).slice(0, n), slow.labels(heads, n).slice(0, n));
    assert.deepEqual(fast.tag.slice(0, n), slow.tag.slice(0, n));
    assert.ok(n < 2 || new Set(fast.tag.slice(0, n)).size > 1);
  }
});

test('sentences that are read together are read as if each were alone', () => {
  const [alone, together] = [network(weights()), network(weights())];
  const sentences = [
    ['Arland', 'warned', 'Borduria', '.'],
    ['BORDURIA', 'SAYS', 'NO'],
    ['A', 'word', 'x'.repeat(50), 'and', 'y'.repeat(60), 'left', 'on', 'Monday', '.'],
    ['Troops'],
  ];
  together.read(sentences);
  sentences.forEach((words, i) => {
    alone.read([words]);
    alone.turn(0);
    together.turn(i);
    const n = words.length;
    const heads = Int32Array.from(words, (_, t) => t - 1);
    assert.deepEqual(together.name.slice(0, n * together.nameWidth), alone.name.slice(0, n * alone.nameWidth));
    const width = alone.arcWidth();
    for (let t = 0; t < n; t++)
      assert.deepEqual(together.arc.slice(t * width, t * width + n + 1), alone.arc.slice(t * width, t * width + n + 1));
    assert.deepEqual(together.labels(heads, n).slice(0, n), alone.labels(heads, n).slice(0, n));
    assert.deepEqual(together.tag.slice(0, n), alone.tag.slice(0, n));
  });
});

test('the bytes are those of kernel.wat', async () => {
  const { default: wabt } = await import('wabt');
  const module = (await wabt()).parseWat('kernel.wat', readFileSync('src/language/kernel.wat', 'utf8'), { simd: true });
  assert.equal(Buffer.from(module.toBinary({}).buffer).toString('base64'), KERNEL);
});
