// What the language core promises whatever the text: exact offsets, one root, a tree, legal names. And that it reads plain news.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  annotateConllu,
  fromConllu,
  parse,
  parseWords,
  type Sentence,
  similarity,
  spanOf,
  toConllu,
} from '../../src/language/index.js';
import type { BlockKind } from '../../src/records.js';

const STORY: ReadonlySet<BlockKind> = new Set(['paragraph']);

function read(text: string): Sentence[] {
  return parse(text, [{ kind: 'paragraph', span: [0, text.length] }], STORY);
}

function check(text: string, sentences: readonly Sentence[]): void {
  let at = 0;
  for (const s of sentences) {
    assert.equal(s.size, s.form.length);
    for (let i = 0; i < s.size; i++) {
      assert.ok(s.start[i] >= at && s.end[i] > s.start[i]);
      assert.match(
        text.slice(at, s.start[i]),
        /^[\s\p{Z}\p{Cc}\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]*$/u,
      );
      assert.equal(text.slice(s.start[i], s.end[i]), s.form[i]);
      at = s.end[i];
    }
    assert.equal(s.head.filter((h) => h < 0).length, 1);
    for (let i = 0; i < s.size; i++) {
      let steps = 0;
      for (let w = i; w >= 0; w = s.head[w]) assert.ok(steps++ <= s.size, 'a cycle');
      assert.equal(s.deprel[i] === 'root', s.head[i] < 0);
    }
    let last = 0;
    for (const n of s.names) {
      assert.ok(n.first >= last && n.end > n.first && n.end <= s.size);
      last = n.end;
    }
  }
  assert.match(text.slice(at), /^[\s\p{Z}\p{Cc}\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]*$/u);
}

test('a plain sentence', () => {
  const [s] = read("Arland's President Ida Holm didn't meet Bordurian officials in Szohod on Thursday.");
  assert.deepEqual(s.form.slice(0, 7), ['Arland', "'s", 'President', 'Ida', 'Holm', 'did', "n't"]);
  const root = s.head.indexOf(-1);
  assert.equal(s.lemma[root], 'meet');
  assert.equal(s.upos[root], 'VERB');
  assert.ok(s.names.some((n) => n.type === 'PER' && s.form.slice(n.first, n.end).join(' ').endsWith('Ida Holm')));
  assert.deepEqual(spanOf(s, [3, 4]), [19, 27]);
});

test('sentences end where they end', () => {
  const text =
    'Gov. J. R. Smith of the U.S. said so. "It is over." He left for Washington, D.C. The talks end on Jan. 9. Acme Inc. rose 2.5 pct.\nIt fell\nlater.';
  assert.deepEqual(
    read(text).map((s) => text.slice(s.span[0], s.span[1]).replace(/\s+/g, ' ')),
    [
      'Gov. J. R. Smith of the U.S. said so.',
      '"It is over."',
      'He left for Washington, D.C.',
      'The talks end on Jan. 9.',
      'Acme Inc. rose 2.5 pct.',
      'It fell later.',
    ],
  );
});

test('capitals behind "U.S." in old wires begin no sentence', () => {
  const split = (text: string) => read(text).map((s) => text.slice(s.span[0], s.span[1]));
  assert.deepEqual(
    split(
      'The U.S. And Arland blamed Borduria. U.S. Officials in the U.S. On Friday said so. He left the U.S. The end.',
    ),
    [
      'The U.S. And Arland blamed Borduria.',
      'U.S. Officials in the U.S. On Friday said so.',
      'He left the U.S.',
      'The end.',
    ],
  );
  assert.deepEqual(split('Talks with Arland, the U.S. And West Borduria resumed.').length, 1);
  // a text that writes "U.S. officials" means its capitals
  assert.deepEqual(split('He told U.S. officials he left the U.S. On Friday he came back.'), [
    'He told U.S. officials he left the U.S.',
    'On Friday he came back.',
  ]);
});

test('a long row of marks is a flat tree', () => {
  const text = '- '.repeat(30);
  const sentences = read(text);
  check(text, sentences);
  assert.deepEqual([...new Set(sentences.flatMap((s) => s.upos))], ['PUNCT']);
  assert.deepEqual([...sentences[0].head.slice(0, 3)], [-1, 0, 0]);
});

