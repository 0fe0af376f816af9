// What stands beside an act lends it nothing: other clauses, places, purposes, questions, own things, words in a figure of speech.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Event } from '../../src/records.js';

const eventsOf = (text: string): readonly Event[] => read(dispatchOf(text, { id: 'x', date: '2023-05-10' })).events;

/** "TYPE SRC>TGT" of every event, "?" for nobody. */
const shown = (text: string): string[] =>
  eventsOf(text).map(({ type, sources, targets }) => {
    const side = (refs: Event['sources']): string => refs.map(({ country, code }) => country ?? code).join('+') || '?';
    return `${type} ${side(sources)}>${side(targets)}`;
  });

const cases: readonly (readonly [name: string, text: string, want: readonly string[], not: RegExp | null])[] = [
  [
    'the clause after "and" gives no target',
    'Norway condemned the takeover and called for the release of the Chadian governor.',
    [],
    /ACCUSE NOR>TCD/,
  ],
  [
    'nor does what happened before or after',
    'Sweden praised the pact after Peru left the talks.',
    [],
    /SUPPORT SWE>PER/,
  ],
  ['nor where the pardoned went', 'President Vladimir Putin pardoned those who had left Finland.', [], />FIN/],
  ['nor the purpose of a ban', 'Spain imposed duties on imported steel to help Moroccan miners.', [], /COERCE ESP>MAR/],
  [
    'a possible answer is no addressee',
    'Dutch lawmakers voiced their opposition to the tax for fear of retaliation from Kenya.',
    [],
    />KEN/,
  ],
  [
    'talks in a city are not talks with it',
    'Finance Minister Kiichi Miyazawa is due to hold talks in New York with the private banks.',
    [],
    />USA/,
  ],
  [
    'a question asks for nothing',
    'A reporter asked whether President Emmanuel Macron had opposed the sale.',
    [],
    /REQUEST/,
  ],
  [
    'what need not be done is not demanded',
    'Iranian Speaker Mohammad Qalibaf said Iran did not need missiles to close the strait.',
    [],
    /REQUEST/,
  ],
  ['a call to come is no appeal', 'He is to call on President Joko Widodo in Jakarta on Monday.', [], /REQUEST/],
  [
    'one who meets the press meets nobody',
    'President Joko Widodo opened the news conference with a statement on the deficit.',
    [],
    /CONSULT/,
  ],
  ['a war of words is no war', 'The war of words between Kenya and Uganda over tea went on.', [], /ASSAULT/],
  [
    'a state helps nobody by its own debt',
    'Bolivia has restructured its debt and needs to raise new loans.',
    [],
    /AID/,
  ],
  [
    'what is demonstrated is no march',
    'The speech was a chance for President Joko Widodo to demonstrate he was in command.',
    [],
    /PROTEST/,
  ],
  [
    'a disaster kills without help',
    'The United Nations sent tents to Haiti on Friday, three days after an earthquake killed 4,000 people in Haiti.',
    ['AID IGOUNO>HTI'],
    /ASSAULT/,
  ],
  ['not yet agreed is not refused', 'Kenya and Uganda have not yet agreed on a date for the vote.', [], /REJECT/],
];

for (const [name, text, want, not] of cases) {
  test(name, () => {
    const found = shown(text);
    for (const event of want) assert.ok(found.includes(event), `${event} not in ${found.join(', ')}`);
    if (not) assert.ok(!found.some((event) => not.test(event)), found.join(', '));
  });
}

