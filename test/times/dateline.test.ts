// Times over the day of the dispatch: which way a weekday points, what the interval is, what is known and what inferred.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timesOf } from './read.js';

const THURSDAY = '2021-12-30';

/** The interval of the expression that has these words. */
function interval(text: string, words: string, date: string | null = THURSDAY): string {
  const time = timesOf(text, date).find((t) => text.slice(...t.span) === words);
  assert.ok(time, `no "${words}" in: ${text}`);
  return `${time.start}..${time.end}`;
}

function value(text: string, words: string, date: string | null = THURSDAY): string | undefined {
  return timesOf(text, date).find((t) => text.slice(...t.span) === words)?.value;
}

test('a weekday follows the tense of its verb', () => {
  assert.equal(value('The ministers met on Tuesday.', 'Tuesday'), '2021-12-28');
  assert.equal(value('The ministers will meet on Tuesday.', 'Tuesday'), '2022-01-04');
  assert.equal(value('The envoys are due to meet on Tuesday.', 'Tuesday'), '2022-01-04');
  assert.equal(value('The two presidents spoke on Thursday.', 'Thursday'), THURSDAY);
  assert.equal(value('He said on Saturday that he would reply by Friday.', 'Saturday'), '2021-12-25');
  assert.equal(value('He said on Saturday that he would reply by Friday.', 'Friday'), '2021-12-31');
  assert.equal(value("Holm welcomed Monday's vote.", 'Monday'), '2021-12-27');
});

test('a term that names the weekday of the dispatch is a week away', () => {
  assert.equal(value('Arland gave Borduria until Thursday to answer.', 'Thursday'), '2022-01-06');
  assert.equal(value('Arland has until Friday to answer.', 'Friday'), '2021-12-31');
});

test('a month or day without a year crosses the end of the year with its verb', () => {
  assert.equal(value('A summit will open on Jan. 12.', 'Jan. 12'), '2022-01-12');
  assert.equal(value('A summit was held on Nov. 12.', 'Nov. 12'), '2021-11-12');
  assert.equal(value('A summit will open in January.', 'January'), '2022-01');
  assert.equal(value('The pact was signed in October.', 'October', '2022-01-05'), '2021-10');
});

test('intervals are true and inclusive', () => {
  assert.equal(interval('They meet on Jan. 9/10 in Geneva.', 'Jan. 9/10'), '2022-01-09..2022-01-10');
  assert.equal(interval('A deal is likely in early 2022.', 'early 2022'), '2022-01-01..2022-04-30');
  assert.equal(interval('Troops were massed in the past two months.', 'the past two months'), '2021-10-30..2021-12-30');
  assert.equal(interval('He will reply within the next two weeks.', 'the next two weeks'), '2021-12-30..2022-01-13');
  assert.equal(interval('The plan leaked over the weekend.', 'the weekend'), '2021-12-25..2021-12-26');
  assert.equal(interval('The plan leaked last week.', 'last week'), '2021-12-20..2021-12-26');
  assert.equal(interval('He served in the 1970s.', 'the 1970s'), '1970-01-01..1979-12-31');
  assert.equal(
    interval('The call began at 2035 GMT on Wednesday.', '2035 GMT on Wednesday'),
    '2021-12-29T20:35Z..2021-12-29T20:35Z',
  );
  assert.equal(
    interval('They crossed on the night of 5-6 June.', 'the night of 5-6 June'),
    '2021-06-05T18:00..2021-06-06T06:00',
  );
});

test('both halves of a range have the whole range', () => {
  const days = 'They will meet May 3-5 in Oslo.';
  assert.equal(interval(days, 'May 3', '2022-04-20'), '2022-05-03..2022-05-05');
  assert.equal(interval(days, '5', '2022-04-20'), '2022-05-03..2022-05-05');
  const weekdays = 'Talks will run from Sunday to Tuesday.';
  assert.equal(interval(weekdays, 'Sunday'), '2022-01-02..2022-01-04');
  assert.equal(interval(weekdays, 'Tuesday'), '2022-01-02..2022-01-04');
  assert.equal(interval('They met from Dec. 28 to Jan. 3.', 'Jan. 3'), '2021-12-28..2022-01-03');
  assert.equal(interval('It ran from October to March 1945.', 'October'), '1944-10-01..1945-03-31');
});

