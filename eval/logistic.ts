// Logistic regression with a small quadratic penalty, by Newton's method (iteratively reweighted least squares); the same rows give the same
// weights. And what it says of rows that it was not fitted to: cross-validation in which rows of one group stay together.

export interface Row {
  readonly values: readonly number[];
  readonly same: boolean;
  /** Rows of a group are fitted or judged together. */
  readonly group: string;
  /** False for a pair that is never compared, so that no odds join it. */
  readonly met?: boolean;
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

/** What the rows are drawn from: pairs of each label, with those that can never be one and are no rows; and what share is the same where it matters. */
export interface Prior {
  readonly same: number;
  readonly different: number;
  readonly share: number;
}

/**
 * Prints what cross-validation says of several thresholds, and the weights as the source has them. With a prior both
 * are those of all pairs, where so many are the same.
 */
export function report(rows: readonly Row[], names: readonly string[], penalty: number, prior?: Prior): void {
  const odds = [1, 2, 3].flatMap((draw) =>
    judged(rows, penalty, draw).map((value, i) => ({ value, same: rows[i].same, met: rows[i].met !== false })),
  );
  odds.sort((a, b) => b.value - a.value);
  const draws = odds.length / rows.length;
  const same = rows.filter((row) => row.same).length;
  const { share, ...of } = prior ?? { share: same / rows.length, same, different: rows.length - same };
  const ofSame = share / (of.same * draws);
  const ofOthers = (1 - share) / (of.different * draws);
  const steps: { readonly value: number; readonly precision: number; readonly recall: number }[] = [];
  let right = 0;
  let wrong = 0;
  for (const { value, same, met } of odds) {
    if (same && met) right++;
    else if (met) wrong++;
    const precision = (right * ofSame) / (right * ofSame + wrong * ofOthers || 1);
    steps.push({ value, precision, recall: right / (of.same * draws) });
  }
  const print = (name: string, step?: { value: number; precision: number; recall: number }): void => {
    if (step)
      console.log(
        `${name} ${step.value.toFixed(2)}: precision ${(100 * step.precision).toFixed(1)}, recall ${(100 * step.recall).toFixed(1)}`,
      );
  };
  if (prior) console.log(`of all, where ${100 * share} per cent are the same:`);
  for (const mark of [0, 0.5, 1, 1.5, 2, 2.5]) print('from', steps.filter(({ value }) => value >= mark).at(-1));
  for (const floor of [0.94, 0.95, 0.96, 0.97])
    print(`precision of ${floor} from`, steps.filter(({ precision }) => precision >= floor).at(-1));
  const doubt = odds.reduce((sum, { value, same }) => sum + Math.log1p(Math.exp(same ? -value : value)), 0);
  console.log(`mean log loss ${(doubt / odds.length).toFixed(4)}`);
  const { start, weights } = fit(rows, penalty);
  console.log(`start: ${start.toFixed(2)}`);
  names.forEach((name, i) => {
    console.log(`  ${/ /.test(name) ? `'${name}'` : name}: ${weights[i].toFixed(2)},`);
  });
}
