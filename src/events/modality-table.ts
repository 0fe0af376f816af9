// Reads codebook/modality.txt: which words make an act planned, conditional, hypothetical, requested, negated or denied.

import { ChanceryError } from '../errors.js';

/** What a word says of the act that depends on it. */
export type Shade =
  | 'planned'
  | 'ongoing'
  | 'conditional'
  | 'hypothetical'
  | 'requested'
  | 'negated'
  | 'denied'
  | 'certain';
type Kind = 'aux' | 'verb' | 'adj' | 'noun' | 'adverb' | 'mark' | 'scant';

/** Word to shade, for each kind of governor; the first list that names a word wins within a kind. */
export type ModalityTable = Readonly<Record<Kind, ReadonlyMap<string, Shade>>>;

const SHADES = new Set<string>([
  'planned',
  'ongoing',
  'conditional',
  'hypothetical',
  'requested',
  'negated',
  'denied',
  'certain',
]);

/** Reads the table's text. Faults are reported with file, line and column. */
export function readModality(text: string, file: string): ModalityTable {
  const maps = {
    aux: new Map<string, Shade>(),
    verb: new Map<string, Shade>(),
    adj: new Map<string, Shade>(),
    noun: new Map<string, Shade>(),
    adverb: new Map<string, Shade>(),
    mark: new Map<string, Shade>(),
    scant: new Map<string, Shade>(),
  };
  let shade: Shade | null = null;
  let map: Map<string, Shade> | null = null;
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i].replace(/(^|\s)#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    const head = /^\[(\w+)\]$/.exec(line);
    if (head) {
      if (!SHADES.has(head[1])) throw new ChanceryError('E063', `${file}:${i + 1}:2`, `"${head[1]}" is no modality`);
      shade = head[1] as Shade;
      map = null;
      continue;
    }
    const kind = /^(\w+):/.exec(line);
    if (kind) {
      if (!(kind[1] in maps)) throw new ChanceryError('E063', `${file}:${i + 1}:1`, `"${kind[1]}" is no kind of word`);
      map = maps[kind[1] as Kind];
      line = line.slice(kind[0].length);
    }
    if (!map || !shade)
      throw new ChanceryError('E063', `${file}:${i + 1}:1`, 'words stand under "[modality]" and "kind:"');
    for (const word of line.split(',')) {
      const entry = word.trim();
      if (entry !== '' && !map.has(entry)) map.set(entry, shade);
    }
  }
  return maps;
}
