// The fields of a commitment: conditions in their whole extent, conditions that no conjunction opens, both sides, what was taken back, days ahead.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from './told.js';

const one = (text: string): string => told(text).commitments.join(' ; ');

test('an aside behind the subject does not end a condition', () => {
  assert.match(
    one('Spain said it would open the border if Gibraltar, which lies at the tip of the peninsula, paid the fine.'),
    /: open the border \/ Gibraltar, which lies at the tip of the peninsula, paid the fine$/,
  );
  assert.match(
    one(
      'Zambia said it would cut off power to Zimbabwe if its miners, some 400 of whom were jailed last month, were not freed and their families were not paid.',
    ),
    /\/ its miners, some 400 of whom were jailed last month, were not freed and their families were not paid$/,
  );
  assert.match(
    one("India said it was ready to pull back its tanks if the Pakistan People's Army, or PPA, left the ridge."),
    /\/ the Pakistan People's Army, or PPA, left the ridge$/,
  );
});

test('whoever does a thing is the condition of what comes upon him', () => {
  assert.match(
    one("Chile's foreign minister said on Monday that any Bolivian patrol that crossed the river would be fired on."),
    /: be fired on \/ any Bolivian patrol that crossed the river$/,
  );
  assert.match(
    one("Peru's army said any soldier crossing the frontier would be met with fire from Ecuador."),
    /\/ any soldier crossing the frontier$/,
  );
  assert.match(
    one(
      "Rebels in Chad said on Tuesday that soldiers who laid down their arms would be spared, but N'Djamena did not answer.",
    ),
    /^promise .*: be spared \/ soldiers who laid down their arms$/,
  );
  assert.match(
    one('Turkey warned that those who sheltered the gunmen must expect to be bombed, in a message to Syria.'),
    /\/ those who sheltered the gunmen$/,
  );
});

test('what holds while something lasts has it for its condition', () => {
  assert.match(
    one('Honduras told Nicaragua that it would observe a truce while a panel of judges heard the case.'),
    /observe a truce \/ a panel of judges heard the case$/,
  );
  assert.doesNotMatch(one('Libya said it would supply oil to Italy, while Rome said it wanted none.'), / \/ /);
});

test('both sides are two addressees', () => {
  assert.match(
    one(
      'U.S. Secretary of State Ann Doe telephoned the Greek and Turkish prime ministers and asked each to hold his fire.',
    ),
    /^demand USA > GRC\+TUR: hold his fire$/,
  );
  assert.match(
    one('Armenia and Azerbaijan traded fire on Monday. Russia appealed to both sides to halt the fighting.'),
    /^demand RUS > ARM\+AZE: halt the fighting$/,
  );
  assert.match(
    one('Kenya and Uganda closed the bridge between them. Norway urged the two countries to open it again.'),
    /^demand NOR > KEN\+UGA: /,
  );
});

test('what was taken back is not told as if it stood', () => {
  assert.equal(one('Norway withdrew an offer to host talks between Sudan and the rebels.'), '');
  assert.equal(one('Kenya took back its promise to send troops to Somalia.'), '');
  assert.equal(one('Iran dropped its demand for a written guarantee from the United States.'), '');
  assert.equal(one('Angola backed away from its promise to open the railway to Zambia.'), '');
  assert.match(
    one('Syria refused to withdraw its threat to cut off the water that flows to Iraq.'),
    /^refusal SYR > IRQ/,
  );
});

test('a deadline lies ahead, and may be the day of what something has to come before', () => {
  const { all } = told('France urged Serbia to sign the accord before the truce expires on June 3.');
  assert.equal(all.commitments[0].deadline?.end.slice(0, 10), '2031-06-03');
  const friday = told(
    'Zambia said on Tuesday it would cut off power to Zimbabwe if its miners were not freed by Friday.',
  );
  assert.equal(friday.all.commitments[0].deadline?.end.slice(0, 10), '2031-05-23');
  const given = told(
    'The president of Mali gave Niger until June 1 to hand over the officers, saying it would otherwise close the border.',
  );
  assert.equal(given.all.commitments[0].kind, 'ultimatum');
  assert.equal(given.all.commitments[0].deadline?.end.slice(0, 10), '2031-06-01');
});

