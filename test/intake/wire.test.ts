import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import type { Dispatch } from '../../src/records.js';

/** The blocks as "kind: text". */
function blocks(dispatch: Dispatch): string[] {
  return dispatch.blocks.map(({ kind, span }) => `${kind}: ${dispatch.text.slice(...span)}`);
}

test('a dispatch in the style of the 2020s: edition, note, by-line, double dateline, credits', () => {
  const text = `UPDATE 2-Arland warns of ‘consequences’ if strait closes

(Adds Bordurian denial, background)

By Ann Writer and Bo Reporter

PORT ARL, Arland/SZOHOD, June 3 (Reuters) – Arland said on Wednesday it would act.

“We will act,” the president said.

(Additional reporting by Cy Field in Paris and Szohod bureau; Writing by Dee Wells; Editing by Eve Stone and Fay Moor)
`;
  const dispatch = dispatchOf(text, { date: '2026-06-04' });
  assert.deepEqual(blocks(dispatch), [
    'edition: UPDATE 2-',
    'headline: Arland warns of ‘consequences’ if strait closes',
    'note: (Adds Bordurian denial, background)',
    'byline: By Ann Writer and Bo Reporter',
    'dateline: PORT ARL, Arland/SZOHOD, June 3 (Reuters) –',
    'paragraph: Arland said on Wednesday it would act.',
    'paragraph: “We will act,” the president said.',
    'credits: (Additional reporting by Cy Field in Paris and Szohod bureau; Writing by Dee Wells; Editing by Eve Stone and Fay Moor)',
  ]);
  assert.deepEqual(dispatch.edition, { kind: 'update', number: 2, span: [0, 8] });
  assert.equal(dispatch.editorNote, 'Adds Bordurian denial, background');
  assert.deepEqual(
    dispatch.authors.map((author) => author.name),
    ['Ann Writer', 'Bo Reporter'],
  );
  assert.deepEqual(
    dispatch.datelinePlaces.map(({ name, qualifier }) => [name, qualifier]),
    [
      ['PORT ARL', 'Arland'],
      ['SZOHOD', null],
    ],
  );
  assert.deepEqual(dispatch.date, { value: '2026-06-03', known: false, basis: 'dateline', span: [151, 157] });
  assert.equal(dispatch.agency, 'Reuters');
  assert.deepEqual(
    dispatch.credits.map(({ role, names, place }) => [role, names, place]),
    [
      ['additional reporting', ['Cy Field'], 'Paris'],
      ['additional reporting', ['Szohod bureau'], 'Szohod'],
      ['writing', ['Dee Wells'], null],
      ['editing', ['Eve Stone', 'Fay Moor'], null],
    ],
  );
});

test('a bare sentence is one paragraph and never a headline', () => {
  for (const text of [
    'Arland expelled two Bordurian diplomats on Friday.',
    'Arland expels two Bordurian diplomats',
    'By Friday, both sides had withdrawn their troops.',
  ])
    assert.deepEqual(blocks(dispatchOf(text)), [`paragraph: ${text}`]);
});
