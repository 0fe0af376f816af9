// Two sources that cannot both be right, told in two sentences: numbers, places held, who began it, what became of a thing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../commitments/told.js';

/** "stance WHO" of each claim, with "< n" where it is against the n-th. */
function claims(text: string): string[] {
  const { claims: all, actors } = told(text).all;
  const who = (id: string | null): string => {
    const actor = actors.find((one) => one.id === id);
    return actor?.country ?? actor?.name ?? '?';
  };
  return all.map(({ stance, by, against }) => {
    const about = all.findIndex(({ id }) => id === against);
    return `${stance} ${who(by)}${about < 0 ? '' : ` < ${about + 1}`}`;
  });
}

function opposed(text: string, one: string, other: string): void {
  assert.deepEqual(claims(text), [`asserts ${one}`, `asserts ${other} < 1`], text);
}

test('numbers of the dead from two sources', () => {
  opposed(
    'The Ethiopian army said 40 rebels were killed near Dessie. The rebels put their losses at three.',
    'ETH',
    'ETH',
  );
  opposed(
    'Turkish officials said 60 Kurdish guerrillas died. A spokesman for the guerrillas said only five had fallen.',
    'TUR',
    'TUR',
  );
  opposed(
    'Israel said nine of its soldiers had been killed. Hezbollah spoke of dozens, and put the dead at 31.',
    'ISR',
    'LBN',
  );
  opposed(
    'Some 700 people have died in Kenya, according to the Ugandan government. The Kenyan police count is 512.',
    'UGA',
    'KEN',
  );
});

test('numbers of others are no dispute', () => {
  assert.deepEqual(claims('Mali said 40 rebels were killed. Niger said 12 villagers had died elsewhere.'), []);
  assert.deepEqual(claims('Mali said 53 people had been killed in Gao. Niger said one woman had died in Tillia.'), []);
  assert.deepEqual(claims('Mali said 40 people were killed. Niger said it would take in 300 people.'), []);
  assert.deepEqual(claims('Mali said 40 rebels were killed. The Malian army said 17 people were wounded.'), []);
});

test('who holds a place', () => {
  opposed('Baghdad claimed the town of Mehran on Tuesday. Tehran said its troops still held it.', 'IRQ', 'IRN');
  opposed(
    'Armenia said it had captured the heights above Shusha. Azerbaijan said its forces remained in control of the hills.',
    'ARM',
    'AZE',
  );
  opposed(
    'Rebels said they had seized the airport at Huambo. The Angolan government said the airport was firmly in its hands.',
    'AGO',
    'AGO',
  );
  opposed(
    'Morocco said its troops had withdrawn from the village. Algeria said Moroccan soldiers were still there.',
    'MAR',
    'DZA',
  );
});

test('what both tell alike is no dispute', () => {
  assert.deepEqual(claims('Iraq said its troops had taken the town of Mehran. Iran said it had lost Mehran.'), []);
  assert.deepEqual(
    claims('Iraq said it had taken part in the talks. Iran said it had held a session of parliament.'),
    [],
  );
});

test('who began it', () => {
  opposed(
    'Eritrea said Ethiopian troops attacked its positions at dawn. Ethiopia said it was Eritrea that had started the fighting.',
    'ERI',
    'ETH',
  );
  opposed(
    'Lebanon accused Israel of violating the ceasefire 20 times. Israel said Hezbollah had broken it.',
    'LBN',
    'ISR',
  );
  opposed(
    'China said a Vietnamese trawler had rammed a patrol boat. Hanoi said the trawler was rammed by the Chinese vessel.',
    'CHN',
    'VNM',
  );
});

test('what became of a thing', () => {
  opposed(
    'The Nicaraguan army said it had shot down a helicopter from Honduras. Tegucigalpa said the aircraft had crashed in bad weather.',
    'NIC',
    'HND',
  );
  opposed(
    'Iran said it shot down an American drone over its soil. The Pentagon insisted the aircraft was over international waters.',
    'IRN',
    'USA',
  );
});

test('a judgement that is appended', () => {
  const judged = (text: string, one: string, other: string): void =>
    assert.deepEqual(claims(text), [`asserts ${one}`, `denies ${other} < 1`], text);
  judged('Pakistan insists that the fighters are Kashmiris, a claim New Delhi laughed off.', 'PAK', 'IND');
  judged('Russia insisted its posts around Poti were allowed by the truce, a reading France contests.', 'RUS', 'FRA');
  judged('Armenia said a Turkish jet had shot down one of its planes, a report Ankara called untrue.', 'ARM', 'TUR');
});

test('a denial whose charge is told by a pronoun, a noun, or a sentence before', () => {
  const denied = (text: string, one: string, other: string): void =>
    assert.deepEqual(claims(text), [`asserts ${one}`, `denies ${other} < 1`], text);
  denied('Peru said it had taken Tiwinza. Ecuador denied losing it.', 'PER', 'ECU');
  denied('Colombia said papers found at the camp tied Ecuador to the rebels. Quito called that a lie.', 'COL', 'ECU');
  denied(
    'Syria accused Israel of shelling its port. The army made no comment. Israeli officials called this "pure invention."',
    'SYR',
    'ISR',
  );
  denied('Ivorian officials said the raid had been a mistake. Paris did not accept that.', 'CIV', 'FRA');
  denied(
    'Zambia said Rhodesian jets had bombed a camp. The raid lasted an hour. Salisbury dismissed it as propaganda.',
    'ZMB',
    'ZWE',
  );
});

test('what may come to be is no stance', () => {
  assert.deepEqual(
    claims('Italy asked for more time in Tokyo. Rome called it scandalous that Japan had not been asked.'),
    [],
  );
  assert.deepEqual(
    claims('Washington would drop its duty if Tokyo withdrew its complaint about Canada, officials said.'),
    [],
  );
  assert.deepEqual(claims('Gas will flow once Ukraine admits European observers to its stations, Russia said.'), []);
  assert.deepEqual(claims('Mali would pay provided Niger conceded that the well was on its soil, Togo said.'), []);
});

test('who says that his own side did no harm denies it', () => {
  assert.deepEqual(
    claims('Unrest went on in Liberia on Monday. The army of Sierra Leone said its men had killed nobody.'),
    ['denies SLE'],
  );
  assert.deepEqual(
    claims('Chad buried 12 herders. "We do not strike civilians," the defence minister of Niger said.'),
    ['denies NER'],
  );
  assert.deepEqual(claims('The army of Sierra Leone said it would attack nobody in Liberia.'), []);
});

test('what is denied is what the other side said just before', () => {
  assert.deepEqual(
    claims(
      'The Tigray rebels said their forces had met others at Kemise. The Ethiopian government denied that the town had fallen.',
    ),
    ['asserts ETH', 'denies ETH < 1'],
  );
  assert.deepEqual(
    claims(
      'Iran said an American drone was brought down by a missile over Hormozgan. The Pentagon denied that it had entered Iranian airspace.',
    ),
    ['asserts IRN', 'denies USA < 1'],
  );
  assert.deepEqual(
    claims(
      'Mali said that its envoy had been kidnapped by agents of Togo. The ministers met twice. Lome denied the allegation of a kidnapping.',
    ),
    ['asserts MLI', 'denies TGO < 1'],
  );
});

test('a number is the one that is given, not one told beside it', () => {
  opposed(
    'The Soviet defence minister put the number of dead in Baku at 83, including 14 soldiers. The Armenian government said at least 600 people had been killed.',
    'SUN',
    'ARM',
  );
});
