import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { ENOUGH, odds } from '../../src/record/evidence.js';
import { blocksOf, reportsOf, shift } from '../../src/record/index.js';
import { kinOf } from '../../src/record/kin.js';
import { countedApart, type Front, leadOf, readApart, rivals } from '../../src/record/lead.js';
import { rarity } from '../../src/record/rarity.js';
import { valuesOf } from '../../src/record/values.js';
import { contentWords, stem } from '../../src/record/words.js';
import type { Reading } from '../../src/records.js';

const front = (headline: string, body: string): Front => ({
  head: contentWords(headline),
  lead: leadOf(headline, body),
});

const FORM =
  'WEATHER OF THE ARLISH RYE BELT\n\nPORT ARL, (Agency) - Rain fell on most of the rye belt of Arland in the last seven days, the office of the weather said in its report.\n';
const EMPTY: Omit<Reading, 'dispatch'> = {
  schema: 'chancery/1',
  sentences: [],
  actors: [],
  times: [],
  places: [],
  statements: [],
  events: [],
  commitments: [],
  meetings: [],
  claims: [],
};

const one = (a: Front, b: Front, apart = 0): boolean =>
  odds(a, b, { apart, alike: 0, numbered: false }) >= ENOUGH &&
  odds(b, a, { apart, alike: 0, numbered: false }) >= ENOUGH;

const mine = front(
  'BORDURIAN MINE DEAL SIGNED',
  'Acme Mining Corp said it agreed to buy a 28 pct stake in the Zubrowka copper mine from Borduria Metals for 45 mln dlrs. Acme said the mine in northern Syldavia holds 3,500,000 tonnes of ore.',
);
const rewritten = front(
  'ACME BUYS STAKE IN SYLDAVIAN MINE',
  'Acme Mining Corp has agreed to purchase 28 pct of the Zubrowka copper mine in northern Syldavia from Borduria Metals. Acme will pay 45 mln dlrs for the stake in the mine, which holds 3,500,000 tonnes of ore.',
);
const rival = front(
  'KLOW METALS BUYS STAKE IN MINE',
  'Klow Metals Corp said it agreed to buy a 31 pct stake in the Zubrowka copper mine from Borduria Metals for 52 mln dlrs. Klow said the mine in northern Syldavia holds 3,500,000 tonnes of ore.',
);

test('a lead has names, figures and the one who opens it', () => {
  assert.deepEqual(mine.lead.figures, ['28', '3,500,000', '45']);
  assert.deepEqual(mine.lead.names, ['bordur', 'corp', 'metal', 'min', 'syldav', 'zubrowk']);
  assert.equal(mine.lead.opener, 'acm');
  assert.equal(mine.lead.table, false);
});

test('a rewritten version is the same news, the day it came out', () => {
  assert.equal(one(mine, rewritten), true);
  assert.equal(one(mine, rewritten, 2), false);
});

test("a rival's like announcement is another news", () => {
  assert.equal(one(mine, rival), false);
});

test('figures are values, whatever they are written as', () => {
  const keys = (text: string): string[] => Object.keys(valuesOf(text)).sort();
  assert.deepEqual(keys('1.3 mln dlrs'), keys('1,300,000 dlrs'));
  assert.deepEqual(keys('net of 53,412,000'), keys('net of 53.4 million'));
  assert.deepEqual(keys('nine cts'), keys('9 cts'));
  assert.deepEqual(keys('7-1/2 pct'), keys('7.5 pct'));
  assert.notDeepEqual(keys('1.3 mln'), keys('1.3 billion'));
  assert.deepEqual(keys('Boeing B52s'), []);
});

test('the prose that reports the results of a table is nearer to it than to another table', () => {
  const table = front(
    'KLOW TIN CO <KLOW> 2ND QTR NET',
    'Shr 42 cts vs 1.53 dlrs\nNet 33,085,000 vs 123,450,000\nRevs 535.0 mln vs 496.7 mln',
  );
  const prose = front(
    'KLOW TIN <KLOW> 2ND QTR NET FALLS',
    'Klow Tin Co said its second quarter net fell to 33.1 mln dlrs or 42 cts a share from 123.5 mln dlrs or 1.53 dlrs a year ago because of a strike. Revenues rose to 535.0 mln dlrs from 496.7 mln.',
  );
  const other = front(
    'ARL TIN CO <ARLT> 2ND QTR NET',
    'Shr 12 cts vs 53 cts\nNet 3,185,000 vs 23,450,000\nRevs 53.0 mln vs 96.7 mln',
  );
  const circumstances = { apart: 0, alike: 0, numbered: false };
  assert.ok(odds(table, prose, circumstances) > odds(other, prose, circumstances) + 3);
});