const told: readonly (readonly [name: string, text: string, want: string])[] = [
  [
    'a word spoken goes on from the saying',
    'Kenya said the reports were false, and warned Uganda not to close the lake.',
    'REQUEST KEN>UGA',
  ],
  [
    'also past another tense',
    'A Kenyan spokesman said the quarrel costs both more than it brings, and urged Uganda to return to the table.',
    'REQUEST KEN>UGA',
  ],
  ['called on somebody to do it', 'Spain called on Morocco to free the crew of the trawler.', 'REQUEST ESP>MAR'],
  [
    'attacks that will go on are threatened',
    'A Hamas spokesman vowed that attacks on ships would go on.',
    'THREATEN PSE>?',
  ],
  [
    'a strike to come, on a condition',
    'Kenya said it would strike again if Uganda broke the truce.',
    'THREATEN KEN>UGA',
  ],
  ['an answer in kind', 'Kenya said it would respond in kind to Uganda.', 'THREATEN KEN>UGA'],
  ['a move called illegal', 'Kenya called the Ugandan decision illegal.', 'ACCUSE KEN>UGA'],
  ['what is fought back with tariffs', 'China hits back at U.S. tariffs with levies on soybeans', 'COERCE CHN>USA'],
  [
    'parliament ratifies by its vote',
    "Kenya's parliament voted 80 to 12 on Monday to ratify Uganda's bid to join the bloc.",
    'SUPPORT KEN>UGA',
  ],
  [
    'a description stands beside a name',
    'A ceasefire between Israel and the Lebanese armed group Hezbollah came into force under a deal brokered by France.',
    'RETREAT ISR>LBN',
  ],
];

for (const [name, text, want] of told) {
  test(name, () => assert.ok(shown(text).includes(want), shown(text).join(', ')));
}

test('a participle goes on to tell what the blow did', () => {
  const events = eventsOf(
    "A missile fired by Yemen's Houthis struck a Greek tanker on Friday, setting its cargo on fire.",
  );
  assert.equal(events.filter(({ type }) => type === 'ASSAULT').length, 1);
});

test('ties broken and envoys expelled are two acts', () => {
  const events = eventsOf('Kenya severed relations with Iran on Monday and expelled four Iranian diplomats.');
  assert.deepEqual(events.map(({ mode }) => mode).sort(), ['expel', 'withdraw']);
});

test('tens of thousands are counted, the towns where they marched are not', () => {
  const [march] = eventsOf(
    'Tens of thousands of people marched in Nairobi and in 35 of the 47 counties against the bill.',
  );
  assert.deepEqual(
    march.figures.map(({ kind, value }) => `${kind} ${value}`),
    ['participants 10000'],
  );
});

test('the headline and the lead tell one shooting, with the dead of the one and the wounded of the other', () => {
  const text = `Kenyan police open fire on marchers, five dead

NAIROBI, May 10 (Agency) - Kenyan police fired live rounds at protesters on Wednesday, killing five and wounding 31, doctors said.
`;
  const shots = eventsOf(text).filter(({ type }) => type === 'ASSAULT');
  assert.equal(shots.length, 1);
  assert.ok(shots[0].figures.some(({ kind, value }) => kind === 'injured' && value === 31));
});

const ordinary: readonly (readonly [name: string, text: string])[] = [
  ['a report is released', "The farm department releases its crop report on April 30, France's ministry said."],
  ['a quota is met', 'Uganda had been unable to meet its coffee quota for years.'],
  ['a debt stop forces a bank to write off', "Brazil's moratorium may force it to write off some loans."],
  ['trial production is no trial', "Peru's largest copper mine has started trial production."],
  ['buyers and suppliers are no party', 'France will be better able to negotiate with its ore suppliers.'],
  [
    'an office that will not stop a purchase',
    'The steel firm said it was confident the German authorities would not block the purchase of the shares.',
  ],
  ['banks that lend', 'Japanese banks lent 20 billion yen to Greece.'],
  ['cheaper loans', 'The United States took steps to reduce loan rates for wheat.'],
];

for (const [name, text] of ordinary) {
  test(`ordinary news stays empty: ${name}`, () => assert.deepEqual(shown(text), []));
}

