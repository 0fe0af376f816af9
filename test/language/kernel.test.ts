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
    fast.run(words);
    slow.run(words);
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

test('the bytes are those of kernel.wat', async () => {
  const { default: wabt } = await import('wabt');
  const module = (await wabt()).parseWat('kernel.wat', readFileSync('src/language/kernel.wat', 'utf8'), { simd: true });
  assert.equal(Buffer.from(module.toBinary({}).buffer).toString('base64'), KERNEL);
});