test('a lead is cut from the beginning of a huge text', () => {
  const huge = leadOf('X', `Acme said ${'1. '.repeat(500_000)}`);
  assert.ok(huge.words.length < 10);
});

test('two tables of one company and quarter agree in exact figures, though each has lines of its own', () => {
  const early = front(
    'BORDURIA TIN CORP <BTIN> 2ND QTR NET',
    'Shr 61 cts vs 55 cts\nNet 1,356,000 vs 1,210,000\nRevs 21,480,000 vs 20.8 mln',
  );
  const full = front(
    'BORDURIA TIN CORP <BTIN> 2ND QTR MAY 31 NET',
    'Shr 61 cts vs 55 cts\nNet 1,356,000 vs 1,210,000\nRevs 21,480,000 vs 20,800,000\nSix mths\nShr 1.18 dlrs vs 97 cts\nNet 2,600,000 vs 2,140,000',
  );
  const other = front(
    'KLOW TIN CORP <KLTN> 2ND QTR NET',
    'Shr 61 cts vs 55 cts\nNet 3,356,100 vs 3,210,400\nRevs 51,480,000 vs 50,800,000',
  );
  assert.equal(one(early, full), true);
  assert.equal(one(early, other), false);
});

test('many names in common make up for other words', () => {
  const first = front(
    'ARLAND BUYS BORDURIAN FRIGATE',
    'Arland said it will buy the frigate Vars from the Bordurian Navy. The ship will join the Northern Fleet at Port Arl in 2031, Admiral Ida Holm said. She has served off Syldavia. The price is 45 mln dlrs.',
  );
  const second = front(
    'ARLAND TAKES BORDURIAN FRIGATE',
    'Arland is to take over the frigate Vars of the Bordurian Navy. Admiral Ida Holm said the ship, which served off Syldavia, would strengthen the Northern Fleet at Port Arl from 2031.',
  );
  assert.equal(one(first, second), true);
});

test('each headline names somebody of whom the other dispatch does not tell: two of a series', () => {
  const a = front('KLOW GROWTH FUND SETS PAYOUT', 'Mthly div 4.5 cts vs 4.5 cts prior\nPay March 13');
  const b = front('KLOW UTILITIES FUND SETS PAYOUT', 'Mthly div 4.5 cts vs 4.5 cts prior\nPay March 13');
  assert.equal(rivals(a, b), true);
  assert.equal(rivals(a, a), false);
});

test('a word and its forms have one stem, and other words have another', () => {
  for (const forms of [
    'close closes closed closing',
    'ban bans banned',
    'carry carries carried',
    'Iran Iranian Iranians',
  ])
    assert.equal(new Set(forms.toLowerCase().split(' ').map(stem)).size, 1, forms);
  assert.notEqual(stem('japan'), stem('jap'));
  assert.notEqual(stem('mine'), stem('main'));
});

test('the next reading of a market is another news, whatever its words', () => {
  const noon = front('SYLDAVIAN RYE STEADY AT MIDDAY', 'Rye futures were steady at midday, 3 cents up at 2.85 dlrs.');
  const close = front('SYLDAVIAN RYE CLOSES STEADY', 'Rye futures closed steady, 3 cents up at 2.86 dlrs.');
  assert.equal(readApart(noon, close), true);
  assert.equal(readApart(noon, noon), false);
});

test('headlines with other figures tell another step', () => {
  const first = front('ACME ISSUES 50 MLN DLR NOTES', 'Acme Corp is issuing 50 mln dlrs of notes, it said.');
  const raised = front(
    'ACME NOTES RAISED TO 75 MLN DLRS',
    'The amount of the notes of Acme Corp was raised to 75 mln dlrs.',
  );
  const bare = front('ACME ISSUES NOTES', 'Acme Corp is issuing 50 mln dlrs of notes, it said.');
  assert.equal(countedApart(first, raised), true);
  assert.equal(countedApart(first, bare), false);
});

