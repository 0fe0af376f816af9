// Towns that the world meets in, by codebook/seats.txt.

import { readFileSync } from 'node:fs';

let seats: ReadonlySet<string> | null = null;

/** Whether international bodies sit in a town. @example isSeat('Geneva') // true */
export function isSeat(name: string): boolean {
  seats ??= new Set(
    readFileSync(new URL('../../../codebook/seats.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.trim().toLowerCase()),
  );
  return seats.has(name.toLowerCase());
}