test('names are whole: bodies with what hangs on them, given names of two syllables', () => {
  const names = (text: string) => read(text).flatMap((s) => s.names.map((n) => s.form.slice(n.first, n.end).join(' ')));
  assert.ok(names('The National Assembly of Quebec met on Tuesday.').includes('National Assembly of Quebec'));
  assert.ok(names('Google, Inc. said so.').includes('Google , Inc.'));
  assert.deepEqual(names('Tsai Ing-wen and Moon Jae-in met Chung Eui-yong.'), [
    'Tsai Ing - wen',
    'Moon Jae - in',
    'Chung Eui - yong',
  ]);
  assert.ok(!names('Jim Smith-led talks failed.').some((name) => name.includes('led')));
  assert.ok(!names('The Supreme Court of course refused.').some((name) => name.includes('course')));
});

test('words as the treebanks split them', () => {
  const words = (text: string) => read(text).flatMap((s) => s.form);
  assert.deepEqual(words('The U.S.-Russia talks (Jan. 9/10), he said...'), [
    'The',
    'U.S.',
    '-',
    'Russia',
    'talks',
    '(',
    'Jan.',
    '9/10',
    ')',
    ',',
    'he',
    'said',
    '...',
  ]);
  assert.deepEqual(words("they can't, won\u2019t and cannot"), [
    'they',
    'ca',
    "n't",
    ',',
    'wo',
    'n\u2019t',
    'and',
    'can',
    'not',
  ]);
  assert.deepEqual(words("the owners' $5.2 bln, 12:30 and 14-1/2"), [
    'the',
    'owners',
    "'",
    '$',
    '5.2',
    'bln',
    ',',
    '12:30',
    'and',
    '14-1/2',
  ]);
});

test('exact offsets and trees, whatever the text', () => {
  const alphabet = [
    'a',
    'The',
    ' ',
    ' ',
    '.',
    '...',
    '"',
    '\u201c',
    "'",
    "n't",
    '\n',
    '\n\n',
    '-',
    '9',
    '(',
    ')',
    '\u0000',
    '\u05d0\u05d1',
    '\ud83d\ude00',
    '\ud800',
    'U.S.',
    '\t',
    '/',
    ',',
    '\u00e9',
    '@',
    '$',
    '\u200b',
    '\ufeff',
    'Inc.',
    'http://',
  ];
  let seed = 7;
  const next = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % n;
  };
  for (let round = 0; round < 150; round++) {
    let text = '';
    for (let k = next(40); k >= 0; k--) text += alphabet[next(alphabet.length)];
    check(text, read(text));
  }
});

test('hostile text stays linear', () => {
  for (const text of [
    'x'.repeat(100_000),
    '('.repeat(2_000),
    'word '.repeat(1_000),
    "n't".repeat(5_000),
    'a.'.repeat(20_000),
    'a-'.repeat(1_000),
    '@'.repeat(1_000),
    '1,'.repeat(20_000),
    '',
  ]) {
    check(text, read(text));
  }
});

test('the same words give the same trees, and CoNLL-U comes back', () => {
  const text = "Borduria's army can't cross the strait, she said.";
  const sentences = read(text);
  const written = toConllu(text, sentences);
  assert.match(written, /^1-2\tBorduria's\t/m);
  const back = fromConllu(written);
  assert.equal(back[0].text, text);
  assert.deepEqual(back[0].form, sentences[0].form);
  const again = parseWords(back.map((b) => b.form));
  assert.deepEqual([...again[0].head], [...sentences[0].head]);
  assert.deepEqual(fromConllu(annotateConllu(written, again)), back);
});

test('words that mean much the same are near', () => {
  assert.ok(similarity('attack', 'assault') > similarity('attack', 'banana'));
  assert.equal(similarity('qqqqzz', 'attack'), 0);
});

test('a wall of brackets is one mark, a ticker stays whole', () => {
  assert.equal(read('('.repeat(1_000_000))[0].size, 1);
  assert.deepEqual(read('Renault <RENA.PA> rose.')[0].form, ['Renault', '<', 'RENA.PA', '>', 'rose', '.']);
});

test('a tree does not depend on what was read before', () => {
  // Words are kept in two halves of 8,192, which are turned over in the middle of a sentence; a word that stands on both sides of the turn must not suffer.
  const syllables = 'ba de fi go lu ma ne pi ro su ta ve'.split(' ');
  const word = (n: number): string => [n, n / 12, n / 144, n / 1728].map((k) => syllables[Math.floor(k) % 12]).join('');
  const lines = Array.from({ length: 1700 }, (_, i) => {
    const words = Array.from({ length: 12 }, (_, k) => word(i * 12 + k)).join(' ');
    return `They ${words} and ${words}.`;
  });
  const treeOf = (line: string): string => toConllu(line, parse(line));
  const forward = lines.map(treeOf);
  const backward = [...lines].reverse().map(treeOf).reverse();
  for (const [i, line] of lines.entries()) assert.equal(backward[i], forward[i], line);
});
