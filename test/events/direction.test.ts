// Who does it to whom in the forms that turn direction round, and what a sentence only speaks of, on sentences of our own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Event } from '../../src/records.js';

const codes = (text: string): readonly Event[] => read(dispatchOf(text, { id: 'x', date: '2020-01-02' })).events;

const line = ({ type, sources, targets, modality, negated, denied }: Event): string => {
  const side = (refs: Event['sources']): string =>
    refs
      .map(({ country, code }) => country ?? code)
      .sort()
      .join('+') || '?';
  return `${type} ${side(sources)} > ${side(targets)} ${modality}${negated ? ' not' : ''}${denied ? ' denied' : ''}`;
};

/** Sentence, events that must be among those found, beginnings of lines that must not. */
const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  // A threat is meant for the one whose deed would bring it about, where nothing else names its target.
  [
    'Turkey renewed its threat of sanctions if Greece attacks Cyprus.',
    ['THREATEN TUR > GRC happened', 'ASSAULT GRC > CYP conditional'],
    [],
  ],
  ['Iran threatened to attack Israel if the United States seized its tankers.', ['THREATEN IRN > ISR happened'], []],
  [
    'Britain said it would impose sanctions should Serbia go ahead with an invasion of Kosovo.',
    ['THREATEN GBR > SRB conditional', 'ASSAULT SRB > XKX conditional'],
    [],
  ],
  // A plan is no threat, and what others say somebody will do is not his word.
  ['Syria denied planning to attack Jordan.', ['ASSAULT SYR > JOR planned denied'], ['THREATEN']],
  [
    'Despite a report that Ethiopia would be withdrawing 5,000 troops from its border with Eritrea, aid workers stayed away.',
    ['RETREAT ETH > ERI planned'],
    ['AGREE'],
  ],
  [
    'Diplomats said they had seen little evidence that Ethiopia was withdrawing its troops from Eritrea.',
    ['RETREAT ETH > ERI hypothetical'],
    [],
  ],
  // What is wanted is asked of the one who would do it, and is no plan.
  [
    'Cuba said it wants guarantees the United States will not deploy missiles in Panama.',
    ['REQUEST CUB > USA happened'],
    ['MOBILIZE USA > PAN planned'],
  ],
];

for (const [text, wanted, unwanted] of cases) {
  test(text, () => {
    const found = codes(text).map(line);
    for (const want of wanted) assert.ok(found.includes(want), `${want} in: ${found.join('; ') || 'nothing'}`);
    for (const no of unwanted) assert.ok(!found.some((one) => one.startsWith(no)), `${no} in: ${found.join('; ')}`);
  });
}

test('the year of a treaty is not the day of what is done under it', () => {
  const [asked] = codes('Armenia asked Russia for military help under a 1997 treaty.');
  assert.deepEqual([asked.type, asked.date.value], ['REQUEST', '2020-01-02']);
});

test('meetings ahead are one planned event each, with their own parties and days', () => {
  const text =
    'The call opened the way for contacts including a Jan. 14/15 Japan-China security meeting, followed by a China-NATO session on Jan. 20, and a wider conference including Tokyo, Beijing and Seoul slated for Jan. 22.';
  const meetings = codes(text).filter(({ type }) => type === 'CONSULT');
  const seen = meetings.map((event) => `${line(event)} ${event.date.start} ${event.date.end}`).sort();
  assert.deepEqual(seen, [
    'CONSULT CHN > IGONAT planned 2020-01-20 2020-01-20',
    'CONSULT CHN+JPN+KOR > ? planned 2020-01-22 2020-01-22',
    'CONSULT JPN > CHN planned 2020-01-14 2020-01-15',
  ]);
});

test('background in the past perfect has no day, but what is said to have been done has', () => {
  const [pact] = codes('Sweden called it unfair because Norway had signed a pact with Denmark.').filter(
    ({ type }) => type === 'SUPPORT',
  );
  assert.equal(pact.date.value, 'XXXX-XX-XX');
  const [shot] = codes('Kenya said Somali gunmen had killed two soldiers.').filter(({ type }) => type === 'ASSAULT');
  assert.equal(shot.date.value, '2020-01-02');
});

/** A sentence, and the only events that it may give. */
const exact: readonly (readonly [string, readonly string[]])[] = [
  // A strike is an attack or a walkout by what stands beside it.
  ['Spain said the U.S. strike was an act of self-defence.', ['ASSAULT USA > ? happened']],
  ['EC DOES NOT PLAN STATEMENT ON U.S. STRIKE ON IRAN', ['ASSAULT USA > IRN happened']],
  // What is told to the press, to oneself, or only tells the time.
  ['A senior Turkish official declined to be named.', []],
  ['The Greek foreign ministry declined to comment.', []],
  ['Portugal will continue to defend its rights.', []],
  ['Farmers have left since the war in Chad began.', []],
  ['Congress battled the U.S. president all year.', []],
  ['They would not have agreed anyway, a Danish diplomat said.', []],
  // The one who is punished did it; the one behind "let" does it; what is cut off by a verb of its own is no target.
  [
    'Canada imposed sanctions on Haiti for violating the treaty.',
    ['COERCE CAN > HTI happened', 'REJECT HTI > ? happened'],
  ],
  [
    'Norway has cut off aid to Niger and Sweden has threatened to do the same.',
    ['SANCTION NOR > NER happened', 'THREATEN SWE > ? happened'],
  ],
  ['Warplanes from Iraq struck near Tabriz on Thursday, officials said.', ['ASSAULT IRQ > IRN happened']],
  // A firm with a country's adjective is a firm.
  ['Danish brewer Holm rejected a bid by a French rival.', []],
  ['The Norwegian fund gained 4 percent, beating its benchmark.', []],
  ['Hanoi has not ruled out legal action against Japan.', []],
  ['Kenya accused a Somali warship of shelling the port of Mombasa.', ['ACCUSE KEN > SOM happened']],
  ['The army chief vowed to resume the war against Chad.', ['THREATEN ---MIL > TCD happened']],
  // A day is nobody; an agency that reports signs nothing; who is prepared does it; an if-clause far down tells to whom.
  ["Sudan's government on Sunday lifted a curfew in Darfur.", ['CONCEDE SDN > SDN happened']],
  [
    'Libyan leader Abel Moss and Maltese President Ida Holm today signed a treaty of friendship, the agency reported.',
    ['SUPPORT LBY > MLT happened'],
  ],
  [
    'Russia has threatened to suspend talks to limit long-range missiles if Denmark goes ahead with the plan, a newspaper reported.',
    ['THREATEN RUS > DNK happened'],
  ],
  ['Speaking to an export council, Swedish Premier Ida Holm said she was tired.', []],
  ['EC attacks Japan over trade', ['ACCUSE IGOEUR > JPN happened']],
  ['Peru and Chile accused each other on Tuesday of spying.', ['ACCUSE PER > CHL happened']],
  ['Israeli troops shot dead two Jordanians.', ['ASSAULT ISR > JOR happened']],
  // Double negation leaves it open; a refusal of force is no refusal.
  ['Peru refused to attack Chile.', ['ASSAULT PER > CHL happened not']],
];

for (const [text, wanted] of exact) {
  test(`${text} | ${wanted.join('; ') || 'nothing'}`, () =>
    assert.deepEqual(codes(text).map(line).sort(), [...wanted].sort()));
}
