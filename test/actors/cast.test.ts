// The cast of small dispatches: who is spoken of, from titles, tables and coreference.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cast, codePhrase, findCast } from '../../src/actors/index.js';
import { parse, type Sentence } from '../../src/language/index.js';
import { dispatchOf, handmade } from '../sentence.js';

interface ReadCast {
  readonly cast: Cast;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

function castOf(text: string, date = '2021-12-30'): ReadCast {
  const blocks = [];
  for (let from = 0; from < text.length; ) {
    const stop = text.indexOf('\n\n', from);
    const to = stop < 0 ? text.length : stop;
    blocks.push({ kind: 'paragraph' as const, span: [from, to] as const });
    from = to + 2;
  }
  const dispatch = dispatchOf(text, { blocks, date: { value: date, known: true, basis: 'option', span: null } });
  const sentences = parse(text, blocks, new Set(['paragraph']));
  return { cast: findCast({ dispatch, sentences, times: [], places: [] }), text, sentences };
}

/** Codes of whom the n-th occurrence of some words stands for. */
function codes({ cast, text, sentences }: ReadCast, words: string, nth = 0): string[] {
  let offset = text.indexOf(words);
  for (let i = 0; i < nth; i++) offset = text.indexOf(words, offset + 1);
  const s = sentences.find((one) => one.span[0] <= offset && offset < one.span[1]);
  assert.ok(s, words);
  const word = s.start.findLastIndex((start) => start < offset + words.length);
  return cast.at(s.index, word).map((ref) => cast.byId(ref.actor)?.code ?? '');
}

function names({ cast }: ReadCast): string[] {
  return cast.actors.map((actor) => `${actor.name} ${actor.code}`);
}

test('titles of the text give country, sector and role to people whom no table knows', () => {
  const read = castOf(
    'Iranian Foreign Minister Behrouz Taheri met Canadian negotiator Carla Moss on Monday. Moss said the minister had left. She was tired.',
  );
  assert.deepEqual(names(read).slice(0, 2), ['Behrouz Taheri IRNGOV', 'Carla Moss CANGOV']);
  assert.deepEqual(codes(read, 'the minister'), ['IRNGOV']);
  assert.deepEqual(codes(read, 'She'), ['CANGOV']);
  assert.ok(read.cast.actors[0].known);
});

test('a counterpart holds the same office in the other country', () => {
  const read = castOf(
    'French President Paul Renard called his Turkish counterpart Selim Aksoy on Friday. The leaders agreed to meet.',
  );
  assert.deepEqual(codes(read, 'Aksoy'), ['TURGOV']);
  assert.equal(read.cast.actors.find((actor) => actor.name === 'Selim Aksoy')?.role?.toLowerCase(), 'president');
  assert.deepEqual(codes(read, 'The leaders').sort(), ['FRAGOV', 'TURGOV']);
});

test('two countries share one noun', () => {
  const { dispatch, sentences } = handmade(
    'Senior/ADJ/2/amod Hungarian/ADJ/5/amod and/CCONJ/4/cc Romanian/ADJ/2/conj officials|official/NOUN:NNS/6/nsubj agreed|agree/VERB/0/root ./PUNCT/6/punct',
  );
  const cast = findCast({ dispatch, sentences, times: [], places: [] });
  assert.deepEqual(
    cast.at(0, 4).map(({ code, text }) => `${code} ${text}`),
    ['HUNGOV Hungarian', 'ROUGOV Romanian officials'],
  );
  assert.equal(cast.alone(0, 4).length, 1);
});

test('a capital that acts is a government; where something happens it is no actor of its own', () => {
  const acting = castOf('Moscow rejected the demand.');
  assert.deepEqual(codes(acting, 'Moscow'), ['RUSGOV']);
  const scene = castOf('Protesters marched in Moscow.');
  assert.deepEqual(codes(scene, 'Protesters'), ['RUSCVL']);
});

test('a country and its government are kept apart', () => {
  const read = castOf('Russia will answer, the Kremlin said. The Russian government gave no details.');
  assert.deepEqual(codes(read, 'Russia'), ['RUS']);
  assert.deepEqual(codes(read, 'Kremlin'), ['RUSGOV']);
  assert.equal(read.cast.actors.length, 2);
});

test('both countries, each other, their', () => {
  const read = castOf('Iran and Iraq accused each other on Monday. Both countries withdrew their envoys.');
  assert.deepEqual(codes(read, 'each other'), ['IRN', 'IRQ']);
  assert.deepEqual(codes(read, 'Both countries'), ['IRN', 'IRQ']);
});

test('"we" in a quotation is the government of whoever speaks', () => {
  const read = castOf('"We will answer any attack," Iranian Foreign Minister Behrouz Taheri said on Monday.');
  assert.deepEqual(codes(read, 'We'), ['IRNGOV']);
});

test('birds, crockery and people are no countries', () => {
  for (const text of [
    'We ate turkey from china plates.',
    'Michael Jordan scored 40 points.',
    'The company said profit rose 10 pct.',
  ]) {
    const read = castOf(text);
    assert.deepEqual(
      read.cast.actors.filter((actor) => actor.country !== null).map((actor) => actor.name),
      [],
      text,
    );
  }
});

test('officers of companies are not of the government', () => {
  const read = castOf(
    'Borduria Steel Corp said its president, Paul Renard, resigned. Vice president Ann Porter will follow him.',
  );
  for (const actor of read.cast.actors) assert.notEqual(actor.sector, 'GOV', actor.name);
});

test('people whom an event befalls are of the place; anti-government rebels are of the country they fight', () => {
  assert.deepEqual(codes(castOf('Soldiers killed three people in Sudan on Sunday.'), 'people'), ['SDNCVL']);
  assert.deepEqual(codes(castOf('The anti-Sudan rebels withdrew.'), 'rebels'), ['SDNREB']);
  assert.deepEqual(codes(castOf('Russian-backed separatists withdrew.'), 'separatists'), ['---REB']);
});

test("a ministry before which another country stands is that country's", () => {
  assert.deepEqual(codes(castOf("Chile's Defense Department denied the report."), 'Department'), ['CHLGOV']);
});

test('long titles, names behind owners, titles taken for names', () => {
  const read = castOf(
    'Canadian Assistant Secretary for Economic Affairs Carl Dorn met the head of the Iraqi Defence Ministry, Selim Nasr, on Monday.',
  );
  assert.deepEqual(codes(read, 'Dorn'), ['CANGOV']);
  assert.deepEqual(codes(read, 'Nasr'), ['IRQGOV']);
});

test('every span is exact, and asking twice gives the same', () => {
  const text =
    'U.S. President Joe Biden and his Russian counterpart Vladimir Putin spoke on Thursday.\n\n“We are ready,” said Biden’s spokeswoman Ann Porter – she gave no date.';
  const read = castOf(text);
  for (const s of read.sentences) {
    for (let word = -1; word <= s.size; word++) {
      for (const ref of read.cast.at(s.index, word)) {
        assert.equal(text.slice(ref.span[0], ref.span[1]), ref.text);
        assert.ok(read.cast.byId(ref.actor)?.mentions.some(([from, to]) => from === ref.span[0] && to === ref.span[1]));
      }
    }
  }
  assert.deepEqual(castOf(text).cast.actors, read.cast.actors);
});

test('nothing in, nothing out', () => {
  assert.deepEqual(findCast({ dispatch: dispatchOf(''), sentences: [], times: [], places: [] }).actors, []);
});

test('analysts and diplomats of no country take none from the words around', () => {
  const read = castOf(
    'The U.S. Agriculture Department raised its estimate. Grain trade analysts said the figures were low. Two diplomats at the United Nations agreed.',
  );
  assert.deepEqual(codes(read, 'analysts'), ['---EDU']);
  assert.deepEqual(codes(read, 'diplomats'), ['---GOV']);
});

test('initials in brackets name the same body from there on', () => {
  const read = castOf(
    'The Nuclear Regulatory Commission (NRC) in Washington fined the utility. An NRC spokesman said local authorities had been told.',
  );
  assert.deepEqual(codes(read, 'NRC spokesman'), ['USAGOV']);
  assert.ok(names(read).includes('local authorities (United States) USAGOV'));
});

test('a group of politicians is the politicians', () => {
  const read = castOf('A group of prominent politicians asked the king to resign.');
  assert.equal(read.cast.actors.filter(({ sector }) => sector === 'PTY').length, 1);
});

test('a convention named after a town is nobody', () => {
  const read = castOf('Turkey said the drilling contravened the 1976 Berne Agreement.');
  assert.deepEqual(names(read), ['Turkey TUR']);
});

test('what a name that nobody knows says of itself is said of no one else', () => {
  const read = castOf('The Spanish court sued Dunmore. Dunmore said it would defend itself.');
  assert.deepEqual(codes(read, 'it would'.slice(0, 2)), []);
});

test('a country or town in a company’s name is no actor', () => {
  const read = castOf(
    'Arland Video Corp raised its bid. American Video is a closely held company with rental shops in many towns. Chicago Dunmore Corp sold its railroad. Chicago Dunmore now manages its estate.',
  );
  assert.ok(!read.cast.actors.some(({ country }) => country !== null), names(read).join(', '));
});

test('an office and a person that are read as one another’s end', () => {
  const text =
    'And\nwe hope to see orders in the near future," visiting\nChairman of General Electric Otto Brandt said in March.';
  assert.doesNotThrow(() => castOf(text));
});

test('leaders of old wires are known, and do not reach beyond their generation', () => {
  assert.equal(codePhrase('Golda Meir', '1973-10-12')?.code, 'ISRGOV');
  assert.equal(codePhrase('Haile Selassie', '1967-05-28')?.code, 'ETHGOV');
  assert.equal(codePhrase('George Brown', '2019-05-03')?.country ?? null, null);
});
