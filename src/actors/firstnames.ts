// The gender of a given name, from codebook/agents-firstnames.txt; unknown for names of both and for all others.

import { readFileSync } from 'node:fs';
import type { Gender } from './types.js';

let names: Map<string, Gender> | null = null;

/** Gender of a person by the first word of a name of `length` words; a lone word is a surname and tells nothing. */
export function genderOfName(first: string, length: number): Gender {
  if (length < 2) return '';
  names ??= readNames();
  return names.get(first.toLowerCase()) ?? '';
}

function readNames(): Map<string, Gender> {
  const found = new Map<string, Gender>();
  let gender: Gender = '';
  for (const raw of readFileSync(new URL('../../../codebook/agents-firstnames.txt', import.meta.url), 'utf8').split(
    '\n',
  )) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[(female|male)\]$/.exec(line);
    if (heading) gender = heading[1] === 'female' ? 'f' : 'm';
    else for (const name of line.toLowerCase().split(/\s+/)) found.set(name, gender);
  }
  return found;
}
