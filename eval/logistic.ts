// Logistic regression with a small quadratic penalty, by Newton's method (iteratively reweighted least squares); the same rows give the same
// weights. And what it says of rows that it was not fitted to: cross-validation in which rows of one group stay together.

export interface Row {
  readonly values: readonly number[];
  readonly same: boolean;
  /** Rows of a group are fitted or judged together. */
  readonly group: string;
}

export interface Model {
  readonly start: number;
  /** In the units of the values. */
  readonly weights: readonly number[];
}

const STEPS = 8;

export function fit(rows: readonly Row[], penalty: number): Model {
  const size = rows[0].values.length;
  const columns = Array.from({ length: size }, (_, i) => rows.map(({ values }) => values[i]));
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / rows.length);
  const spread = columns.map(
    (column, i) => Math.sqrt(column.reduce((sum, value) => sum + (value - mean[i]) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map(({ values }) => [1, ...values.map((value, i) => (value - mean[i]) / spread[i])]);
  let weights = scaled[0].map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : penalty * weight));
    const curve = weights.map((_, i) => weights.map((_, j) => (i !== j ? 0 : i === 0 ? 1e-9 : penalty)));
    scaled.forEach((values, row) => {
      const chance = 1 / (1 + Math.exp(-dot(values, weights)));
      const error = (chance - (rows[row].same ? 1 : 0)) / rows.length;
      const weight = Math.max(1e-6, chance * (1 - chance)) / rows.length;
      for (let i = 0; i <= size; i++) {
        slope[i] += error * values[i];
        for (let j = 0; j <= size; j++) curve[i][j] += weight * values[i] * values[j];
      }
    });
    const change = solve(curve, slope);
    weights = weights.map((weight, i) => weight - change[i]);
  }
  const own = weights.slice(1).map((weight, i) => weight / spread[i]);
  return { start: weights[0] - dot(own, mean), weights: own };
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const m = matrix.map((row, i) => [...row, right[i]]);
  for (let c = 0; c < size; c++) {
    let pivot = c;
    for (let r = c + 1; r < size; r++) if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) pivot = r;
    [m[c], m[pivot]] = [m[pivot], m[c]];
    for (let r = c + 1; r < size; r++) {
      const by = m[r][c] / m[c][c];
      for (let k = c; k <= size; k++) m[r][k] -= by * m[c][k];
    }
  }
  const found = right.map(() => 0);
  for (let r = size - 1; r >= 0; r--) {
    let rest = m[r][size];
    for (let k = r + 1; k < size; k++) rest -= m[r][k] * found[k];
    found[r] = rest / m[r][r];
  }
  return found;
}

const FOLDS = 10;

/** The log odds of each row by models that were fitted without its group; `draw` names the drawing of the folds. */
export function judged(rows: readonly Row[], penalty: number, draw: number): number[] {
  const folds = rows.map(({ group }) => foldOf(`${group} ${draw}`));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fit(
      rows.filter((_, i) => folds[i] !== fold),
      penalty,
    ),
  );
  return rows.map(({ values }, i) => models[folds[i]].start + dot(values, models[folds[i]].weights));
}

function foldOf(name: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) value = Math.imul(value ^ name.charCodeAt(i), 0x01000193);
  return ((value ^ (value >>> 15)) >>> 0) % FOLDS;
}

/** How many pairs there are of each label, with those that are no rows since they can never be one; and what share is the same where it matters. */
export interface Prior {
  readonly same: number;
  readonly different: number;
  readonly share: number;
}

/** Prints what cross-validation says of several thresholds, and the weights as the source has them. */
export function report(rows: readonly Row[], names: readonly string[], penalty: number, prior?: Prior): void {
  const draws = [1, 2, 3].map((draw) => judged(rows, penalty, draw));
  const all = rows.filter(({ same }) => same).length * draws.length;
  const print = (threshold: number, note: string): void => {
    let joined = 0;
    let right = 0;
    for (const draw of draws) {
      draw.forEach((odds, i) => {
        if (odds < threshold) return;
        joined++;
        if (rows[i].same) right++;
      });
    }
    console.log(
      `from ${threshold.toFixed(2)}: precision ${((100 * right) / joined).toFixed(1)}, recall ${((100 * right) / all).toFixed(1)}${note}`,
    );
    if (!prior) return;
    const found = right / draws.length / prior.same;
    const wrongly = (joined - right) / draws.length / prior.different;
    const precision = (prior.share * found) / (prior.share * found + (1 - prior.share) * wrongly);
    console.log(
      `  of all, where ${100 * prior.share} per cent are the same: precision ${(100 * precision).toFixed(1)}, recall ${(100 * found).toFixed(1)}`,
    );
  };
  for (const threshold of [0, 0.5, 0.8, 1, 1.2, 1.5, 2]) print(threshold, '');
  const odds = draws.flatMap((draw) => draw.map((value, i) => ({ value, same: rows[i].same })));
  odds.sort((a, b) => b.value - a.value);
  for (const floor of [0.95, 0.96, 0.97]) {
    let right = 0;
    let least = Number.POSITIVE_INFINITY;
    odds.forEach(({ value, same }, i) => {
      if (same) right++;
      if (right / (i + 1) >= floor) least = value;
    });
    print(least, ` (the least mark with a precision of ${floor})`);
  }
  let doubt = 0;
  for (const { value, same } of odds) doubt += Math.log1p(Math.exp(same ? -value : value)) / odds.length;
  console.log(`mean log loss ${doubt.toFixed(4)}`);
  const { start, weights } = fit(rows, penalty);
  console.log(`start: ${start.toFixed(2)}`);
  names.forEach((name, i) => {
    console.log(`  ${/ /.test(name) ? `'${name}'` : name}: ${weights[i].toFixed(2)},`);
  });
}
