// Names made whole by the tree: the network knows a name by its words, the tree knows where its phrase ends.

import type { Name, Sentence } from './sentence.js';

const CAPITAL = /^\p{Lu}/u;
const FIRMS = /^(?:Inc|Ltd|Corp|Co|LLC|LLP|L\.P|Plc|PLC|S\.A|N\.V|GmbH)\.?$/;
const FAR = 6;

/** The names of a sentence, none inside another. `s.names` are those of the network. */
export function wholeNames(s: Sentence): Name[] {
  const names = s.names.map((name) => (name.type === 'ORG' ? extended(s, name) : name));
  let end = 0;
  return names.filter((name) => {
    if (name.first < end) return false;
    end = name.end;
    return true;
  });
}

/** "Parliament [of Norway]", "Popular Front [for the Liberation of Arland]", "Acme [, Inc.]": a body's name goes on over what hangs on it. */
function extended(s: Sentence, name: Name): Name {
  let end = name.end;
  for (let next = behind(s, name.first, end); next > end; next = behind(s, name.first, end)) end = next;
  return end === name.end ? name : { ...name, end };
}

function behind(s: Sentence, first: number, end: number): number {
  if (end < s.size && FIRMS.test(s.form[end])) return end + 1;
  if (end + 1 < s.size && s.form[end] === ',' && FIRMS.test(s.form[end + 1])) return end + 2;
  if (end >= s.size || !/^(?:of|for)$/i.test(s.form[end]) || FIRMS.test(s.form[end - 1])) return end;
  const head = s.head[end];
  if (head <= end || head > end + FAR || s.head[head] < first || s.head[head] >= end) return end;
  if (!CAPITAL.test(s.form[head]) || s.upos[head] === 'PRON') return end;
  for (let i = end + 1; i < head; i++)
    if (!CAPITAL.test(s.form[i]) && !(i === end + 1 && s.form[i] === 'the')) return end;
  let last = head;
  while (
    last + 1 < s.size &&
    s.head[last + 1] === head &&
    /^(?:flat|compound)/.test(s.deprel[last + 1]) &&
    CAPITAL.test(s.form[last + 1])
  )
    last++;
  // "Movement for Rights and Freedoms"
  const joined = last + 2;
  if (
    joined < s.size &&
    s.form[last + 1] === 'and' &&
    s.head[last + 1] === joined &&
    s.head[joined] === head &&
    CAPITAL.test(s.form[joined]) &&
    !s.names.some((other) => other.first === joined)
  )
    return joined + 1;
  return last + 1;
}
