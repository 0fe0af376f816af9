// The house rules: who may import whom. Reads the sources, so it runs from the package's root.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { test } from 'node:test';

const ORDER = [
  'intake',
  'language',
  'times',
  'places',
  'actors',
  'statements',
  'events',
  'commitments',
  'meetings',
  'claims',
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Paths under src/ that a file imports. */
function imports(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    normalize(join(dirname(file), match[1])).replace(/\.js$/, '.ts'),
  );
}

const room = (file: string): string => file.split(sep)[0];

test('there are sources to look at', () => assert.ok(sources.length > 15));

test('a stage imports only records, errors, the gazetteer, itself and earlier stages by their door', () => {
  for (const file of sources) {
    const here = room(file);
    const place = ORDER.indexOf(here);
    if (place < 0) continue;
    for (const target of imports(file)) {
      const there = room(target);
      if (there === here || target === 'records.ts' || target === 'errors.ts') continue;
      assert.ok(there === 'gazetteer' || ORDER.indexOf(there) >= 0, `${file} imports ${target}`);
      if (there === 'gazetteer') assert.ok(place > ORDER.indexOf('language'), `${file} imports ${target}`);
      else assert.ok(ORDER.indexOf(there) < place && there !== 'intake', `${file} imports ${target}: a later stage`);
      assert.equal(target, join(there, 'index.ts'), `${file} imports ${target}: not by the door`);
    }
  }
});

test('renderings and the gazetteer know of records alone', () => {
  for (const file of sources.filter((name) => ['render', 'gazetteer', 'export', 'record'].includes(room(name)))) {
    for (const target of imports(file)) {
      assert.ok(
        room(target) === room(file) || ['records.ts', 'errors.ts'].includes(target),
        `${file} imports ${target}`,
      );
    }
  }
});

test('records import nothing', () => assert.deepEqual(imports('records.ts'), []));
