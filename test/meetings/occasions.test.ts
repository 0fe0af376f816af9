// What tells of an occasion, who is at it, and when: small dispatches of our own, a class of wording each.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../commitments/told.js';

/** The dispatches are of Tuesday, 20 May 2031. */
const cases: readonly (readonly [name: string, text: string, want: readonly string[]])[] = [
  // Two that are meant
  [
    'the two ministers are those who were named',
    'Norwegian Foreign Minister Kari Moe accused Iceland on Monday of bad faith. Icelandic Foreign Minister Jon Arnason denied it. The two ministers will meet in Oslo on May 28.',
    ['scheduled meeting NOR+ISL 2031-05-28'],
  ],
  [
    'both sides',
    'Chad said on Monday that Libya had shelled its border. Libya denied it. Talks between both sides will open in Tunis on June 2.',
    ['scheduled talks TCD+LBY 2031-06-02'],
  ],
  [
    'talks that name nobody are of those who were spoken of',
    'Peru said on Monday Ecuador had moved troops to the border. Ecuador denied it. A second round of talks is planned for June 4.',
    ['scheduled talks ECU+PER 2031-06-04'],
  ],
  [
    'a town where one meets takes no part',
    'Chad and Libya will resume their Geneva talks on May 27.',
    ['scheduled talks TCD+LBY 2031-05-27'],
  ],
  // Who met, where the tree loses it
  [
    'a participle between commas',
    'Arab League foreign ministers, meeting in Tunis, called on Iran to hold back.',
    ['held meeting Arab League foreign ministers'],
  ],
  [
    'a phrase with "with" behind a day',
    'Peruvian President Luis Rojas spoke by telephone on Monday with Chilean President Ana Soto and asked her to wait.',
    ['held call PER+CHL 2031-05-19'],
  ],
  // A series under one word
  [
    'one talks to two, a day each',
    'Japanese Premier Ken Mori will hold talks with the Polish president on May 27 and with the Czech prime minister on May 29, and end the tour in Vienna on May 30.',
    ['scheduled talks JPN+POL 2031-05-27', 'scheduled talks JPN+CZE 2031-05-29', 'scheduled visit JPN+AUT 2031-05-30'],
  ],
  [
    'one flies to three capitals',
    'Chilean Foreign Minister Ana Rios will fly to Lima on Wednesday, to Quito on Thursday and to Bogota on Saturday.',
    ['scheduled visit CHL+PER 2031-05-21', 'scheduled visit CHL+ECU 2031-05-22', 'scheduled visit CHL+COL 2031-05-24'],
  ],
  [
    'talks that move',
    'Talks between Chad and Libya will be held in Tunis on June 2, in Cairo on June 9 and in Doha on June 16.',
    ['scheduled talks TCD+LBY 2031-06-02', 'scheduled talks TCD+LBY 2031-06-09', 'scheduled talks TCD+LBY 2031-06-16'],
  ],
  [
    'and then to',
    'The French president flew to Warsaw on Monday and then to Prague.',
    ['held visit FRA+POL 2031-05-19', 'held visit FRA+CZE 2031-05-19'],
  ],
  [
    'days of one occasion are no series',
    'Chad and Libya will meet in Tunis on June 2 and June 3.',
    ['scheduled meeting TCD+LBY 2031-06-02'],
  ],
  // Who goes, comes, and is asked
  [
    'an arrival where the story is told',
    'PRAGUE, May 20 - French Foreign Minister Luc Marin is to arrive on Friday to plead for the hostages.',
    ['scheduled visit FRA 2031-05-23'],
  ],
  ['soldiers who arrive pay no visit', 'PRAGUE, May 20 - French soldiers arrived on Monday.', []],
  [
    'an agreement to meet again',
    'Chadian and Libyan leaders ended talks on Monday with an agreement to meet again in Tunis on June 4.',
    ['held talks TCD+LBY 2031-05-19', 'scheduled meeting TCD+LBY 2031-06-04'],
  ],
  ['no plan to meet', 'The Polish president said he had no plan to go to Minsk.', []],
  [
    'an invitation taken back',
    'Jordan withdrew its invitation to the Iraqi president to visit Amman.',
    ['cancelled visit JOR+IRQ'],
  ],
  ['an invitation accepted', 'The Polish president has accepted an invitation to Oslo.', ['scheduled visit POL+NOR']],
  // Other words for an occasion
  [
    'a call on a minister',
    'French Ambassador Luc Marin called on the Polish president on Monday to repeat the offer.',
    ['held meeting FRA+POL 2031-05-19'],
  ],
  ['an appeal to a president is none', 'The French ambassador called on the Polish president to resign.', []],
  [
    'a report to the Council',
    'The U.N. mediator is due to report to the Security Council on Friday.',
    ['scheduled meeting U.N. mediator+U.N. Security Council 2031-05-23'],
  ],
  [
    'a journey to see somebody is the meeting',
    'Swedish Foreign Minister Eva Lind is to fly to Warsaw on Thursday to see the Polish prime minister.',
    ['scheduled meeting SWE+POL 2031-05-22'],
  ],
  [
    'each other',
    'Peruvian President Luis Rojas and Chilean President Ana Soto will see each other again on Friday.',
    ['scheduled meeting PER+CHL 2031-05-23'],
  ],
  [
    'a stay and another',
    'A Swedish envoy is due in Warsaw on Thursday and in Prague on Friday.',
    ['scheduled visit SWE+POL 2031-05-22', 'scheduled visit SWE+CZE 2031-05-23'],
  ],
  // Status
  [
    'talks that are over, whatever came of them',
    'Chad and Libya agreed that the rebels must leave the town after two days of talks.',
    ['held talks TCD+LBY'],
  ],
  [
    'an accepted invitation',
    'Polish President Jan Nowak has accepted an invitation from Swedish Prime Minister Eva Lind to visit Stockholm.',
    ['scheduled visit POL+SWE'],
  ],
  [
    'suspended until a day is put off',
    'Talks between Chad and Libya in Tunis were suspended on Monday until June 9.',
    ['postponed talks TCD+LBY 2031-06-09'],
  ],
  [
    'talks, which resume on a day',
    'Chad demanded an end to the flights before its talks with Libya, which resume in Tunis on June 9.',
    ['scheduled talks TCD+LBY 2031-06-09'],
  ],
  [
    'put off from one day until another',
    'A meeting of Polish and Czech ministers set for Thursday was put off until Friday.',
    ['postponed meeting POL+CZE 2031-05-23'],
  ],
  [
    'talks, which ended on a day',
    'Chad spoke of progress at its talks with Libya, which ended in Tunis on Monday.',
    ['held talks TCD+LBY 2031-05-19'],
  ],
  // No occasion
  ['a firm and a state', 'Many Polish companies are holding talks with the Soviet Union on new plants.', []],
  ['officials of a firm', 'Company officials have held talks with the French government on the mine in Chad.', []],
  ['a wish that contacts go on', 'Poland said it wished that contacts with Prague and others go on.', []],
  [
    'a hearing at home',
    'U.S. Trade Representative Ann Ross said a hearing on the Polish tariffs would be held on June 17.',
    [],
  ],
  ['troops that are met with force', 'Chad said Libyan troops would be met with force on the border.', []],
  ['people who leave', 'About 800 Poles left by train for Prague on Monday as Czech troops closed the border.', []],
  ['who goes home pays no visit', 'Polish President Jan Nowak flew back to Warsaw on Monday.', []],
  [
    'who visits is only described',
    'Polish Prime Minister Ewa Lis told visiting Czech mayors that the dam would stay.',
    [],
  ],
  // Whose side nobody knows
  [
    'an official meets somebody by name',
    'Finnish President Matti Koski met Ronald Hartley for 20 minutes at the airport on Monday.',
    ['held meeting FIN+Ronald Hartley 2031-05-19'],
  ],
  [
    'an official receives somebody by name',
    "Peru's foreign minister received Dr. Luis Hernando of the rebel committee on Monday.",
    ['held meeting PER+Luis Hernando 2031-05-19'],
  ],
  [
    'an official has seen two, one of whom nobody places',
    "Libya's prime minister flew home on Monday after seeing both Elias Sarkan and Palestinian leader Yusuf Arfan.",
    ['held meeting LBY+PSE+Elias Sarkan 2031-05-19'],
  ],
  [
    'businessmen who are spoken to',
    'Poland’s president told a meeting of Warsaw bankers on Monday that taxes would fall.',
    [],
  ],
  ['farmers who are spoken to', "Norway's premier addressed a meeting of Danish farmers on Monday.", []],
  ['a banker is no side', 'The Danish prime minister met Hans Jensen, chairman of the bank, on Monday.', []],
  ['an actress is no side', 'The French president met actress Lea Duval on Monday.', []],
  [
    'a go-between meets both sides',
    'The Kenyan mediator is expected to meet both sides again on Friday.',
    ['scheduled meeting KEN 2031-05-23'],
  ],
  // Named in passing, with enough of its own
  [
    'talks that a third brokers',
    'Rebel armies in northern Myanmar agreed to a ceasefire with the junta at talks brokered by China, both sides said on Thursday.',
    ['held talks MMR+CHN'],
  ],
  [
    'declared after a meeting in a town',
    'Eight Arab states declared after a meeting in Doha that Baghdad would be responsible for the war.',
    ['held meeting Arab countries'],
  ],
];

