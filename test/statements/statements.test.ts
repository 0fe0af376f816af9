import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { parse } from '../../src/language/index.js';
import { STORY } from '../../src/reading.js';
import type { Statement } from '../../src/records.js';
import { findStatements, statementAt } from '../../src/statements/index.js';
import { speechTable } from '../../src/statements/speech.js';

const nobody = { actors: [], at: () => [], alone: () => [], byId: () => undefined };

function statements(text: string): Statement[] {
  const dispatch = dispatchOf(text, { id: 'test', date: '2031-06-04' });
  return findStatements({ dispatch, sentences: parse(dispatch.text, dispatch.blocks, STORY), cast: nobody });
}

/** "source / cue / content | content", one line a statement. */
function lines(text: string): string[] {
  const words = (spans: readonly (readonly [number, number])[]) =>
    spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')).join(' | ');
  return statements(text).map(({ source, cue, content }) => `${words(source)} / ${words(cue)} / ${words(content)}`);
}

/** The same words, whatever the punctuation. */
function same(a: string, b: string): boolean {
  const bare = (s: string) => s.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return bare(a) === bare(b);
}

for (const example of speechTable().examples) {
  if (example.cue === '') continue;
  test(`${example.rule}: ${example.text}`, () => {
    const [source, ...rest] = [example.source ?? '', example.cue, example.content.join(' ')];
    const found = lines(example.text);
    const hit = found.some((line) => {
      const parts = line.split(' / ');
      return same(parts[0], source) && same(parts[1], rest[0]) && same(parts[2], rest[1]);
    });
    assert.ok(hit, found.join('\n') || 'nothing found');
  });
}

test('the table of speech has its size', () => {
  const table = speechTable();
  assert.ok(table.verbs.size >= 350, `${table.verbs.size} verbs`);
  assert.ok(table.words.size >= 100, `${table.words.size} nouns and other words`);
});

const CRISIS = `Arland's President Ida Holm told reporters on Thursday that any closure of the strait would bring sanctions.

“We will not yield,” Holm said. “Our ships will sail.”

“The other way is talks, and we are ready for them.”

Bordurian officials said the strait was open, according to two people familiar with the talks, who asked not to be named because they were not authorised to speak to the press.

A spokeswoman for the Bordurian foreign ministry denied that mines had been laid.

The Daily Record reported that the fleet had left port.

Foreign Minister Plekszy Gladz said Holm had told him that the talks would go on.`;

test('a quotation goes on behind its cue and in a paragraph of its own', () => {
  const found = lines(CRISIS);
  assert.ok(
    found.some((line) =>
      line.startsWith('Holm / said / “We will not yield,” | “Our ships will sail.” | “The other way is talks'),
    ),
    found.join('\n'),
  );
});

test('grades sources and keeps what is told of anonymous ones', () => {
  const found = statements(CRISIS);
  const by = (start: string) => {
    const one = found.find(({ source }) => source.length > 0 && CRISIS.slice(...source[0]).startsWith(start));
    assert.ok(one, `${start}: ${lines(CRISIS).join('\n')}`);
    return one;
  };
  assert.equal(by("Arland's President Ida Holm").sourcing, 'named');
  assert.equal(by('two people').sourcing, 'anonymous');
  assert.equal(by('two people').anonymity?.count, 2);
  assert.equal(by('two people').anonymity?.description, 'two people familiar with the talks');
  assert.match(by('two people').anonymity?.reason ?? '', /not authorised/);
  assert.equal(by('A spokeswoman').sourcing, 'spokesperson');
  assert.equal(by('The Daily Record').sourcing, 'media');
});

test('a statement within a statement knows its parent', () => {
  const found = statements(CRISIS);
  const inner = found.find((one) => CRISIS.slice(...one.cue[0]).includes('told') && one.parent !== null);
  assert.ok(inner, lines(CRISIS).join('\n'));
  const outer = found.find((one) => one.id === inner.parent);
  assert.ok(outer && CRISIS.slice(...outer.source[0]).includes('Gladz'));
  assert.equal(statementAt(found, inner.content[0][0])?.id, inner.id);
});

test('one who is quoted tells what another said', () => {
  const text = '“Our president also mentioned that the strait would stay open,” the aide said.';
  assert.ok(
    lines(text).some((line) => line.startsWith('Our president / ')),
    lines(text).join('\n'),
  );
});

