// More faults seen on dispatches of others, each told again in other words: telex capitals, conditions that are none or run on, refusals that are none,
// subjects that the tree lost, meetings that are none, and stances against what was said just before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from './told.js';

test('a telex in capitals has its threat, its meeting and its dispute', () => {
  const { commitments, meetings, all } = told(
    `NAIROBI, MAY 20 - KENYA WARNED UGANDA ON TUESDAY THAT IT WOULD CLOSE THE FRONTIER IF THE RAIDS DID NOT STOP.

THE TWO FOREIGN MINISTERS WILL MEET IN MOMBASA ON JUNE 2. UGANDA DENIED THAT ITS TROOPS HAD CROSSED THE FRONTIER.`,
  );
  assert.deepEqual(commitments, ['threat KEN > UGA: CLOSE THE FRONTIER / THE RAIDS DID NOT STOP']);
  assert.equal(meetings.length, 1);
  assert.match(meetings[0], /^scheduled meeting .* 2031-06-02$/);
  assert.deepEqual(
    all.claims.map(({ stance }) => stance),
    ['denies'],
  );
});

test('the terms on which somebody speaks are no condition', () => {
  for (const text of [
    'A Chadian official, who spoke on condition of anonymity, said Chad would close its border with Libya.',
    'Egypt urged Sudan to reopen the road without preconditions.',
    'Speaking on condition he not be named, a Peruvian diplomat said Lima would expel two Chilean envoys.',
  ])
    assert.doesNotMatch(told(text).commitments.join(), / \/ /, text);
});

test('who says it is cut from the condition', () => {
  assert.deepEqual(
    told(
      'Sudan will expel all Chadian diplomats if Chad arms the rebels in Darfur, two envoys and a Sudanese minister said.',
    ).commitments,
    ['threat SDN > TCD: expel all Chadian diplomats / Chad arms the rebels in Darfur'],
  );
});

test('an ultimatum or a warning that is rejected is refused, not given', () => {
  assert.deepEqual(told('The Turkish foreign minister rejected the Greek ultimatum on Monday.').commitments, [
    'refusal TUR > GRC: the Greek ultimatum',
  ]);
  assert.deepEqual(told('Brazil is firmly opposed to the Argentine statement.').commitments, []);
  assert.deepEqual(told('Iran did not rule out a meeting with the American envoy.').commitments, []);
  assert.deepEqual(
    told('The Polish government has refused to discuss a transit road until Russian troops leave the frontier.')
      .commitments,
    ['refusal POL > RUS: discuss a transit road / Russian troops leave the frontier'],
  );
});

test('what will not last under a condition is threatened', () => {
  assert.deepEqual(
    told('"If the tariff stays, our ports will not remain open," the Indian trade minister told Pakistan.').commitments,
    ['threat IND > PAK: not remain open / the tariff stays'],
  );
  assert.deepEqual(
    told('Chile said it would take the dispute to the World Trade Organization if Peru went ahead.').commitments,
    ['threat CHL > PER: take the dispute to the World Trade Organization / Peru went ahead'],
  );
});

test('a subject with a clause of its own is the holder', () => {
  assert.match(
    told('France, the former colonial power, called for the release of all hostages in Chad.').commitments.join(),
    /^demand FRA > /,
  );
});

test('consultations at home, election rounds and talks that nobody wants to speak of are told as what they are', () => {
  assert.deepEqual(told('Greece recalled its ambassador from Turkey for consultations.').meetings, []);
  assert.deepEqual(
    told(
      'Both men claimed victory in the election. The opposition boycotted the first round on Sunday, Chad and Niger said.',
    ).meetings,
    [],
  );
  assert.doesNotMatch(
    told("Egypt's foreign minister declined to discuss the meeting with his Libyan counterpart.").meetings.join(),
    /refused/,
  );
  assert.deepEqual(
    told('The Guatemalan president invited the British premier to submit the quarrel to the Pope.').meetings,
    [],
  );
});

test('a denial is against the charge just before it', () => {
  const against = (text: string): string[] => {
    const { claims } = told(text).all;
    return claims.map(
      ({ stance, against: other }) => `${stance}${other ? ` ${claims.find(({ id }) => id === other)?.stance}` : ''}`,
    );
  };
  assert.deepEqual(
    against('Greece accused Turkish ships of entering its waters 12 times, a charge the Turkish navy denied.'),
    ['asserts', 'denies asserts'],
  );
  assert.deepEqual(
    against(
      'Vietnam raised the duty after accusing Thai producers of dumping rice. Bangkok denied that its mills sold at a loss.',
    ),
    ['asserts', 'denies asserts'],
  );
  assert.deepEqual(
    against(
      'The French foreign minister said Iran had agreed to stop enrichment. Tehran said later that no such pledge had been given.',
    ),
    ['asserts', 'denies asserts'],
  );
  assert.deepEqual(
    against(
      'At least eight people were wounded in the raid on Kassala, a Sudanese doctor said. The Eritrean army said nobody had been hurt.',
    ),
    ['asserts', 'asserts asserts'],
  );
});

