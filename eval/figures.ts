// What an evaluation gives: one figure a line, with the floor and the aim that we hold it against.

/** One measured figure. */
export interface Figure {
  readonly stage: string;
  /** The set it was measured on. */
  readonly set: string;
  readonly measure: string;
  /** In percent unless the measure says otherwise; null when it could not be measured. */
  readonly value: number | null;
  /** Below this the job is not done. */
  readonly floor?: number;
  /** What we want. */
  readonly aim?: number;
}

/** Where the measuring data and the scorers are. */
export interface Bench {
  /** Folder of the sets, with a slash at its end. */
  readonly data: string;
  /** Folder of the scorers, with a slash at its end. */
  readonly scorers: string;
  /** Folder for what is made on the way. */
  readonly scratch: string;
}

/** The figures as a Markdown table, a section a stage. */
export function table(figures: readonly Figure[]): string {
  const lines = ['| stage | set | measure | figure | floor | aim |', '|---|---|---|---:|---:|---:|'];
  const cell = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : value.toFixed(1);
  for (const { stage, set, measure, value, floor, aim } of figures) {
    lines.push(
      `| ${stage} | ${set} | ${measure} | ${value === null ? 'not measured' : cell(value)} | ${cell(floor)} | ${cell(aim)} |`,
    );
  }
  return lines.join('\n');
}
