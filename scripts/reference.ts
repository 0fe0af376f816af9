// Makes `docs/reading.md` from the comments of `src/records.ts`. The file has one regular shape: sections, interfaces and
// unions, a comment before each of them and before each field that needs one.

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const RECORDS = new URL('../../src/records.ts', import.meta.url);
export const REFERENCE = new URL('../../docs/reading.md', import.meta.url);

/** The reference as Markdown. */
export function reference(source: string): string {
  const out: string[] = [
    '# The Reading',
    '',
    'What `chancery read` gives for one dispatch, and `read()` in the library. This page is made from the comments of',
    '`src/records.ts` by `npm run docs`; do not change it by hand.',
    '',
  ];
  let comment: string[] = [];
  let inComment = false;
  let inUnion = false;
  const flush = (): string => {
    const text = comment.join(' ').replace(/\s+/g, ' ').trim();
    comment = [];
    const [said, ...examples] = text.split(' @example ').map((part) => part.replace(/^@example /, ''));
    const shown = examples.map((example) => `\`${example.trim()}\``).join(', ');
    return shown ? `${said} For example ${shown}.` : said;
  };
  for (const line of source.split('\n')) {
    const section = /^\/\/ -{5,} (.+)$/.exec(line);
    if (section) out.push(`## ${section[1][0].toUpperCase()}${section[1].slice(1)}`, '');
    if (/^\s*\/\*\*/.test(line)) inComment = true;
    if (inComment) {
      comment.push(line.replace(/^\s*\/?\*+\/?/, '').replace(/\*\/\s*$/, ''));
      if (line.includes('*/')) inComment = false;
      continue;
    }
    const named = /^export (interface|type) (\w+)(?: extends (\w+))?/.exec(line);
    if (named) {
      out.push(`### ${named[2]}`, '', flush(), '');
      if (named[3]) out.push(`Has all fields of [${named[3]}](#${named[3].toLowerCase()}), and:`, '');
      if (named[1] === 'interface') out.push('| field | type | meaning |', '|---|---|---|');
      else if (line.includes('=') && line.trimEnd().endsWith(';'))
        out.push(`\`${line.split('= ')[1].replace(';', '')}\``, '');
      else inUnion = true;
      continue;
    }
    if (inUnion) {
      const value = /^\s*\| (.+?);?$/.exec(line);
      if (value) out.push(`- \`${value[1]}\``);
      if (line.trimEnd().endsWith(';')) {
        inUnion = false;
        out.push('');
      }
      continue;
    }
    const field = /^ {2}readonly (\w+\??): (.+);$/.exec(line);
    if (field)
      out.push(
        `| \`${field[1]}\` | \`${field[2].replaceAll('readonly ', '').replaceAll('|', '\\|')}\` | ${flush().replaceAll('|', '\\|')} |`,
      );
    else if (line === '}') out.push('');
    else if (line.trim() === '' || line.startsWith('//')) comment = [];
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(REFERENCE, reference(readFileSync(RECORDS, 'utf8')));
}
