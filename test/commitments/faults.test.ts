// Faults seen on dispatches of others, each told again in other words: whom one turns to is not threatened, drills are announced, agencies speak for
// their states, talks that were denied were not held, and rounds belong to the two sides of the story.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from './told.js';

test('whom one turns to is not whom one threatens', () => {
  assert.deepEqual(
    told(
      'Canada will impose a duty on American timber on Monday, Ottawa said. Washington said it could bring the dispute before the WTO.',
    ).commitments,
    [
      'threat CAN > USA: impose a duty on American timber on Monday',
      'threat USA > CAN: bring the dispute before the WTO',
    ],
  );
  assert.deepEqual(
    told(
      'Eritrea told parliament that Asmara would turn to the African Union for help if the raids from Ethiopia went on.',
    ).commitments,
    ['threat ERI > ETH: turn to the African Union for help / the raids from Ethiopia went on'],
  );
});

test('an exercise that is announced threatens nobody, one against somebody does', () => {
  assert.deepEqual(
    told('The Greek navy said its drills with Cyprus would start as planned on Friday.').commitments,
    [],
  );
  assert.deepEqual(
    told('Turkey said on Monday it would hold its yearly manoeuvres with Azerbaijan in June.').commitments,
    [],
  );
});

test('a state speaks through its agency, and talks are refused to whom they would be with', () => {
  const { commitments } = told(
    "South Korea proposed talks on the border. The North's official news agency said there could be no talks as long as American bombers flew over the South.",
  );
  assert.match(commitments.at(-1) ?? '', /^refusal PRK > \?: no talks \/ American bombers flew over the South$/);
});

test('a member may say what the bloc will do', () => {
  assert.deepEqual(
    told(
      "Ghana's foreign minister said on Sunday that ECOWAS would cut off electricity to Niger unless the president was freed.",
    ).commitments,
    ['threat ECOWAS > NER: cut off electricity to Niger / the president was freed'],
  );
});

test('an order by nobody named is not held by whoever reports it', () => {
  assert.deepEqual(
    told('The bank has been ordered to freeze the Libyan accounts, a Swiss Finance Ministry spokesman said.')
      .commitments,
    [],
  );
});

test('a judgement is no refusal', () => {
  assert.deepEqual(
    told('"There is no reason to suppose Moscow will not honour the deal with Ankara," a Turkish official said.')
      .commitments,
    [],
  );
});

test('both sides are addressed, and whoever offers is the one named last', () => {
  const [demand] = told(
    'Chad and Libya clashed on Monday. The French president urged both sides to hold fire.',
  ).commitments;
  assert.match(demand, /^demand FRA > (TCD\+LBY|LBY\+TCD): hold fire$/);
  assert.deepEqual(told('Chad, Libya trade fire as truce ends; France offers to mediate').commitments, [
    'offer FRA > ?: mediate',
  ]);
});

test('an ultimatum tells the harm whole', () => {
  assert.deepEqual(
    told('The Arab League gave the Syrian army 10 days to leave the city or face an embargo.').commitments,
    ['ultimatum Arab League > SYR: face an embargo / leave the city'],
  );
});

test('what there will not be is told whole', () => {
  assert.deepEqual(
    told(
      '"If there is another raid on our islands, there will be no consulate left to protest to," the Greek president told Turkey.',
    ).commitments,
    ['warning GRC > TUR: no consulate left to protest to / there is another raid on our islands'],
  );
});

test('a proposal that is turned down is a meeting refused', () => {
  assert.deepEqual(told('Armenia on Monday rejected an Azerbaijani offer to meet in Tbilisi on June 3.').meetings, [
    'refused meeting ARM+AZE 2031-06-03',
  ]);
});

test('whoever is to see an ambassador meets him, and ministers may be brought together', () => {
  assert.deepEqual(told("Jordan's foreign minister Adnan Odeh is to see the Syrian ambassador on Thursday.").meetings, [
    'scheduled meeting JOR+SYR 2031-05-22',
  ]);
  assert.deepEqual(
    told('Norwegian minister Arne Lund offered to bring the Chadian and Libyan foreign ministers together on June 5.')
      .meetings,
    ['proposed meeting NOR+TCD+LBY 2031-06-05'],
  );
});

test('a meeting that is denied was not held', () => {
  assert.deepEqual(
    told('Israel dismissed a report that its envoys had met Saudi officials in secret in Amman last week.').meetings,
    [],
  );
  assert.deepEqual(
    told('Iran denied that its officials had held talks with American diplomats in Muscat on Monday.').meetings,
    [],
  );
});

test('rounds belong to the two sides of the story', () => {
  assert.deepEqual(
    told(
      `Peru will close its ports to Chilean trawlers unless Chile agrees to a smaller catch, Peru's fisheries minister said.

He spoke after a third round of talks ended in Panama City without a deal. A fourth round, which had been set for June 2 in Bogota, was called off.`,
    ).meetings,
    ['held talks PER+CHL', 'cancelled talks PER+CHL 2031-06-02'],
  );
});

test('a bullet speaks of the meeting that the story tells', () => {
  assert.deepEqual(
    told(
      `Chad gives Libya a week to free pilots

* Foreign ministers to meet in neutral country

NDJAMENA, May 20 (Agency) - Chad gave Libya a week on Tuesday to free two pilots.

The foreign ministers of Chad and Libya will meet in Tunis on May 27, Tunisia said.`,
    ).meetings,
    ['scheduled meeting TCD+LBY 2031-05-27'],
  );
});

test("a link that is denied is nobody else's assertion", () => {
  const { claims } = told('A spokesman for Hamas denied any link with the Iraqi group.').all;
  assert.deepEqual(
    claims.map(({ stance, against }) => [stance, against]),
    [['denies', null]],
  );
});
