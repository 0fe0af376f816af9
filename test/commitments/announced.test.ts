// What is announced in the passive or of a thing, what is asked for or offered behind an adverb or an aside, and what one wants to see.
import { all } from './kinds.js';

all('people in one’s hands, debts and roads are promised in the passive, too', 'promise', [
  'Kenyan officials said the soldiers would be flown to Uganda for treatment.',
  'Kenya told Uganda the arrears would be settled by the end of June.',
  'Kenya said the border with Uganda would reopen on Monday.',
  'Ugandan rebels freed 20 Kenyans. A rebel spokesman said the rest could go as soon as Kenya let their leader out.',
]);

all('visas, tariffs and aid that stops are held over whoever needs them', 'threat', [
  'Kenya said visas would be required of Ugandans from Monday.',
  'Kenya said the tariffs on Ugandan milk would double in a week.',
  'Kenya warned Uganda that the aid would stop unless the raids ended.',
]);

all('an adverb or an aside does not part a word from what it wants', 'demand offer', [
  'Kenya demanded on Monday that Uganda withdraw its troops. Uganda was ready, its president said, to talk about a line between them.',
  'Kenya proposed instead that Uganda withdraw its troops. Uganda was willing, it said, to give Kenya more time.',
]);

all('what one wants to see is asked for', 'demand', ['Kenya wants to see an end to the fighting in Uganda.']);

all('what sides accept binds them; a gift does not, nor what has not been accepted', 'promise', [
  'Kenya and Uganda both accepted the plan.',
  'Kenya accepted a Ugandan timetable for the pullout.',
  'Kenya accepted the truce. Uganda has not yet accepted its conditions, nor a gift from Kenya.',
]);

all('what sides agree that others must do is demanded', 'demand', [
  'Kenya and Uganda agreed that armed groups must lay down their weapons.',
]);

all('to leave a union is to harm it', 'threat', [
  'Kenya said it would leave the East African Community unless Uganda apologised.',
  'The Kenyan president vowed to take his country out of the African Union.',
]);

all('prices, years and guesses bind nobody', '', [
  'Kenya said food prices would be raised. Uganda said nothing.',
  'Kenya and Uganda believe that most of the money will be paid by banks.',
  'Kenya said it did not expect the rest of the year to bring growth to Uganda.',
]);
