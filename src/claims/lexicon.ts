// The words of codebook/claims.txt, parsed once.

import { table, words } from '../commitments/index.js';

const SECTIONS = [
  'denying',
  'dismissing',
  'reports',
  'false',
  'naming',
  'denials',
  'doubting',
  'skeptical',
  'verifying',
  'evidence',
  'confirming',
  'asserting',
  'accusing',
  'counts',
] as const;

export type Lexicon = Readonly<Record<(typeof SECTIONS)[number], ReadonlySet<string>>>;

let loaded: Lexicon | undefined;

export function lexicon(): Lexicon {
  if (!loaded) {
    const from = table('claims.txt');
    const found: Partial<Record<(typeof SECTIONS)[number], ReadonlySet<string>>> = {};
    for (const section of SECTIONS) found[section] = words(from, section);
    loaded = found as Lexicon;
  }
  return loaded;
}