test('routine words of a headline, tickers and initials tell no firm from another', () => {
  const paid = front(
    'A.B. ZETA CORP <ZETA> IN PAYOUT',
    'Qtly div 30 cts vs 30 cts prior. Pay April 30. Record April 10.',
  );
  const set = front(
    'AB ZETA CORP <ZETA.O> SETS QUARTERLY',
    'Qtrly div 30 cts vs 30 cts prior. Pay April 30. Record April 10.',
  );
  const other = front(
    'OMEGA CORP <OMEG> SETS QUARTERLY',
    'Qtrly div 30 cts vs 30 cts prior. Pay April 30. Record April 10.',
  );
  assert.equal(rivals(paid, set), false);
  assert.equal(rivals(paid, other), true);
});

test("the other party's answer is another news", () => {
  const talks = front(
    'ACME IN TALKS ON ZETA',
    'Acme Mining said it held talks with Zeta Holdings and Klow Metals on a bid for Borduria Copper.',
  );
  const answer = front(
    'ZETA HAS NO COMMENT ON ACME',
    'Acme Mining held talks with Zeta Holdings and Klow Metals on a bid for Borduria Copper, which had no comment.',
  );
  assert.equal(one(talks, answer), false);
});

test('a form that is filled in every month meets only that of its own days', () => {
  const story = (day: string) =>
    reportsOf({ key: day, reading: { ...EMPTY, dispatch: dispatchOf(FORM, { id: day, date: day }) } })[0];
  const probed = (a: string, b: string): boolean => {
    const { blocks } = blocksOf(story(b));
    return blocksOf(story(a)).probes.some((probe) => blocks.includes(probe));
  };
  for (let by = -2; by <= 2; by++)
    for (const day of ['2046-05-01', '2046-05-02', '2046-05-03', '2046-05-04'])
      assert.equal(probed(day, shift(day, by)), true, `${day} ${by}`);
  assert.equal(probed('2046-05-01', '2046-05-12'), false);
});

test('what the one tells in its own words is found by words of the same kin, and the commoner a word the less it says', () => {
  assert.ok(kinOf(stem('acquires')).some((line) => kinOf(stem('buys')).includes(line)));
  assert.ok(kinOf(stem('walkout')).some((line) => kinOf(stem('strike')).includes(line)));
  assert.ok(!kinOf(stem('raises')).some((line) => kinOf(stem('cuts')).includes(line)));
  assert.ok(rarity(stem('company')) < rarity(stem('strike')));
  assert.ok(rarity(stem('strike')) < rarity(stem('Zubrowka')));
});

test('results and what is expected of the next quarter are two announcements', () => {
  const results = front(
    'KLOW TIN CO <KLOW> 2ND QTR LOSS',
    'Shr loss 42 cts vs loss 1.53 dlrs\nNet loss 33,085,000 vs loss 123,450,000\nRevs 535.0 mln vs 496.7 mln',
  );
  const told = (headline: string): Front =>
    front(
      headline,
      'Klow Tin Co said it lost 33,085,000 dlrs or 42 cts a share in its second quarter, compared with a loss of 123,450,000 dlrs or 1.53 dlrs a year before. Revenues were 535.0 mln dlrs after 496.7 mln.',
    );
  assert.equal(one(results, told('KLOW TIN <KLOW> HAS 2ND QTR LOSS')), true);
  assert.equal(one(results, told('KLOW TIN <KLOW> EXPECTS PROFIT SOON')), false);
});

test('a form that is filled in with other figures is the next of its series', () => {
  const notice = (lent: string, rate: string): Front =>
    front(
      'ARLISH BANK LENDS TO MARKET',
      `The Bank of Arland lent ${lent} mln crowns to the money market of Port Arl against bills of the first class at ${rate} pct, its usual way of supplying reserves to the banking system, dealers in the market said.`,
    );
  assert.equal(one(notice('1,350', '6.32'), notice('1,350', '6.32')), true);
  assert.equal(one(notice('1,350', '6.32'), notice('2,710', '6.45')), false);
});