test('a quotation over several paragraphs is one statement', () => {
  const text = `Holm said: “We waited for a year.

“We waited for another.

“Now we act.”

The minister then left the room.`;
  const [first] = statements(text).filter(({ kind }) => kind === 'direct');
  assert.ok(first);
  assert.ok(text.slice(...first.content[0]).endsWith('Now we act.”'));
});

test('a signature and the turns of a transcript make statements', () => {
  assert.deepEqual(lines('Readers wrote in.\n\n“The strait is ours and it stays ours.” — Ida Holm').slice(-1), [
    'Ida Holm / — / “The strait is ours and it stays ours.”',
  ]);
  const found = lines('Transcript of the interview:\n\nHOLM: We are ready.\n\nGLADZ: So are we.');
  assert.ok(found.includes('HOLM / : / We are ready.') && found.includes('GLADZ / : / So are we.'), found.join('\n'));
});

test('the source behind the dash of a headline says the headline', () => {
  const text = `Arland to close its ports to Borduria -ministry sources

PORT ARL, June 3 (Reuters) - Arland would say more on Friday.
`;
  assert.equal(lines(text)[0], 'ministry sources / - / Arland to close its ports to Borduria');
});

test('plain news of markets and weather has no statements', () => {
  const text = `Net profit rose to 12.4 mln dlrs in the first quarter from 9.8 mln a year earlier.

Sales increased 14 pct to 112 mln dlrs.

Heavy rain fell over the coast during the night.`;
  assert.deepEqual(lines(text), []);
});

test('spans lie within the text, in order, and hold words', () => {
  for (const text of [
    CRISIS,
    CRISIS.replaceAll('”', ''),
    CRISIS.replaceAll('“', '"').replaceAll('”', '"'),
    '“',
    'a”',
  ]) {
    const found = statements(text);
    assert.deepEqual(found, statements(text));
    const ids = new Set(found.map(({ id }) => id));
    for (const { source, cue, content, parent } of found) {
      assert.ok(cue.length > 0 && content.length > 0);
      assert.ok(parent === null || ids.has(parent));
      for (const spans of [source, cue, content]) {
        let last = 0;
        for (const [start, end] of spans) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.match(text.slice(start, end), /\S/);
          last = end;
        }
      }
    }
  }
});

test('a quotation that never closes does no harm to the next paragraph', () => {
  const broken = 'Holm said “we are ready and left the room.\n\nGladz said the strait was open.';
  assert.ok(lines(broken).includes('Gladz / said / the strait was open'), lines(broken).join('\n'));
});

test('five hundred quotations in one paragraph take no more than their share', () => {
  const cost = (count: number) => {
    const text = `${'“We are ready,” Holm said. '.repeat(count)}\n\nThe talks ended.`;
    const dispatch = dispatchOf(text, { id: 'test' });
    const sentences = parse(dispatch.text, dispatch.blocks, STORY);
    const started = performance.now();
    findStatements({ dispatch, sentences, cast: nobody });
    return performance.now() - started;
  };
  cost(60);
  const small = cost(60) + 5;
  assert.ok(cost(500) < 40 * small);
});

test('signatures are looked for near the quotation alone, and so are the words of a cue in an endless sentence', () => {
  const cost = (text: string) => {
    const dispatch = dispatchOf(text, { id: 'test' });
    const sentences = parse(dispatch.text, dispatch.blocks, STORY);
    const started = process.cpuUsage();
    const found = findStatements({ dispatch, sentences, cast: nobody });
    return { took: process.cpuUsage(started).user / 1000, found };
  };
  // Twice the text may take three times as long, never four times, in processor time, whenever it is asked.
  const linear = (piece: string, count: number) =>
    cost(piece.repeat(2 * count)).took < 3 * (cost(piece.repeat(count)).took + 20);
  for (const [piece, count] of [
    ['" ', 20_000],
    ['the ministry said that ', 150],
  ] as const)
    assert.ok(linear(piece, count) || linear(piece, count) || linear(piece, count), piece);
  assert.ok(cost('the ministry said that '.repeat(300)).found.length > 0);
});

test('whose word an offset stands in is the same in a short list and in a long one', () => {
  const found = statements(`${CRISIS}\n\n${CRISIS}\n\n${CRISIS}`);
  assert.ok(found.length > 12);
  for (let offset = 0; offset < 3 * CRISIS.length; offset += 7) {
    const inner = found
      .flatMap((one) => one.content.map(([start, end]) => ({ one, start, end })))
      .filter(({ start, end }) => start <= offset && offset < end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    assert.equal(statementAt(found, offset)?.id, inner?.one.id);
  }
});
