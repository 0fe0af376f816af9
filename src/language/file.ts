// Reads a model that comes with the package. Bundlers for browsers take file-browser.ts instead (see "browser" in package.json).

import { readFileSync } from 'node:fs';

/** The bytes of models/`name`. */
export function modelFile(name: string): Uint8Array {
  return readFileSync(new URL(`../../../models/${name}`, import.meta.url));
}