test('what a side calls impossible it refuses, and what there is not, too', () => {
  assert.deepEqual(told('Greece on Monday termed the Turkish proposal unacceptable.').commitments, [
    'refusal GRC > TUR: the Turkish proposal',
  ]);
  assert.match(
    told('"There is no bargaining with bandits," a Chadian general told Libya.').commitments.join(),
    /^refusal TCD > /,
  );
  assert.deepEqual(told('Greece called the Turkish report absurd.').commitments, []);
});

test('"failing which" and "otherwise" make an ultimatum of the demand before them', () => {
  assert.match(
    told(
      'Ghana must free the crew at once, otherwise it shall bear the consequences, an Ivorian minister said.',
    ).commitments.join(),
    /^ultimatum CIV > GHA: bear the consequences \/ free the crew at once$/,
  );
});

test('a right that is reserved is no promise, fire that is held no threat', () => {
  assert.match(
    told('Serbia reserves the right to protect its people in Kosovo should clashes spread.').commitments.join(),
    /^threat SRB/,
  );
  assert.match(
    told('Israel told Syria that it would hold its fire for 24 hours.').commitments.join(),
    /^promise ISR > SYR/,
  );
  assert.match(
    told('Egypt told Israel it would reconsider relations between them.').commitments.join(),
    /^threat EGY > ISR/,
  );
  assert.match(
    told(
      'Arab ministers and Iran agreed to cut exports by a tenth until Israel leaves the West Bank.',
    ).commitments.join(),
    /^threat /,
  );
});

test('two ministers who talked, and leaders told by telephone, met or called', () => {
  assert.deepEqual(
    told('French Foreign Minister Paul Roche and Algerian Foreign Minister Ali Saad talked for five hours on Monday.')
      .meetings,
    ['held talks FRA+DZA 2031-05-19'],
  );
  const [call] = told(
    'The Egyptian president told the Israeli prime minister by telephone on Monday that the border would stay shut.',
  ).meetings;
  assert.match(call, /^held call EGY\+ISR/);
});

test('a verb that the tree hung on the consequence belongs to its condition', () => {
  assert.match(
    told('Syria said its guns would fire until the blockade of Latakia is lifted by Israel.').commitments.join(),
    /\/ the blockade of Latakia is lifted by Israel$/,
  );
});

test('those who were told to leave were told so by whoever the sentence is about', () => {
  assert.deepEqual(
    told(
      "Chad ordered the expulsion of Libya's consul, who was given two days to leave, in protest against the arrest of three traders.",
    ).commitments.slice(-1),
    ['ultimatum TCD > LBY: leave'],
  );
  assert.match(
    told('NATO headquarters gave Serbia until noon on Friday to free the pilots.').commitments.join(),
    /^ultimatum NATO > SRB/,
  );
});

test('what is ruled out until something is done is refused', () => {
  assert.deepEqual(
    told(
      'Peru has no quarrel with Chile. The Peruvian president ruled out reopening the crossing at Arica until the sailors are home.',
    ).commitments,
    ['refusal PER > CHL: reopening the crossing at Arica / the sailors are home'],
  );
});

test('others who are spoken of in quotation marks bind nobody', () => {
  assert.deepEqual(
    told('A Western diplomat said he doubted that the Saudis would fight Yemen. "They will pay," he said.').commitments,
    [],
  );
});

test('the day of an answer is not the day of the talks', () => {
  assert.deepEqual(
    told(
      'Sudan on Monday rejected a proposal by the African Union for talks with Chad in Cairo on May 30.',
    ).meetings.map((one) => one.slice(-10)),
    ['2031-05-30'],
  );
  assert.deepEqual(
    told(
      'A meeting of the Thai and Cambodian defence ministers, called off on Monday, has been rescheduled for June 9 in Jakarta.',
    ).all.meetings.map(({ start }) => start),
    ['2031-06-09'],
  );
});

test('tolls of the same people are set against one another, of others not', () => {
  const against = (text: string): number => told(text).all.claims.filter((one) => one.against !== null).length;
  assert.equal(
    against(
      'At least 18 people were killed in the fighting, according to the Croatian Interior Ministry. The Yugoslav army put the toll at seven.',
    ),
    1,
  );
  assert.equal(
    against(
      'Thai shells killed five villagers, the Cambodian Defence Ministry said. Seven Thai soldiers have been killed, according to the Thai army.',
    ),
    0,
  );
});

test('while one says this, another says that', () => {
  assert.match(
    told(
      'Cyprus said it needed to see Turkey draw back its ships, while Ankara said sanctions backed by Nicosia could lead to a rupture in ties.',
    ).commitments.join(' | '),
    /warning TUR > CYP: a rupture in ties \/ sanctions backed by Nicosia/,
  );
});
