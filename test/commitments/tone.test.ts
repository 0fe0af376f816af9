// The tone of an act: the examples of the table, and the kinds that sentences of other wordings get by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../../src/commitments/index.js';
import { toneOf } from '../../src/commitments/tone.js';
import { parse } from '../../src/language/index.js';
import { all } from './kinds.js';

for (const { line, sentence, expected } of table('commitments-tone.txt').examples) {
  test(`commitments-tone.txt:${line}: ${sentence}`, () => {
    const at = sentence.indexOf('[');
    const text = sentence.replace(/[[\]]/g, '');
    const [s] = parse(text, [{ kind: 'paragraph', span: [0, text.length] }], new Set(['paragraph']));
    assert.equal(toneOf(s, s.start.indexOf(at)), expected);
  });
}

all('an act that harms by what it is done with is a threat', 'threat', [
  'Kenya said its gunners would return fire if Uganda shelled the town.',
  'Kenya told Uganda that it would take the quarrel to the World Court.',
  'Kenya said it would double the duty on Ugandan sugar.',
]);

all('an act that helps by what it is done with is promised, whatever its verb', 'promise', [
  'Kenya told Uganda it would treat the captured soldiers as guests.',
  'Kenya said it would call off the strike against Uganda.',
  'Kenya said it would set up a fund for the Ugandan refugees.',
]);

all('what is kept from another, or goes on where its end was asked, is refused', 'refusal', [
  'Kenya said it would veto the Ugandan resolution.',
  'Kenya will keep its patrols on the lake, it said, ignoring the protests of Uganda.',
  'Kenya said its frigates would stay as long as Uganda harassed its boats.',
]);

all('a threat with a day for the other to give way is an ultimatum', 'ultimatum', [
  'Kenya said it would close the border if Uganda did not free the men by Friday.',
  'Kenya said it would shell the port unless Uganda withdrew by May 25.',
]);

all('what a side will press another for is demanded', 'demand', [
  'Kenya said it would press Uganda to free the men.',
  'Kenya said it would seek compensation from Uganda.',
]);

all('the day of a government binds nobody', '', [
  'Kenya said its president would travel to Uganda on Friday.',
  'The Kenyan foreign minister said he would brief his Ugandan colleague on the budget.',
  'Kenya said inflation would fall in the autumn, as it has in Uganda.',
]);

all('what nobody will do, or not one, is refused; harm that nobody will suffer is spared', 'refusal', [
  'Kenya accused Uganda of theft and said not one sack of maize would cross the line.',
  'Kenya accused Uganda of murder. It said that nothing could be signed as long as the raids went on.',
]);

all('what is done unless the other gives way is held against him', 'threat', [
  'Kenya said it would hand the border posts over to the rebels unless Uganda apologised.',
]);

all('a thing that stays presses on, one that moves is let move', 'threat promise', [
  'Kenya told Uganda that the freeze would stay in place until it apologised. The trains would run again, it said, once it had.',
]);

all('what somebody must do is demanded by the other camp of one country', 'demand', [
  'The rebel leader said the Kenyan president must step down.',
]);

all('where nobody stands against another, a plain act binds nobody', '', [
  'Kenya said it would form a board for tea. Uganda grows tea, too.',
  'Kenya said it would seek investors for a park near Uganda.',
]);
