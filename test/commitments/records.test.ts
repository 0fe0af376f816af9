// What must hold of every commitment, meeting and claim, over texts of our own and over bad input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Reading, Span } from '../../src/records.js';

const DISPATCH = `TEHRAN, July 12 (Agency) - Iran warned the United States on Sunday that it would close the strait if American warships attacked its tankers. Washington denied that it planned an attack.

“If they hit us, we will hit back,” Foreign Minister Ali Karimi said. He will meet his Omani counterpart in Muscat on Thursday.

Iran said 12 sailors had been killed in Friday’s raid. U.S. officials put the figure at three. The agency could not independently verify either figure.`;

function spansOf({ commitments, meetings, claims }: Reading): (Span | null | undefined)[] {
  return [
    ...commitments.flatMap((one) => [one.trigger, one.consequence?.span, one.condition?.span]),
    ...meetings.flatMap((one) => [one.span, one.outcome, ...one.mentions, one.place?.span]),
    ...claims.map((one) => one.span),
  ];
}

function check(text: string, date = '1987-07-12'): Reading {
  const reading = read(dispatchOf(text, { date }));
  for (const span of spansOf(reading)) {
    if (!span) continue;
    assert.ok(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length, `${span} is no span of the text`);
    const words = text.slice(...span);
    assert.equal(words, words.trim(), 'a span has no space at its ends');
  }
  const actors = new Set(reading.actors.map(({ id }) => id));
  for (const { holder, addressee, consequence, condition } of reading.commitments) {
    assert.ok(holder === null || actors.has(holder));
    assert.ok(addressee === null || actors.has(addressee));
    assert.ok(consequence || condition, 'a commitment tells something');
  }
  for (const { parties, start, end } of reading.meetings) {
    assert.ok(parties.every((id) => actors.has(id)));
    assert.equal(start === null, end === null);
  }
  const claims = new Set(reading.claims.map(({ id }) => id));
  for (const { id, by, against } of reading.claims) {
    assert.ok(by === null || actors.has(by));
    assert.ok(against === null || (claims.has(against) && against !== id));
  }
  return reading;
}

test('a dispatch gives its threat, its meeting and its dispute', () => {
  const { commitments, meetings, claims } = check(DISPATCH);
  assert.ok(commitments.some(({ kind, condition }) => kind === 'threat' && condition?.polarity === 'if'));
  assert.ok(meetings.some(({ status, start }) => status === 'scheduled' && start?.startsWith('1987-07-16')));
  assert.ok(claims.some(({ stance }) => stance === 'denies'));
  assert.ok(
    claims.some(({ stance, against }) => stance === 'asserts' && against !== null),
    'two tolls contradict each other',
  );
});

test('the same text gives the same records', () => {
  assert.deepEqual(check(DISPATCH), check(DISPATCH));
});

test('a threat that is only a danger, and denied threats, are none', () => {
  assert.deepEqual(check('Floods threatened Basra on Sunday, Iraqi and Iranian officials said.').commitments, []);
  assert.deepEqual(check('Iran denied on Sunday that it had threatened Kuwait.').commitments, []);
});

test('ordinary news stays empty', () => {
  for (const text of [
    'Norsa Telecom denied it was in merger talks with a German rival. Its board will meet on Friday unless an offer comes.',
    'The coach promised changes if his team lost to Brazil, and refused to name his goalkeeper.',
    'Wheat prices could fall if rain comes, traders in Chicago and Paris said. Demand from Egypt was slow.',
  ]) {
    const { commitments, meetings, claims } = check(text);
    assert.deepEqual([commitments.length, meetings.length, claims.length], [0, 0, 0], text);
  }
});

test('broken conditions and endless chains do no harm', () => {
  check('“If they do not hand over the jets ...” the Turkish president said of Greece.');
  check(`Iran said it would ${'leave the treaty if Iraq '.repeat(40)}attacked.`);
  check(`${'unless '.repeat(200)}Iran until Iraq before talks without the United States if`);
  check(`Iran denied that ${'Iraq denied that '.repeat(60)}it had lied.`);
});

test('a commitment says whether it was made in public or is only reported', () => {
  const settings = (text: string) => check(text, '2019-05-03').commitments.map(({ setting }) => setting);
  assert.deepEqual(settings('Turkey will close the strait to Russian ships, its foreign minister said on Friday.'), [
    'public',
  ]);
  assert.deepEqual(settings('Turkey will close the strait to Russian ships, a senior Turkish official said.'), [
    'reported',
  ]);
});

test('a meeting says what was inferred of its day', () => {
  const [meeting] = check(
    'Turkish and Russian envoys will meet in Geneva on May 9, Turkey said.',
    '2019-05-03',
  ).meetings;
  assert.deepEqual([meeting.start, meeting.known, meeting.implied], ['2019-05-09', false, ['year']]);
});

