// What is asked or left open in a clause of its own is no commitment of anybody.
import { all } from './kinds.js';

all('an embedded question binds nobody', '', [
  'Uganda asked what action Kenya would take in April if the talks on coffee failed.',
  'The Kenyan minister declined to say how Kenya would punish the Ugandan rebels.',
  'Kenya did not say whether it would close the Ugandan border.',
  'There was no word from Kenya on how it would retaliate against Uganda.',
]);

all('a time told before the act leaves nothing open', 'threat', [
  'Kenya said when the time came it would retaliate against Uganda.',
]);
