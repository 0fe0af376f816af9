// `npm start`: installs and builds, shows a short reading, files the sample crisis into a record of its own and opens the desk on it.
// `npm start -- --store FILE` opens one's own record instead. Every other option goes to `chancery desk`.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const CLI = join('dist', 'src', 'cli', 'main.js');
const SAMPLE = join('samples', '2061-06-03-strait.txt');
const CRISIS = ['samples/2046-05-12-nile-*.txt', 'samples/crisis'];
const RECORD = join('.cache', 'crisis.db');
const STAMP = join('.cache', 'crisis.stamp');

execFileSync(process.execPath, [join('scripts', 'setup.mjs')], { stdio: 'inherit' });
execFileSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});

const given = process.argv.slice(2);
const own = given.some((word) => word === '--store' || word.startsWith('--store=')) || process.env.CHANCERY_STORE;
if (!own) {
  console.log(`A reading of ${SAMPLE.replaceAll('\\', '/')}:\n`);
  execFileSync(process.execPath, [CLI, 'read', SAMPLE], { stdio: 'inherit' });
  await fileCrisis();
}

const desk = spawn(
  process.execPath,
  [CLI, 'desk', ...(own ? [] : ['--store', RECORD]), ...(process.stdout.isTTY ? ['--open'] : []), ...given],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => desk.kill(signal));
desk.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));

/** Files the crisis, unless this very program has filed it already. What an analyst added to the record stays. */
async function fileCrisis() {
  const stamp = fingerprint(['dist/src', 'codebook', 'gazetteer', 'models', 'samples']);
  if (existsSync(RECORD) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  mkdirSync('.cache', { recursive: true });
  // Read by an earlier program and untouched since: read anew. Where somebody filed or marked something, nothing is thrown away.
  if (existsSync(RECORD) && !(await touched()))
    for (const end of ['', '-wal', '-shm']) rmSync(RECORD + end, { force: true });
  console.log('\nFiling the sample crisis: two months of 2046 on the Blue Nile, invented for this project.');
  execFileSync(process.execPath, [CLI, 'file', '--store', RECORD, ...CRISIS], { stdio: 'inherit' });
  writeFileSync(STAMP, stamp);
}

async function touched() {
  const { openStore } = await import('../dist/src/store/index.js');
  let store;
  try {
    store = await openStore(RECORD);
  } catch {
    // A version that computes stories and incidents otherwise asks for its projections to be made anew.
    execFileSync(process.execPath, [CLI, 'rebuild', '--store', RECORD], { stdio: 'ignore' });
    store = await openStore(RECORD);
  }
  try {
    const rows = await store.db.selectFrom('log').select(['kind', 'source']).execute();
    return rows.some(({ kind, source }) => kind !== 'dispatch' || !source?.startsWith('samples/'));
  } finally {
    await store.close();
  }
}

function fingerprint(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts') && !entry.name.endsWith('.map'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}
