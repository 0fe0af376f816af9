// Reads codebook/plover.txt (types, quad classes, modes) and codebook/cameo.txt (codes with values, types, modes, contexts).

import { ChanceryError } from '../errors.js';
import type { PloverType } from '../records.js';

/** A PLOVER type. */
export interface TypeFacts {
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  readonly modes: ReadonlyMap<string, number>;
}

/** A CAMEO code. */
export interface CodeFacts {
  readonly goldstein: number;
  readonly type: PloverType | null;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly name: string;
}

/** Both tables. */
export interface Ontology {
  readonly types: ReadonlyMap<string, TypeFacts>;
  readonly cameo: ReadonlyMap<string, CodeFacts>;
}

/** Reads the two tables from their texts. */
export function readOntology(plover: string, cameo: string, file = 'cameo.txt'): Ontology {
  const types = new Map<string, TypeFacts & { modes: Map<string, number> }>();
  let current: { modes: Map<string, number> } | null = null;
  for (const [line, number] of content(plover)) {
    const words = line.trim().split(/\s+/);
    if (/^\s/.test(line)) {
      if (!current || !Number.isFinite(Number(words[1]))) {
        throw new ChanceryError('E064', `plover.txt:${number}`, 'a mode is a name and a score under a type');
      }
      current.modes.set(words[0], Number(words[1]));
      continue;
    }
    const quad = Number(words[1]);
    if (!(quad >= 1 && quad <= 4)) throw new ChanceryError('E064', `plover.txt:${number}`, 'quad is 1, 2, 3 or 4');
    const facts = { quad: quad as 1 | 2 | 3 | 4, score: Number(words[2]), modes: new Map<string, number>() };
    types.set(words[0], facts);
    current = facts;
  }
  const codes = new Map<string, CodeFacts>();
  for (const [line, number] of content(cameo)) {
    const [code, goldstein, type, mode, contexts, ...name] = line.trim().split(/\s+/);
    if (type !== '-' && !types.has(type)) throw new ChanceryError('E064', `${file}:${number}:1`, `${type} is no type`);
    codes.set(code, {
      goldstein: Number(goldstein),
      type: type === '-' ? null : (type as PloverType),
      mode: mode === '-' ? null : mode,
      contexts: contexts === '-' ? [] : contexts.split(','),
      name: name.join(' '),
    });
  }
  return { types, cameo: codes };
}

function* content(text: string): Generator<[string, number]> {
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/(^|\s)#.*$/, '').trimEnd();
    if (line.trim() !== '') yield [line, i + 1];
  }
}
