import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input = ''): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

test('some inputs are rejected, one coded line each, and the rest is read: status 1', () => {
  file('2031-06-03-good.txt', 'PORT ARL, June 3 (Meridian) - Arland warned Borduria.');
  file('empty.txt', '');
  file('old.txt', Buffer.from('OSLO, June 3, 2031 (AP) - He said \x93no\x94.', 'latin1'));
  file('binary.txt', Buffer.from([0, 1, 2, 3]));
  mkdirSync(join(folder, 'hollow'), { recursive: true });
  const { status, out, err } = run([
    'read',
    '--format',
    'jsonl',
    'gone.txt',
    '2031-06-03-good.txt',
    'old.txt',
    'empty.txt',
    'binary.txt',
    'hollow',
    'no*.txt',
  ]);
  assert.equal(status, 1);
  assert.equal(JSON.parse(out.split('\n')[0]).dispatch.date.value, '2031-06-03');
  assert.deepEqual(
    err
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 6)),
    ['[E001]', '[E007]', '[E002]', '[E004]', '[E022]', '[E023]'],
  );
  assert.doesNotMatch(err, /\bat .*:\d+:\d+/);
});

test('rows from standard input; a broken one is named by its line', () => {
  const { status, out, err } = run(
    ['read', '--input', 'jsonl', '--format', 'jsonl'],
    '{"id":"1","text":"Arland warned Borduria."}\n{oops\n{"id":"3","text":"Borduria replied."}\n',
  );
  assert.equal(status, 1);
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).dispatch.id),
    ['1', '3'],
  );
  assert.match(err, /^\[E010\] standard input:2: /);
});

test('json: one dispatch is an object, several are an array', () => {
  const one = run(['read', '--format', 'json', '--date', '2031-06-03'], 'Arland warned Borduria on Friday.');
  assert.equal(one.status, 0);
  assert.equal(JSON.parse(one.out).schema, 'chancery/1');
  const two = run(['read', '--format', 'json', '--input', 'csv', '--output', 'two.json'], 'id,text\n1,One.\n2,Two.\n');
  assert.equal(two.status, 0);
  assert.deepEqual(
    JSON.parse(readFileSync(join(folder, 'two.json'), 'utf8')).map(
      (reading: { dispatch: { id: string } }) => reading.dispatch.id,
    ),
    ['1', '2'],
  );
});

test('trees of the whole text, and of words that are given', () => {
  const text = 'UPDATE 1-Arland warns\n\nPORT ARL, June 3 (AP) - Arland warned Borduria.\n\n(Editing by A B)';
  const trees = run(['read', '--stage', 'parse', '--format', 'conllu'], text);
  assert.equal(trees.status, 0);
  const forms = trees.out
    .split('\n')
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split('\t')[1]);
  assert.equal(forms.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
  const words = run(
    ['read', '--stage', 'parse', '--input', 'conllu'],
    '1\tArland\t_\t_\t_\t_\t_\t_\t_\t_\n2\twarned\t_\t_\t_\t_\t_\t_\t_\t_\n\n',
  );
  assert.match(words.out, /^1\tArland\t\S+\t\S+\t.*\n2\twarned\twarn\tVERB\t/m);
});

test('wrong usage is status 2, in one line that says what to do', () => {
  for (const args of [
    ['read', '--format', 'xml', 'x'],
    ['read', '--stage', 'parse', '--format', 'json', 'x'],
    ['raed'],
  ]) {
    const { status, err } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.ok(err.length > 0);
  }
});

test('a reader that goes away ends the run quietly', () => {
  const rows = Array.from({ length: 120 }, (_, i) => JSON.stringify({ id: i, text: 'One.' })).join('\n');
  const command = `"${process.execPath}" "${CLI}" read --input jsonl --format jsonl | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { input: rows, encoding: 'utf8' });
  assert.equal(stdout.trim().split('\n').length, 1);
  assert.equal(stderr, '');
});

test('explain shows the words, the fields and the tree; an unknown record is a coded line', () => {
  file('e.txt', 'PORT ARL, June 3, 2031 (Meridian) - Arland said on Tuesday that it would talk.');
  const one = run(['explain', 'e.txt', 't2']);
  assert.match(one.out, /FIELDS\n {2}span +“Tuesday” at \d+–\d+/);
  assert.match(one.out, /THE TREE\n.*said {2}root VERB/);
  const none = run(['explain', 'e.txt', 'z9']);
  assert.equal(none.status, 1);
  assert.match(none.err, /^\[E025\] e\.txt: .*z9/);
});
