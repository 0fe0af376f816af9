// Names side by side that a parser took for one and its apposition, or for two subjects of one verb: "President Holm and Bordurian
// Premier Abel Moss spoke", "Holm, Moss speak"; and who does what "with ... -ing" tells. Coordination in Universal Dependencies: the second hangs on the first as `conj`.

import { changed, relation, type Sentence } from '../language/index.js';

/** The sentence with such names joined; itself where there are none. */
export function coordinated(s: Sentence): Sentence {
  let head: Int32Array | null = null;
  let deprel: string[] | null = null;
  const join = (word: number, to: number, as = 'conj'): void => {
    head ??= s.head.slice();
    deprel ??= [...s.deprel];
    head[word] = to;
    deprel[word] = as;
  };
  for (let w = 2; w < s.size; w++) {
    const h = s.head[w];
    if (h < 0) continue;
    if (s.deprel[w] === 'obl' && w < h && s.xpos[h] === 'VBG' && relation(s.deprel[h]) === 'advcl' && isWith(s, w, h)) {
      join(w, h, 'nsubj');
      continue;
    }
    if (s.deprel[w] === 'appos' && h < w && isAnd(s, w)) join(w, h);
    else if (relation(s.deprel[w]) === 'nsubj' && w < h && isName(s, w)) {
      const other = besides(s, w, h);
      if (other >= 0) join(w, other);
    }
  }
  return head && deprel ? changed(s, { head, deprel }) : s;
}

function isName(s: Sentence, w: number): boolean {
  return s.upos[w] === 'PROPN' || s.upos[w] === 'NOUN';
}

/** True where an "and" opens the phrase. */
function isAnd(s: Sentence, w: number): boolean {
  for (let c = w - 1; c >= 0 && c > w - 8; c--)
    if (s.head[c] === w && s.deprel[c] === 'cc') return /^(?:and|&)$/i.test(s.form[c]);
  return false;
}

/** "With both sides accusing each other": what stands between "with" and a gerund does it. */
function isWith(s: Sentence, w: number, verb: number): boolean {
  let opened = false;
  for (let k = verb - 1; k >= 0 && k > verb - 12; k--) {
    if (s.head[k] !== verb && s.head[k] !== w) continue;
    if (s.head[k] === verb && relation(s.deprel[k]) === 'nsubj') return false;
    if (k < w && s.deprel[k] === 'mark' && s.form[k].toLowerCase() === 'with') opened = true;
  }
  return opened && isName(s, w);
}

/** Another subject of the same verb with nothing but a comma between the two, and none before the verb; or -1. */
function besides(s: Sentence, w: number, verb: number): number {
  let comma = -1;
  for (let c = w - 1; c >= 0 && c > w - 5; c--) {
    if (s.form[c] === ',') {
      comma = c;
      break;
    }
    if (s.head[c] !== w) return -1;
  }
  for (let c = w + 1; c < verb; c++) if (s.form[c] === ',') return -1;
  if (comma < 1) return -1;
  for (let c = comma - 1; c >= 0 && c > comma - 4; c--)
    if (s.head[c] === verb && relation(s.deprel[c]) === 'nsubj' && isName(s, c)) return c;
  return -1;
}
