import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresDiffer, leadOf, sameLead } from '../../src/record/lead.js';

const mine = leadOf(
  'BORDURIAN MINE DEAL SIGNED',
  'Acme Mining Corp said it agreed to buy a 28 pct stake in the Zubrowka copper mine from Borduria Metals for 45 mln dlrs. Acme said the mine in northern Syldavia holds 3,500,000 tonnes of ore.',
);
const rewritten = leadOf(
  'ACME BUYS STAKE IN SYLDAVIAN MINE',
  'Acme Mining Corp has agreed to purchase 28 pct of the Zubrowka copper mine in northern Syldavia from Borduria Metals. Acme will pay 45 mln dlrs for the stake in the mine, which holds 3,500,000 tonnes of ore.',
);
const rival = leadOf(
  'KLOW METALS BUYS STAKE IN MINE',
  'Klow Metals Corp said it agreed to buy a 31 pct stake in the Zubrowka copper mine from Borduria Metals for 52 mln dlrs. Klow said the mine in northern Syldavia holds 3,500,000 tonnes of ore.',
);

test('a lead has names, figures and the one who opens it', () => {
  assert.deepEqual(mine.figures, ['28', '3,500,000', '45']);
  assert.deepEqual(mine.names, ['borduria', 'corp', 'metals', 'mining', 'syldavia', 'zubrowka']);
  assert.equal(mine.opener, 'acme');
  assert.equal(mine.table, false);
});

test('a rewritten version is the same news, the day it came out', () => {
  assert.equal(sameLead(mine, rewritten, 0), true);
  assert.equal(sameLead(rewritten, mine, 0), true);
  assert.equal(sameLead(mine, rewritten, 2), false);
});

test("a rival's like announcement is another news", () => {
  assert.equal(sameLead(mine, rival, 0), false);
});

test('tables of two companies differ in their figures', () => {
  const one = leadOf(
    'ACME CORP 3RD QTR NET',
    'Shr 66 cts vs 61 cts\nNet 5,928,000 vs 5,447,000\nRevs 126.0 mln vs 89.8 mln',
  );
  const two = leadOf(
    'KLOW CORP 3RD QTR NET',
    'Shr 65 cts vs 61 cts\nNet 3,301,000 vs 3,466,000\nRevs 21.2 mln vs 20.8 mln',
  );
  assert.equal(one.table, true);
  assert.equal(figuresDiffer(one, two), true);
  assert.equal(figuresDiffer(one, one), false);
});

test('a lead is cut from the beginning of a huge text', () => {
  const huge = leadOf('X', `Acme said ${'1. '.repeat(500_000)}`);
  assert.ok(huge.words.length < 10);
});
