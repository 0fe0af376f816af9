import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../../src/records.js';
import { readQuotes } from '../../src/statements/quotes.js';

/** The quotations of a text whose paragraphs stand on lines of their own. */
function quotes(text: string): string[] {
  return readQuotes(text, lines(text)).map((quote) => text.slice(...quote.span));
}

function lines(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    spans.push([at, at + line.length]);
    at += line.length + 1;
  }
  return spans;
}

test('reads curly, straight and TeX marks', () => {
  assert.deepEqual(quotes('He called it “a grave step” and left.'), ['“a grave step”']);
  assert.deepEqual(quotes('He called it "a grave step" and "a mistake".'), ['"a grave step"', '"a mistake"']);
  assert.deepEqual(quotes("He called it ``a grave step'' and left."), ["``a grave step''"]);
  assert.deepEqual(quotes("''We will not yield,'' she said."), ["''We will not yield,''"]);
});

test('reads guillemets, turned inward too', () => {
  assert.deepEqual(quotes('Le ministre : « Nous partons », et rien de plus.'), ['« Nous partons »']);
  assert.deepEqual(quotes('Er sagte »wir gehen« und ging.'), ['»wir gehen«']);
});

test('tells single quotation marks from apostrophes', () => {
  assert.deepEqual(quotes('UPDATE 2-‘Frank’ talks between the ministers end'), ['‘Frank’']);
  assert.deepEqual(quotes("It's the ministers' own fault, she's told 'em."), []);
  assert.deepEqual(quotes("The aide's word was 'never', the envoy's was 'soon'."), ["'never'", "'soon'"]);
  assert.deepEqual(quotes('He spoke of ‘the leaders’ first duty’ twice.'), ['‘the leaders’ first duty’']);
  assert.deepEqual(quotes('In the ’90s, and in the ‘80s, Arland’s navy was small.'), []);
});

test('reads a quotation inside another', () => {
  const text = '“He told us ‘do not wait,’ and we did not,” the pilot said.';
  const found = readQuotes(text, [[0, text.length]]);
  assert.deepEqual(
    found.map((quote) => [text.slice(...quote.span), quote.depth]),
    [
      ['“He told us ‘do not wait,’ and we did not,”', 0],
      ['‘do not wait,’', 1],
    ],
  );
});

test('a quotation that opens in each paragraph and closes in the last continues', () => {
  const text = 'She said: “We waited.\n“We waited long.\n“Now we act.”\nShe left.';
  const found = readQuotes(text, lines(text));
  assert.deepEqual(
    found.map((quote) => [text.slice(...quote.inner), quote.closed, quote.continues]),
    [
      ['We waited.', false, true],
      ['We waited long.', false, true],
      ['Now we act.', true, false],
    ],
  );
});

test('an end that is missing spoils its own paragraph alone', () => {
  const text = 'He said “we are ready and left.\nShe said “no” to that.';
  assert.deepEqual(quotes(text), ['“we are ready and left.', '“no”']);
  const straight = 'He said "we are ready and left.\nShe said "no" to that.';
  assert.deepEqual(quotes(straight), ['"we are ready and left.', '"no"']);
});

test('a forgotten end before the next opening mark ends there', () => {
  assert.deepEqual(quotes('He said “we are ready, and she said “so are we” too.'), [
    '“we are ready, and she said',
    '“so are we”',
  ]);
});

test('a stray closing mark and inches are no quotation', () => {
  assert.deepEqual(quotes('The pipe, 12" wide, was cut.'), []);
  assert.deepEqual(quotes('The talks” were short.'), []);
});

test('hostile input takes linear time', () => {
  const cost = (piece: string, size: number) => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    const started = process.cpuUsage();
    const found = readQuotes(text, [[0, text.length]]);
    const took = process.cpuUsage(started).user / 1000;
    for (const quote of found) assert.ok(quote.span[0] <= quote.inner[0] && quote.inner[1] <= quote.span[1]);
    return took;
  };
  for (const piece of ['"', '“', '”', "'", '‘a ', "a's' ", '« ', "''", '``', '“a” ', "“ 'a' "]) {
    // Eight times the text may take up to 32 times as long, in processor time; a quadratic reader takes 64 times, whenever it is asked.
    const linear = () => Math.min(cost(piece, 80_000), cost(piece, 80_000)) < 32 * (cost(piece, 10_000) + 2);
    assert.ok(linear() || linear() || linear(), piece);
  }
});