/** Kind, consequence and condition of each commitment. */
function told(text: string, date = '2019-05-03'): string[] {
  return check(text, date).commitments.map(({ kind, consequence, condition }) => {
    const words = (span?: Span) => (span ? text.slice(...span).replace(/\s+/g, ' ') : '-');
    return `${kind}: ${words(consequence?.span)}${condition ? `, ${condition.polarity} ${words(condition.span)}` : ''}`;
  });
}

test('a condition may stand in another sentence than what follows from it', () => {
  assert.deepEqual(
    told(
      'Serbia told Kosovo on Friday to remove its police from the bridge. If not, Serbia said, it would close the border.',
    ),
    ['ultimatum: close the border, unless remove its police from the bridge'],
  );
  assert.deepEqual(
    told('Iraq offered on Friday to free its Iranian prisoners. The condition: Iranian troops must leave the islands.'),
    ['offer: free its Iranian prisoners, if Iranian troops must leave the islands'],
  );
  const [answer] = told(
    'What would Iran do if Iraq attacked its ports? "We would strike their cities," Iran\'s defence minister said.',
  );
  assert.match(answer, /^threat: strike their cities, if Iraq attacked its ports$/);
});

test('an order with "or" is an ultimatum, with "and" a promise', () => {
  assert.deepEqual(told('Libya told the rebels of Misrata on Friday to lay down their arms or be crushed.'), [
    'ultimatum: be crushed, unless lay down their arms',
  ]);
  const [first] = told('"Release the pilot and you will be spared," a Syrian general told the Israeli army on Friday.');
  assert.match(first, /^promise: .*spared, if Release the pilot$/);
});

test('a deal binds both sides', () => {
  const found = told(
    'Under the accord Turkey will reopen the crossing. In return Syria will release 11 Turkish soldiers.',
  );
  assert.equal(found.filter((one) => one.startsWith('promise')).length, 2, found.join('; '));
});

test('plans, guesses and rights that are granted bind nobody', () => {
  for (const text of [
    'Japan will not issue a statement on the U.S. strike on Iran, Japanese diplomats said.',
    'Canada said the United States was fully entitled to strike Libya.',
    'The Russian president is expected to hold talks with the Turkish leader in May.',
    'One Greek diplomat said of the Turkish plan that his country would not have agreed anyway.',
  ])
    assert.deepEqual(told(text), [], text);
});

test('a meeting is told once, and one that lies ahead is scheduled', () => {
  const { meetings } = check(
    'Undersecretary of State Paul Armstead will visit Tokyo next week for meetings with Japanese officials. He is the first U.S. official to visit Japan since the tariffs. The trip is set for May 6-8, the State Department said.',
    '2019-05-03',
  );
  assert.deepEqual(
    meetings.map(({ status, start, end }) => [status, start, end]),
    [['scheduled', '2019-05-06', '2019-05-08']],
  );
});

test('bad input keeps what is known and invents nothing', () => {
  // A condition without a consequence.
  for (const { consequence, condition } of check(
    '"If they do not hand over the jets ..." the Turkish president said of Greece.',
  ).commitments) {
    assert.equal(consequence, null);
    assert.ok(condition);
  }
  // A chain of five conditions is one, from the first to the last.
  const chain =
    'Iran said it would reopen the strait if the blockade ended, if the fleet left, if its oil was sold, if its pilots were freed and if the United States apologised.';
  const promise = check(chain).commitments.find(({ condition }) => condition !== null);
  assert.ok(promise?.condition && chain.slice(...promise.condition.span).endsWith('apologised'));
  assert.ok(chain.slice(...promise.condition.span).startsWith('the blockade ended'));
  // Two dates of one meeting that contradict each other: the first is kept, and one meeting.
  const { meetings } = check(
    'Italian and Egyptian ministers will meet in Rome on Thursday, July 15, and on no other day.',
    '2020-07-14',
  );
  assert.ok(meetings.length <= 1);
  // A claim that is denied by its own author: nothing is against itself.
  const { claims } = check(
    'Iran said on Friday it had shot down an American drone. Iran later denied that it had shot down a drone.',
  );
  for (const { id, against } of claims) assert.notEqual(id, against);
});

test('what is not ruled out is threatened, and a truce is refused while a thing lasts', () => {
  assert.deepEqual(told('Iran refused on Friday to rule out a strike on Israel.'), ['threat: a strike on Israel']);
  assert.deepEqual(told('There would be no truce while Israel held Gaza, Iran said.'), [
    'refusal: no truce, if Israel held Gaza',
  ]);
});