test('where, how and with what is not to whom', () => {
  assert.match(
    one('Ethiopia rejected a warning by Egypt but offered to hold talks in Nairobi at the end of the month.'),
    /offer ETH > EGY: hold talks in Nairobi/,
  );
  assert.match(
    one(
      'Poland accused Belarus of pushing migrants over the frontier. Warsaw said it would follow the Finnish example.',
    ),
    /^(?!.*> FIN)/,
  );
});

test('what comes otherwise is what an ultimatum threatens', () => {
  assert.equal(
    one('Ethiopia gave Eritrea two days to pull its guns back from the port, failing which its bombers would return.'),
    'ultimatum ETH > ERI: its bombers would return / pull its guns back from the port',
  );
  assert.equal(
    one('Chad told Libya on Monday to leave the strip by Friday. If not, army officers said, the tanks would roll.'),
    'ultimatum TCD > LBY: the tanks would roll / leave the strip by Friday',
  );
  assert.equal(
    one('Kenya gave Somalia until June 4 to hand over the pirates; otherwise the border would be shut.'),
    'ultimatum KEN > SOM: the border would be shut / hand over the pirates',
  );
});

test('a clause of the present tells what is to come, whatever the tree hung it on', () => {
  assert.match(
    one('Britain has said it will free an Iranian tanker held at Gibraltar once it has assurances on the oil.'),
    / \/ it has assurances on the oil$/,
  );
  assert.match(
    one('Iran is prepared to hold face-to-face talks with Iraq after a truce takes effect, its foreign minister said.'),
    /^offer IRN > IRQ: hold face-to-face talks with Iraq \/ a truce takes effect$/,
  );
  assert.match(
    one('Panama told Washington that it would hand over the base when the last soldier was gone.'),
    / \/ the last soldier was gone$/,
  );
});

test('with what, and what is said of it, is no part of a condition', () => {
  assert.doesNotMatch(one('Somalia told Ethiopia it would defend its coast by any means.'), / \/ /);
  assert.match(
    one('Serbia promised Croatia to let the convoy through, the first result of a week of talks.'),
    /: let the convoy through$/,
  );
  assert.match(
    one('Iraq told Iran it would pull back if the foreign ships sailed home, an idea that Tehran dismissed.'),
    / \/ the foreign ships sailed home(?: ;|$)/,
  );
});

test('a threat that is bound to a day has to be met by that day', () => {
  const { all } = told('Iran will resume work at the plant on June 27 unless Europe lifts its sanctions.');
  assert.equal(all.commitments[0].deadline?.end.slice(0, 10), '2031-06-27');
  const free = told('Iran will impose a duty on Iraqi dates on June 27, Tehran said.');
  assert.equal(free.all.commitments[0].deadline, null);
});

test('what is missing is null, and a chain of conditions is one', () => {
  const chain = told(
    'Egypt said it would reopen the canal to Israel if the guns fell silent, if the prisoners came home, if the ports were opened, if the debts were paid and if the United Nations agreed.',
  ).all;
  assert.equal(chain.commitments.length, 1);
  const { condition } = chain.commitments[0];
  assert.ok(condition !== null && condition.span[1] - condition.span[0] > 120);
  const broken = told('“If the Israelis do not stop the shelling ...,” the Syrian foreign minister said.').all;
  for (const { consequence } of broken.commitments) assert.equal(consequence, null);
  const loose = told('If Chad crosses the river. Libya said nothing.').all;
  assert.deepEqual(loose.commitments, []);
});

test('a promise is made to nobody who is only named near by', () => {
  assert.match(
    one('Ghana closed its border on Sunday. Senegal promised to release the prisoners it had taken in the south.'),
    /^promise SEN > \?: /,
  );
});

test('a dispatch about one other side has it for an addressee that is not named again', () => {
  assert.match(
    one(
      'Ethiopia seized the port of Assab on Sunday. Ethiopian guns fired all day, and Ethiopian jets flew over Asmara, where Eritrea called up its reserves. ' +
        'Schools were shut. Food was short in the capital. People slept in cellars and queued for water at dawn, and nobody knew how long the fuel would last or when the ships would come. ' +
        'Eritrea would open fire “without a second warning”, its army commander said.',
    ),
    /^threat ERI > ETH: open fire/,
  );
});

test('the barring of goods and what is failing are no conditions', () => {
  assert.doesNotMatch(one('Norway said it would not accept the barring of its ships from Iceland.'), /\/ of its ships/);
  assert.match(one('Norway said it would sign the treaty with Iceland barring a new incident.'), /\/ a new incident/);
});
