// Which program and which codebook: kept with everything that is filed.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url);

export function programVersion(): string {
  return (JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string }).version;
}

/** A fingerprint of the codebook, the gazetteer and a user's own codebooks: 12 hexadecimal digits. */
export function codebookVersion(extra: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const folder of [new URL('codebook/', ROOT), new URL('gazetteer/', ROOT), ...extra]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort();
    for (const path of files) hash.update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 12);
}
