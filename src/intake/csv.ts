// CSV and TSV as a stream of rows, with the same columns as JSON Lines in any order. Rows become JSON lines for the reader of rows.

import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ChanceryError } from '../errors.js';
import { type Bytes, LONGEST } from './bytes.js';
import type { Hints } from './hints.js';
import type { Piece } from './piece.js';

export async function* csvPieces(
  bytes: Bytes,
  head: Buffer,
  name: string,
  hints: Hints,
): AsyncGenerator<Piece | ChanceryError> {
  const firstLine = head.toString('utf8').split(/\r?\n/, 1)[0];
  const delimiter = ['\t', ';', ','].reduce(
    (best, mark) => (firstLine.split(mark).length > firstLine.split(best).length ? mark : best),
    ',',
  );
  const parser = parse({
    bom: true,
    delimiter,
    columns: (names: string[]) => names.map((column) => column.trim().toLowerCase()),
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
  });
  const source = Readable.from(bytes);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let checked = false;
  try {
    for await (const { record, info, raw } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
      raw: string;
    }>) {
      if (!checked && !('text' in record || 'body' in record || 'content' in record)) {
        yield new ChanceryError('E013', name);
        return;
      }
      checked = true;
      const row = new TextEncoder().encode(raw.replace(/^[\r\n]+|[\r\n]+$/g, ''));
      yield { format: 'csv', body: JSON.stringify(record), bytes: row, where: `${name}:${info.lines}`, hints };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? `:${error.lines}` : '';
    yield new ChanceryError('E012', `${name}${line}`, error.message.split('\n')[0].slice(0, 120));
  } finally {
    source.destroy();
  }
}
