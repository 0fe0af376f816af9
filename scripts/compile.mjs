// Compiles codebook/ and gazetteer/ into one file each beside the code that reads them, so that a start does not pay for it.
// Runs after tsc in every build. A fault in them is told and does not stop the build: the program reads the texts then, and says the same.
import { readFileSync, writeFileSync } from 'node:fs';

/** Writes a file anew where its stamp is not the one it should have. */
function refresh(file, mark, make) {
  let known = '';
  try {
    known = readFileSync(file, 'utf8');
  } catch {}
  if (!known.includes(mark)) writeFileSync(file, make());
}

try {
  const { loadBook, OWN_FOLDER } = await import('../dist/src/events/book.js');
  const { COMPILED_FILE, packBook, stampOf } = await import('../dist/src/events/compiled.js');
  const stamp = stampOf(OWN_FOLDER);
  refresh(COMPILED_FILE, `"stamp":"${stamp}"`, () => packBook(loadBook(OWN_FOLDER), stamp));
} catch (fault) {
  console.error(`The codebook was not compiled: ${fault.message}`);
}
try {
  const { COMPILED_FILE, packTables, stampOf } = await import('../dist/src/gazetteer/compiled.js');
  const { OWN_TABLES, readTables } = await import('../dist/src/gazetteer/tables.js');
  const stamp = stampOf(OWN_TABLES);
  refresh(COMPILED_FILE, stamp, () => packTables(readTables(OWN_TABLES), stamp));
} catch (fault) {
  console.error(`The gazetteer was not compiled: ${fault.message}`);
}
