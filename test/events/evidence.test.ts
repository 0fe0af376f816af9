// The words that an event shows for itself: its own clause or phrase, whole quotations, no neighbour's clause.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';

const shown = (text: string): string[] => {
  const reading = read(dispatchOf(text, { id: 'x', date: '2030-05-14' }));
  return reading.events.map(({ type, evidence }) => `${type} ${reading.dispatch.text.slice(...evidence)}`);
};

const cases: readonly (readonly [name: string, text: string, want: readonly string[]])[] = [
  [
    'two deeds of one subject',
    'Kenya closed its border with Uganda on Monday and recalled its ambassador from Kampala.',
    ['COERCE Kenya closed its border with Uganda on Monday', 'SANCTION recalled its ambassador from Kampala'],
  ],
  [
    'what was before',
    'Chad expelled two Libyan diplomats after Libya bombed the town of Aouzou.',
    ['SANCTION Chad expelled two Libyan diplomats', 'ASSAULT Libya bombed the town of Aouzou'],
  ],
  [
    'a condition belongs to its threat',
    'Chad will close the border if Libya moves its tanks.',
    ['THREATEN Chad will close the border if Libya moves its tanks'],
  ],
  [
    'a closing mark behind the stop',
    'Niger rejected the plan by Chad as “a map without a country.”',
    ['REJECT Niger rejected the plan by Chad as “a map without a country.”'],
  ],
  [
    'an opening mark before the first word',
    '‘Frank’ talks between Chad and Niger open in Rome',
    ['CONSULT ‘Frank’ talks between Chad and Niger open in Rome'],
  ],
  [
    'an infinitive with the verb of its subject',
    'Talks between Chad and Niger are due to resume in Rome on Friday.',
    ['CONSULT Talks between Chad and Niger are due to resume in Rome on Friday'],
  ],
  [
    'the wounded go with the dead',
    'Rebels killed 12 soldiers and wounded 30 near Goma, residents said.',
    ['ASSAULT Rebels killed 12 soldiers and wounded 30 near Goma'],
  ],
  [
    'two who say two things',
    'Kenya said it would expel the Ugandan envoy, while Uganda said the talks could go on.',
    ['THREATEN it would expel the Ugandan envoy'],
  ],
];

for (const [name, text, want] of cases) {
  test(`evidence: ${name}`, () => {
    const found = shown(text);
    for (const one of want) assert.ok(found.includes(one), `${one}\n${found.join('\n')}`);
  });
}