for (const [name, text, want] of cases) {
  test(`meetings: ${name}`, () => assert.deepEqual(told(text).meetings, want));
}

test('days of talks lie before the day on which they ended', () => {
  const { all } = told('Chad and Libya ended four days of talks in Tunis on Monday without an accord.');
  assert.deepEqual(
    all.meetings.map(({ start, end }) => [start, end]),
    [['2031-05-16', '2031-05-19']],
  );
});

test('who sends an envoy does not travel: the level is of whom is sent', () => {
  const { all } = told('Polish President Jan Nowak will send a special envoy to Prague on Friday.');
  assert.deepEqual(
    all.meetings.map(({ level }) => level),
    ['envoys'],
  );
});

test('what came of it stands with another verb', () => {
  const outcomes = (text: string): (string | null)[] =>
    told(text).all.meetings.map(({ outcome }) => outcome && text.slice(...outcome));
  assert.deepEqual(
    outcomes('Arab League foreign ministers, who met in Tunis on Monday, agreed to send a committee to Beirut.'),
    ['agreed to send a committee to Beirut'],
  );
  assert.deepEqual(
    outcomes(
      'The foreign ministers of Chad and Libya met on Monday near Tunis but parted without any sign of agreement.',
    ),
    ['parted without any sign of agreement'],
  );
  assert.deepEqual(
    outcomes('Peru and Ecuador agreed on Monday that their troops must leave the valley after a day of talks in Lima.'),
    ['agreed on Monday that their troops must leave the valley'],
  );
  assert.deepEqual(outcomes("Chad's president will meet Libya's leader on Friday and sign a treaty."), [null]);
});

test('whose invitation and whose offer it is', () => {
  const asked = (text: string): (string | null)[] => {
    const { all } = told(text);
    const who = (id: string | null): string | null => all.actors.find((one) => one.id === id)?.country ?? null;
    return all.meetings.flatMap(({ requestedBy, host }) => [who(requestedBy), who(host)]);
  };
  assert.deepEqual(asked('Brazil said on Monday it was ready to receive the leaders of Guyana and Venezuela.'), [
    'BRA',
    'BRA',
  ]);
  assert.deepEqual(asked('Qatar offered to host talks between Chad and Libya in Doha.'), ['QAT', 'QAT']);
  assert.deepEqual(asked("Polish President Jan Nowak has accepted an invitation from Jordan's king to visit Amman."), [
    'JOR',
    'JOR',
  ]);
  assert.deepEqual(
    asked("The foreign ministers of Chad and Libya will meet in Tunis on Friday at Tunisia's invitation."),
    ['TUN', 'TUN'],
  );
  assert.deepEqual(asked('Kenya declined an invitation from Uganda on Monday.'), []);
});
