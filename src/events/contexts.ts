// PLOVER contexts of a paragraph, by the words of codebook/contexts.txt. PLOVER codes context from the document or
// paragraph, mode from the sentence (PLOVER manual, "Contexts").

import type { Sentence } from '../language/index.js';

/** Context names by lemma, and by two lemmas joined with a blank. */
export type ContextTable = ReadonlyMap<string, string>;

/** Reads "context: word, two words" lines. */
export function readContexts(text: string): ContextTable {
  const table = new Map<string, string>();
  let name = '';
  for (const raw of text.split('\n')) {
    let line = raw.replace(/(^|\s)#.*$/, '');
    const head = /^(\w+):/.exec(line);
    if (head) {
      name = head[1];
      line = line.slice(head[0].length);
    }
    for (const word of line.split(','))
      if (word.trim() !== '' && name !== '') table.set(word.trim().toLowerCase(), name);
  }
  return table;
}

/** The contexts that the words of a sentence speak of. */
export function contextsOf(s: Sentence, table: ContextTable): readonly string[] {
  const found: string[] = [];
  let last = '';
  for (let i = 0; i < s.size; i++) {
    const lemma = s.lemma[i].toLowerCase();
    const context = table.get(`${last} ${lemma}`) ?? table.get(lemma);
    if (context !== undefined && !found.includes(context)) found.push(context);
    last = lemma;
  }
  return found;
}
