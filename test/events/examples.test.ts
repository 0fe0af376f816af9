// Every example of the codebook: sentences that must be coded so, with their actors, and sentences that must not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownBook } from '../../src/events/book.js';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { ActorRef } from '../../src/records.js';

const codes = (text: string) => read(dispatchOf(text, { id: 'example', date: '2020-01-02' })).events;

const named = (refs: readonly ActorRef[], words: string | null): boolean =>
  words === null || refs.some((ref) => ref.text.includes(words) || words.includes(ref.text));

test('sentences that must be coded are', () => {
  const missed = ownBook()
    .examples.filter((example) => example.want)
    .filter(({ text, type }) => !codes(text).some((event) => event.type === type))
    .map(({ rule, text }) => `${rule} ${text}`);
  assert.deepEqual(missed, []);
});

test('sentences that must not be coded are not', () => {
  const wrong = ownBook()
    .examples.filter((example) => !example.want)
    .filter(({ text, type }) => codes(text).some((event) => event.type === type))
    .map(({ rule, text }) => `${rule} ${text}`);
  assert.deepEqual(wrong, []);
});

test('nine in ten have the source and the target that the example names', () => {
  const wanted = ownBook().examples.filter((example) => example.want && (example.source || example.target));
  const wrong = wanted.filter(
    ({ text, type, source, target }) =>
      !codes(text).some((event) => {
        const straight = named(event.sources, source) && named(event.targets, target);
        return (
          event.type === type &&
          (straight || (event.reciprocal && named(event.sources, target) && named(event.targets, source)))
        );
      }),
  );
  assert.ok(wrong.length <= wanted.length / 10, wrong.map(({ rule, text }) => `${rule} ${text}`).join('\n'));
});

const text = `ARLAND, Jan 2 - Iranian forces attacked two Iraqi bases on Thursday, killing 12 soldiers, officials said.
France said it will send food to Iraq. Iran must withdraw its troops, President Saddam Hussein said.
Britain denied that it had supplied missiles to Iraq. If Iran attacks Kuwait, the United States will impose sanctions on Iran.
Iraq invaded Kuwait in 1990. Egypt did not condemn the attack. 🚀 Syria and Israel held talks in Geneva.`;

test('spans are exact, ids count up, every actor of an event is an actor of the reading', () => {
  const reading = read(dispatchOf(text, { id: 'x', date: '2020-01-02' }));
  assert.ok(reading.events.length >= 6, `${reading.events.length} events`);
  const ids = new Set(reading.actors.map((actor) => actor.id));
  reading.events.forEach((event, i) => {
    assert.equal(event.id, `e${i + 1}`);
    const [from, to] = reading.sentences[event.sentence];
    for (const [a, b] of [event.trigger, event.evidence, ...event.repeats, ...event.figures.map((f) => f.span)]) {
      assert.ok(a >= 0 && a < b && b <= text.length);
    }
    assert.ok(event.trigger[0] >= from && event.trigger[1] <= to);
    assert.ok(event.confidence > 0 && event.confidence < 1);
    for (const ref of [...event.sources, ...event.targets]) {
      assert.ok(ids.has(ref.actor), ref.text);
      assert.equal(reading.dispatch.text.slice(...ref.span).replace(/\s+/g, ' '), ref.text.replace(/\s+/g, ' '));
    }
  });
});

test('the same text gives the same events', () => {
  assert.deepEqual(codes(text), codes(text));
});
