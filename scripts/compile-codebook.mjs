// Compiles codebook/ into one file beside the code that reads it, so that a start does not pay for it. Runs after tsc in every build.
// A fault in the codebook is told and does not stop the build: the program reads the texts then, and says the same.
import { readFileSync, writeFileSync } from 'node:fs';

try {
  const { loadBook, OWN_FOLDER } = await import('../dist/src/events/book.js');
  const { COMPILED_FILE, packBook, stampOf } = await import('../dist/src/events/compiled.js');
  const stamp = stampOf(OWN_FOLDER);
  let known = '';
  try {
    known = readFileSync(COMPILED_FILE, 'utf8');
  } catch {}
  if (!known.includes(`"stamp":"${stamp}"`)) writeFileSync(COMPILED_FILE, packBook(loadBook(OWN_FOLDER), stamp));
} catch (fault) {
  console.error(`The codebook was not compiled: ${fault.message}`);
}
