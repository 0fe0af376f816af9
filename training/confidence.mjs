// Fits the weights of codebook/confidence.txt on gold event records (one type a sentence) and prints the file.
//
//   npm run build && node training/confidence.mjs ../shared/data/events > /tmp/c.txt && mv /tmp/c.txt codebook/confidence.txt
//
// Logistic regression with a ridge, full-batch gradient descent; the reliability of five held-out folds goes to standard error.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatchOf } from '../dist/src/intake/index.js';
import { read } from '../dist/src/reading.js';

const SETS = ['plv', 'plover_gsr'];
const rows = [];
for (const set of SETS) {
  for (const line of readFileSync(join(process.argv[2], `${set}.jsonl`), 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { text, date, events } = JSON.parse(line);
    const gold = events[0].event;
    if (!gold) continue;
    const fold = (type) => (gold === 'YIELD' && (type === 'CONCEDE' || type === 'RETREAT') ? 'YIELD' : type);
    const signs = new Map();
    const reading = read(dispatchOf(text, { id: 'x', date: date ?? '2020-01-01' }), (subject, note) => {
      const found = /^confidence: .* from the signs (.*)$/.exec(note);
      if (found) signs.set(subject, found[1].split(' '));
    });
    for (const event of reading.events) {
      rows.push({ signs: signs.get(event.id), right: fold(event.type) === gold ? 1 : 0, fold: rows.length % 5 });
    }
  }
}

function fit(data) {
  const weights = new Map();
  for (let round = 0; round < 400; round++) {
    const gradient = new Map();
    for (const { signs, right } of data) {
      const p = 1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0)));
      for (const sign of signs) gradient.set(sign, (gradient.get(sign) ?? 0) + right - p);
    }
    for (const [sign, g] of gradient) {
      const w = weights.get(sign) ?? 0;
      weights.set(sign, w + (3 / data.length) * (g - (sign === 'any' ? 0 : 2) * w));
    }
  }
  return weights;
}

const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0 }));
for (let held = 0; held < 5; held++) {
  const weights = fit(rows.filter((row) => row.fold !== held));
  for (const { signs, right } of rows.filter((row) => row.fold === held)) {
    const p = 1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0)));
    const bin = bins[Math.min(9, Math.floor(10 * p))];
    bin.n++;
    bin.right += right;
  }
}
bins.forEach(({ n, right }, i) => {
  if (n)
    console.error(
      `${(i / 10).toFixed(1)}-${((i + 1) / 10).toFixed(1)}  ${String(n).padStart(5)} events  ${((100 * right) / n).toFixed(0)} % right`,
    );
});

console.log(`# Weights of the signs that make an event's confidence, fitted by training/confidence.mjs on ${SETS.join(' and ')}
# (${rows.length} events). One sign a line: name, log-odds. See src/events/confidence.ts.
`);
for (const [sign, weight] of [...fit(rows)].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${sign.padEnd(24)} ${weight.toFixed(2)}`);
