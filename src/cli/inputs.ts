// The inputs that a person names: files, folders, patterns, addresses, standard input.

import { statSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { ChanceryError } from '../errors.js';
import { type OpenOptions, openPieces, type Piece } from '../intake/index.js';

const READABLE = /\.(?:txt|text|wire|html?|xhtml|xml|rss|atom|json|jsonl|ndjson|csv|tsv|warc|conllu)(?:\.gz)?$/i;

/** Every file, address or "-" that the arguments mean, in order; what means nothing is a ChanceryError. */
export async function* inputsOf(names: readonly string[]): AsyncGenerator<string | ChanceryError> {
  for (const name of names) {
    if (name === '-' || /^https?:\/\//i.test(name)) {
      yield name;
      continue;
    }
    const kind = kindOf(name);
    if (kind === 'file') yield name;
    else if (kind === 'folder') yield* filesIn(name);
    else if (/[*?[{]/.test(name)) {
      const found = (await glob(name.replaceAll('\\', '/'), { expandDirectories: false })).sort();
      if (found.length === 0) yield new ChanceryError('E023', name);
      else yield* found;
    } else yield new ChanceryError('E001', name, 'no such file');
  }
}

/** The pieces of all inputs, one input after another. */
export async function* piecesOf(names: readonly string[], options: OpenOptions): AsyncGenerator<Piece | ChanceryError> {
  for await (const input of inputsOf(names)) {
    if (input instanceof ChanceryError) yield input;
    else yield* openPieces(input, options);
  }
}

async function* filesIn(folder: string): AsyncGenerator<string | ChanceryError> {
  const found = (await glob('**/*', { cwd: folder, expandDirectories: false }))
    .filter((file) => READABLE.test(file))
    .sort();
  if (found.length === 0) yield new ChanceryError('E022', folder);
  for (const file of found) yield `${folder.replace(/[\\/]+$/, '')}/${file}`;
}

function kindOf(name: string): 'file' | 'folder' | null {
  const stat = statSync(name, { throwIfNoEntry: false });
  return stat ? (stat.isDirectory() ? 'folder' : 'file') : null;
}