test('known and implied parts are kept apart', () => {
  const [known] = timesOf('They signed on March 26, 1996.', THURSDAY);
  assert.deepEqual([known.known, known.implied], [true, undefined]);
  const [implied] = timesOf('They signed on March 26.', THURSDAY);
  assert.deepEqual([implied.known, implied.implied], [false, ['year']]);
});

test('history runs on from the date last told', () => {
  const text =
    'On May 10, 1940 the government fell. In 1941 the port was lost. The island was taken in May 1942. ' +
    'The straits were mined in July 1943. Both fleets left on June 4, 1944. In August the siege ended. Two days later, on August 25, 1944, ' +
    'the city fell. The same day the army left.';
  assert.equal(value(text, 'August'), '1944-08');
  assert.equal(value(text, 'The same day'), '1944-08-25');
});

test('an impossible date is marked, not guessed', () => {
  for (const [text, words] of [
    ['They meet on Feb. 30.', 'Feb. 30'],
    ['They met on Feb. 30, 2022.', 'Feb. 30, 2022'],
    ['They met on April 31, 2021.', 'April 31, 2021'],
  ]) {
    const time = timesOf(text, THURSDAY).find((t) => text.slice(...t.span) === words);
    assert.ok(time?.value.includes('X'), text);
    assert.deepEqual([time?.start, time?.end, time?.known], [null, null, false]);
  }
  assert.equal(value('It ends in the year 9999.', 'the year 9999'), '9999');
  assert.equal(interval('It ends next week.', 'next week', '9999-12-30'), '10000-01-03..10000-01-09');
});

test('without a date for the dispatch nothing relative is resolved', () => {
  assert.equal(value('They met on Tuesday.', 'Tuesday', null), 'XXXX-WXX-2');
  assert.equal(interval('They met last week.', 'last week', null), 'null..null');
  assert.equal(value('They met on Aug. 2.', 'Aug. 2', null), 'XXXX-08-02');
  assert.equal(value('They met on Aug. 2, 1990.', 'Aug. 2, 1990', null), '1990-08-02');
});

test('what looks like a time and is none', () => {
  for (const text of [
    'The boy is 12 years old.',
    'A 27-year-old fighter fled.',
    'The brigade has 2000 troops there.',
    'The rebels may march on the port.',
    'Jan Holub leads the party.',
    'Oil rose 3 percent to $1995 a tonne.',
    'Copper fell 12 points.',
  ]) {
    assert.deepEqual(
      timesOf(text, THURSDAY).map((t) => `${text.slice(...t.span)} ${t.rule}`),
      [],
      text,
    );
  }
});

test('spans are exact whatever stands around them, and line ends do not matter', () => {
  const parts = [
    'Holm met him',
    ' \n on\nTuesday,',
    ' Jan.\n 4 and',
    ' left “last\nweek” —',
    ' the past\ntwo months',
    ' 🙂 in 1996',
    '. ',
  ];
  for (let seed = 1; seed < 60; seed++) {
    let text = '';
    for (let i = 0, r = seed; i < 12; i++, r = (r * 48271) % 2147483647) text += parts[r % parts.length];
    let last = 0;
    for (const time of timesOf(text, THURSDAY)) {
      const [start, end] = time.span;
      assert.ok(start >= last && end > start && end <= text.length);
      assert.equal(text.slice(start, end), text.slice(start, end).trim());
      last = end;
    }
  }
  assert.equal(value('They met in the past\ntwo\nmonths.', 'the past\ntwo\nmonths'), 'P2M');
});

test('the reasoning is told: the anchor, the verb, and what lost', () => {
  const notes: string[] = [];
  timesOf('A summit was held on Nov. 12.', THURSDAY, (_, note) => notes.push(note));
  assert.deepEqual(notes, [
    '"Nov. 12" is DATE 2021-11-12, rule dates:month-day; year inferred from the dispatch\'s date 2021-12-30; "held" looks back; lost: 2022-11-12 (looking ahead)',
  ]);
});

test('hostile input takes linear time', () => {
  const cost = (copies: number): number => {
    const text = 'the last the next two to three 1990 May 3 - 5 the end of the first week of '.repeat(copies);
    const started = process.cpuUsage();
    timesOf(text, THURSDAY);
    const used = process.cpuUsage(started);
    return used.user + used.system;
  };
  cost(50);
  assert.ok(cost(1200) < 60 * Math.max(cost(100), 5_000));
});
