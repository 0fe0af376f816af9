// Where readings go: standard output or a file, with what stands before, between and after them in each format.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { ChanceryError } from '../errors.js';
import { pageEnd, pageStart } from '../render/html.js';
import type { Job } from './work.js';

export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Opens the output. A reader that goes away (`| head`) ends the run quietly. */
export function openOutput(path: string | null, format: Job['format']): Output {
  const stream: Writable = path ? createWriteStream(path) : process.stdout;
  let broken: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    broken = new ChanceryError('E024', path ?? 'standard output', error.code ?? error.message);
  });
  // Waits where the reader is slower than we are, so that nothing piles up.
  const put = async (text: string): Promise<void> => {
    if (broken) throw broken;
    await new Promise<void>((resolve) => {
      let full = false;
      full = !stream.write(text, () => {
        if (full) resolve();
      });
      if (!full) resolve();
    });
    if (broken) throw broken;
  };
  let count = 0;
  let first = '';
  return {
    async write(text) {
      count++;
      if (format === 'html') await put(count === 1 ? pageStart() + text : text);
      else if (format !== 'json') await put(format === 'jsonl' ? `${text}\n` : text);
      // One reading is an object, several are an array: the first waits until it is known.
      else if (count === 1) first = text;
      else await put(count === 2 ? `[\n${first},\n${text}` : `,\n${text}`);
    },
    async end() {
      if (format === 'html' && count > 0) await put(pageEnd());
      if (format === 'json' && count > 0) await put(count === 1 ? `${first}\n` : '\n]\n');
      if (!path) return;
      stream.end();
      if (!broken) await Promise.race([once(stream, 'finish'), once(stream, 'close')]);
      if (broken) throw broken;
    },
  };
}
