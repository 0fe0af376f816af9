// A meeting to come is a planned CONSULT whatever its verb; an agreement, an offer or an invitation to meet is AGREE; where one meets is no party.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';

const shown = (text: string): string[] =>
  read(dispatchOf(text, { id: 'x', date: '2030-05-14' })).events.map(
    ({ type, sources, targets, modality, date }) =>
      `${type} ${sources.map(({ country }) => country).join('+')}>${targets.map(({ country }) => country).join('+')} ${modality} ${date.value}`,
  );

const ahead = [
  'The foreign ministers of Chad and Niger will meet in Nairobi on May 20.',
  'The foreign ministers of Chad and Niger are to meet in Nairobi on May 20.',
  'The foreign ministers of Chad and Niger are scheduled to meet in Nairobi on May 20.',
  'The foreign ministers of Chad and Niger are due to hold talks in Nairobi on May 20.',
  'Talks between Chad and Niger are planned for May 20 in Nairobi.',
  'Chad and Niger plan talks in Nairobi on May 20.',
];
for (const text of ahead) {
  test(`a meeting to come: ${text}`, () => assert.deepEqual(shown(text), ['CONSULT TCD>NER planned 2030-05-20']));
}

const others: readonly (readonly [text: string, want: string])[] = [
  ["Niger's president will travel to Nairobi on Friday.", 'CONSULT NER>KEN planned 2030-05-17'],
  ["Niger's president is scheduled to fly to Nairobi on Friday for talks.", 'CONSULT NER>KEN planned 2030-05-17'],
  ['Chad and Niger have agreed to hold talks in Nairobi on May 20.', 'AGREE TCD+NER> happened 2030-05-14'],
  ['Chad said it would meet Niger if the border was opened.', 'AGREE TCD>NER conditional 2030-05-14'],
  ['Chad has invited the president of Niger to Rome on May 20.', 'AGREE TCD>NER happened 2030-05-14'],
  ['The visit of the Libyan president to Niger was postponed.', 'SANCTION LBY>NER happened 2030-05-14'],
  ['Chad gave Niger until June 10 to free the men.', 'THREATEN TCD>NER happened 2030-05-14'],
];
for (const [text, want] of others) {
  test(`meetings: ${text}`, () => assert.ok(shown(text).includes(want), shown(text).join(', ')));
}

const faults: readonly (readonly [name: string, text: string, want: string])[] = [
  [
    'a vow to answer in kind is meant for who acted',
    'Chad expelled two Libyan diplomats on Monday. Libya vowed to respond in kind.',
    'THREATEN LBY>TCD happened 2030-05-14',
  ],
  [
    'the dead of a clash are dated by the clash, which is told once',
    'At least 14 soldiers were killed in clashes that began last Friday near the river.',
    'ASSAULT > happened 2030-05-10',
  ],
  [
    'whoever is sent is no target',
    'Chad and Niger have promised to send observers.',
    'AGREE TCD+NER> happened 2030-05-14',
  ],
  ['police promised to a state', 'Kenya pledged to send 900 policemen to Niger.', 'AGREE KEN>NER happened 2030-05-14'],
  ['forces of nobody else are no target', 'Libya will withdraw its missile boats.', 'AGREE LBY> planned 2030-05-14'],
];
for (const [name, text, want] of faults) {
  test(name, () => assert.ok(shown(text).includes(want), shown(text).join(', ')));
}

const told: readonly (readonly [name: string, text: string, want: string])[] = [
  [
    'three things that officers said they had done',
    'Army officers in Chad said on Tuesday they had deposed President Idriss Bello, suspended the vote and closed the borders.',
    'SANCTION TCD>TCD happened 2030-05-14',
  ],
  [
    'whoever is opposed opposes',
    'China is firmly opposed to the statement by the United States.',
    'ACCUSE CHN>USA happened 2030-05-14',
  ],
  [
    'what was denied is the event',
    'The Libyan army denied that it had bombed Chad.',
    'ASSAULT LBY>TCD happened 2030-05-14',
  ],
  [
    'a place is no second target',
    'Rebels freed a French nun in Niger on Monday.',
    'RETREAT NER>FRA happened 2030-05-13',
  ],
];
for (const [name, text, want] of told) {
  test(name, () => assert.ok(shown(text).includes(want), shown(text).join(', ')));
}

const marked: readonly (readonly [name: string, text: string, want: RegExp])[] = [
  ['a raid on a port that is called something', 'Libya called the raid on the Chadian port an escalation.', /REQUEST/],
  ['what is waited for', 'Chad will not talk to Libya until its troops have left Niger.', /RETREAT .* happened/],
  [
    'what would have to come first',
    'Chad said it would not sign before Libya freed the hostages.',
    /RETREAT .* happened/,
  ],
  ['what is doubted', 'Diplomats doubted that Libya would attack Chad.', /THREATEN/],
  ['women march to an army base', 'Thousands of women in Niger marched on army headquarters.', /ASSAULT/],
  ['a rally that is told something', 'The Libyan president told a rally in Tripoli that prices would fall.', /PROTEST/],
];
for (const [name, text, not] of marked) {
  test(`not so: ${name}`, () => assert.ok(!shown(text).some((one) => not.test(one)), shown(text).join(', ')));
}

test('hearsay shows its words', () => {
  const text = 'Officials were calm despite a report on Sunday that Libya would pull back 900 troops from Chad.';
  const reading = read(dispatchOf(text, { id: 'x', date: '2030-05-14' }));
  const [event] = reading.events;
  assert.equal(event?.type, 'RETREAT');
  assert.equal(event?.hearsay && text.slice(...event.hearsay), 'a report');
  const [sent] = read(dispatchOf('Libya has reportedly sent troops to Chad.', { id: 'x', date: '2030-05-14' })).events;
  assert.ok(sent?.hearsay);
});

const silent: readonly (readonly [name: string, text: string])[] = [
  ['the dead of a war of other years', 'More than 6,500 people died in the war of 2020.'],
  ['the dead of the last century', 'Some 40,000 people were killed in the Second World War.'],
  ['a habit told in passing', 'Niger, which buys oil from both sides, is a poor country.'],
  ['what should be, of nobody', 'Investment in Libya should have a great future, the Chadian banker said.'],
  ['a clash over access', 'Chad and Libya clashed over access to the cotton market.'],
  ['what one owns to', 'The Libyan president conceded that losses were high.'],
  ['what one should do oneself', 'The Chadian foreign minister said Chad should not cut its ties.'],
  ['an agreement that imposes', 'He said the agreement imposes sacrifices on Niger.'],
  ['imports that injure producers', 'The panel found that Chinese imports have injured American producers.'],
  ['an offer that is killed', 'The Canadian judge said the ruling would kill the offer.'],
  ['what yields', 'It yields no calories and does not promote tooth decay.'],
  ['a storm that has a name', 'Storm Hollis batters the coast of Chile, flooding roads.'],
  ['crews that fight for power', 'Crews in Chile fought to reach the villages after the storm.'],
  ['a report denied', 'Chad denied the report by a Libyan newspaper.'],
  ['mines that were found', 'The Libyan navy said it had found two mines near the island.'],
  ['accounts under a treaty', 'The proceedings were held under a treaty between Chad and Niger.'],
];
for (const [name, text] of silent) test(`no event: ${name}`, () => assert.deepEqual(shown(text), []));