const samples: readonly (readonly [name: string, text: string, want: string])[] = [
  ['a headline of what two are to do', 'Oman says Chad, Niger to resume talks on islands', 'CONSULT TCD>NER planned'],
  [
    'both who meet, and not the place',
    'The foreign ministers of Chad and Niger met in Nairobi on Monday.',
    'CONSULT TCD>NER happened',
  ],
  [
    'a threat that another state must heed',
    'Minister Ali Bongo warned that Gabon would strike back if Chad sent its agents again.',
    'THREATEN GAB>TCD happened',
  ],
  ['what a sum is in', 'The United States suspended 300 million dollars in aid to Niger.', 'SANCTION USA>NER happened'],
  ['a canal closed', 'Egypt closed the Suez Canal to Chadian cargo on Monday.', 'COERCE EGY>TCD happened'],
  [
    'who contradicts',
    'Sudan said that no Libyan jets had crossed its border, contradicting a report by Chadian state television.',
    'REJECT SDN>TCD happened',
  ],
];

for (const [name, text, want] of samples) {
  test(name, () => {
    const found = eventsOf(text).map(
      ({ type, modality, sources, targets }) => `${type} ${sources[0]?.country}>${targets[0]?.country} ${modality}`,
    );
    assert.ok(found.includes(want), found.join(', '));
  });
}

test('an offer made today of a day ahead is dated today, the meeting itself on its day', () => {
  const [offer] = eventsOf('CAIRO, May 10 (Agency) - Egypt offered to hold talks with Sudan on May 29.');
  assert.equal(offer.date.value, '2023-05-10');
  const [visit] = eventsOf('CAIRO, May 10 (Agency) - President Joko Widodo will visit Sudan on May 29.');
  assert.equal(visit.date.value, '2023-05-29');
});

const silent: readonly (readonly [name: string, text: string, not: RegExp])[] = [
  ['a denial of what was said before', 'Kenya accused Uganda of planting mines. Kampala denied this.', /REJECT/],
  ['an allegation rejected', 'The army rejected allegations that it had shelled the Ugandan town.', /REJECT/],
  ['neither confirmed nor denied', 'Russia neither confirmed nor denied Chadian reports of new jets.', /REJECT/],
  ['what was hoped for once', 'Kenya and Uganda had hoped to sign an accord before the summit.', /AGREE|SUPPORT/],
  [
    'the round that was called off',
    'A fourth round, which had been set for July 22 in Washington, was called off.',
    /REQUEST/,
  ],
  [
    'a report is dismissed, not its agency',
    'Kenya dismissed as groundless a report by the Kyodo news agency.',
    /REJECT KEN>JPN/,
  ],
  [
    'a complaint goes to a body, not against it',
    'Brazil filed a complaint with the World Trade Organization.',
    /ACCUSE BRA>IGO/,
  ],
];

for (const [name, text, not] of silent) {
  test(name, () => assert.ok(!shown(text).some((event) => not.test(event)), shown(text).join(', ')));
}

test('the second round is held by those who were told of before', () => {
  const text =
    'Peru and Ecuador agreed on Thursday to stop fighting. A second round of talks is planned for May 24 in Brasilia.';
  const round = eventsOf(text).find(({ type }) => type === 'CONSULT');
  assert.deepEqual(
    [...(round?.sources ?? []), ...(round?.targets ?? [])].map(({ country }) => country),
    ['PER', 'ECU'],
  );
  assert.equal(round?.modality, 'planned');
});

test('a right to retaliate against goods threatens no violence; a deadline is an ultimatum', () => {
  const [threat] = eventsOf('Brazil said it reserved the right to retaliate against U.S. wheat.');
  assert.equal(`${threat.type} ${threat.mode}`, 'THREATEN null');
  const [deadline] = eventsOf('Peru gives Chile until Friday to reopen strait');
  assert.equal(`${deadline.type} ${deadline.sources[0]?.country} ${deadline.targets[0]?.country}`, 'THREATEN PER CHL');
});

test('a year is no count', () => {
  const [dead] = eventsOf('Chadian troops killed more than 6,500 people in the war of 2020.');
  assert.deepEqual(
    dead.figures.map(({ value }) => value),
    [6500],
  );
});
