// `chancery tension A-B`: the tension of a dyad by day, drawn in the terminal or as data.

import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { ChanceryError } from '../errors.js';
import type { TensionDay } from '../record/index.js';
import { countsByType, openStore, type TypeCount, tension } from '../store/index.js';
import { filterOf, withFilters } from './ask.js';

interface Options {
  readonly store?: string;
  readonly directed?: boolean;
  readonly counts?: boolean;
  readonly format: string;
}

export function addTension(program: Command): void {
  withFilters(
    program
      .command('tension')
      .argument('<dyad>', 'two sides, as IRN-USA')
      .description('conflict and cooperation between two sides by day'),
  )
    .option('--directed', 'only what the first does to the second')
    .option('--counts', 'incidents by day and type instead, for an index of your own')
    .option('--format <format>', 'chart, json, jsonl or csv', 'chart')
    .action(async (dyad: string, options: Options) => {
      const filter = filterOf({ ...options, dyad });
      if (!filter.dyad) {
        process.stderr.write(`${new ChanceryError('E053', dyad).message}\n`);
        process.exitCode = 2;
        return;
      }
      const store = await openStore(options.store);
      try {
        const asked = { ...filter, ...(options.directed ? { directed: true } : {}) };
        process.stdout.write(
          options.counts
            ? printCounts(await countsByType(store, filter.dyad, asked), options.format)
            : print(await tension(store, filter.dyad, asked), options.format),
        );
      } finally {
        await store.close();
      }
    });
}

function print(days: readonly TensionDay[], format: string): string {
  if (format === 'json') return `${JSON.stringify(days, null, 2)}\n`;
  if (format === 'jsonl') return days.map((day) => `${JSON.stringify(day)}\n`).join('');
  if (format === 'csv')
    return stringify(
      days.map((day) => ({ ...day, incidents: day.incidents.join(' ') })),
      { header: true },
    );
  return chart(days);
}

function printCounts(counts: readonly TypeCount[], format: string): string {
  if (format === 'json') return `${JSON.stringify(counts, null, 2)}\n`;
  if (format === 'jsonl') return counts.map((count) => `${JSON.stringify(count)}\n`).join('');
  if (format === 'csv') return stringify([...counts], { header: true, columns: ['day', 'type', 'count'] });
  if (counts.length === 0) return 'Nothing in the record lies between these two.\n';
  return counts.map(({ day, type, count }) => `${day}  ${type.padEnd(10)}  ${count}\n`).join('');
}

const HALF = 30;

/** One line a day: cooperation to the left, conflict to the right, a mark where the level changes. */
export function chart(days: readonly TensionDay[]): string {
  if (days.length === 0) return 'Nothing in the record lies between these two.\n';
  const head = `${''.padEnd(10)}  ${'cooperation'.padStart(HALF)} 0 ${'conflict'.padEnd(HALF)}  index    ±  incidents\n`;
  const lines = days.map(({ day, index, uncertainty, change, incidents }) => {
    const size = Math.round((Math.abs(index) / 100) * HALF);
    const left = index < 0 ? '█'.repeat(size).padStart(HALF) : ' '.repeat(HALF);
    const right = index > 0 ? '█'.repeat(size).padEnd(HALF) : ' '.repeat(HALF);
    return `${day}  ${left} ${change ? '┼' : '│'} ${right} ${index.toFixed(0).padStart(6)} ${uncertainty.toFixed(0).padStart(4)}  ${incidents.length || ''}`.trimEnd();
  });
  return `${head}${lines.join('\n')}\n${days.some(({ change }) => change) ? '┼ the level changes\n' : ''}`;
}
