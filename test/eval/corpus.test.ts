// The corpus says what it means: every quoted word stands in its passage, and the two halves are of one kind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HALVES, parseCorpus, passages } from '../../eval/corpus.js';
import { isFound, wordings } from '../../eval/wording.js';

const SAMPLE = `# a comment
== strait-1 1987-07-12
BAHRAIN, July 12 (Agency) - Iran said it would close the strait if its tankers were hit. Iraq denied it.

Both met in May.
--
commitment threat | IRN > ? | on: would | then: close the strait | if: its tankers were hit
meeting meeting held | on: met | parties: IRN + IRQ | date: 1987-05
claim denies | IRQ | span: Iraq denied it
`;

test('a passage is read with its records', () => {
  const [passage] = parseCorpus(SAMPLE, 'sample.txt');
  assert.equal(passage.name, 'strait-1');
  assert.equal(passage.text.slice(...(passage.commitments[0].consequence ?? [0, 0])), 'close the strait');
  assert.deepEqual(passage.commitments[0].holder, ['IRN']);
  assert.deepEqual(passage.commitments[0].addressee, []);
  assert.equal(passage.commitments[0].polarity, 'if');
  assert.deepEqual([passage.meetings[0].start, passage.meetings[0].end], ['1987-05-01', '1987-05-31']);
  assert.equal(passage.claims[0].against, null);
});

test('words that are not in the passage are an error with file and line', () => {
  assert.throws(() => parseCorpus(SAMPLE.replace('on: met', 'on: parted'), 'sample.txt'), /sample\.txt:8: "parted"/);
});

/** The least number of passages of each part, and of those among them that hold nothing. */
const LEAST = {
  tune: [60, 10],
  held: [60, 10],
  held2: [30, 2],
  held3: [20, 3],
  held4: [30, 5],
  held5: [30, 5],
} as const;

test('the corpus is whole: at least 120 passages in two halves, ten of ordinary news in each, and three later held parts', () => {
  const names = new Set<string>();
  for (const half of HALVES) {
    const all = passages(half);
    assert.ok(all.length >= LEAST[half][0], `${half} has ${all.length}`);
    let ordinary = 0;
    for (const passage of all) {
      assert.ok(!names.has(passage.name), `${passage.name} stands twice`);
      names.add(passage.name);
      for (const claim of passage.claims)
        assert.ok(claim.against === null || passage.claims[claim.against] !== undefined, passage.name);
      if (passage.commitments.length + passage.meetings.length + passage.claims.length === 0) ordinary++;
    }
    assert.ok(ordinary >= LEAST[half][1], `${half} has ${ordinary} of ordinary news`);
  }
});

test('kinds, forms, statuses and stances are those of the records', () => {
  const kinds = ['threat', 'warning', 'promise', 'demand', 'offer', 'refusal', 'ultimatum'];
  const forms = ['call', 'meeting', 'talks', 'summit', 'conference', 'visit'];
  const statuses = ['held', 'ongoing', 'scheduled', 'proposed', 'postponed', 'cancelled', 'refused'];
  const stances = ['asserts', 'denies', 'doubts', 'confirms'];
  for (const passage of HALVES.flatMap((half) => passages(half))) {
    for (const { kind, on } of passage.commitments) assert.ok(kinds.includes(kind) && on.length > 0, passage.name);
    for (const { form, status } of passage.meetings) {
      assert.ok(forms.includes(form) && statuses.includes(status), passage.name);
    }
    for (const { stance, span } of passage.claims) assert.ok(stances.includes(stance) && span.length > 0, passage.name);
  }
});

test('single sentences of every kind of wording are found: at least eight of ten', () => {
  const all = wordings();
  assert.ok(all.length > 400);
  const missed = all.filter(([kind, sentence]) => !isFound(kind, sentence));
  assert.ok(missed.length <= all.length / 5, `${missed.length} of ${all.length} are missed`);
});
