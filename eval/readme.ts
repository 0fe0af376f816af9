// Puts what was measured between its marks in the README, so that no figure there is older than its command's last run.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` of README.md. */
export function intoReadme(name: string, content: string): void {
  if (!existsSync('README.md')) return;
  const readme = readFileSync('README.md', 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = readme.indexOf(open);
  const end = readme.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md has no place for "${name}"`);
  writeFileSync('README.md', `${readme.slice(0, start + open.length)}\n\n${content}\n\n${readme.slice(end)}`);
}
