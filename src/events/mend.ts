// Mends what a parser often gets wrong in the long sentences of a wire, before patterns are tried on the tree.

import { relation, type Sentence } from '../language/index.js';

/** The sentence with its tree mended; itself where nothing was found. */
export function mended(s: Sentence): Sentence {
  const changes = [
    stranded,
    bareObjects,
    inverted,
    infinitives,
    bareClauses,
    farSubjects,
    strayVerbs,
    conditions,
    particles,
    afterRelative,
    saidAnd,
    saidDoing,
    afterInfinitive,
    timeClauses,
    bareRoot,
    named,
    betweens,
    paidIn,
  ].flatMap((mend) => mend(s));
  if (changes.length === 0) return s;
  const head = s.head.slice();
  const deprel = s.deprel.slice();
  for (const { word, to, as } of changes) {
    head[word] = to;
    deprel[word] = as;
  }
  return isTree(head) ? { ...s, head, deprel } : s;
}

/** Two changes may not agree; a circle undoes them all. */
function isTree(head: Int32Array): boolean {
  for (let w = 0; w < head.length; w++) {
    let up = w;
    for (let i = 0; up >= 0; up = head[up], i++) if (i > head.length) return false;
  }
  return true;
}

interface Change {
  readonly word: number;
  readonly to: number;
  readonly as: string;
}

const isNoun = (s: Sentence, w: number): boolean => s.upos[w] === 'NOUN' || s.upos[w] === 'PROPN';

/**
 * "Britain may take action and Mr Diaz of Spain said ...": the noun phrase between "and" and a verb without a subject is its subject,
 * and no second object of the clause before.
 */
function stranded(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size; v++) {
    if (!/^VB[DZPN]$/.test(s.xpos[v]) || !/^(conj|advcl)$/.test(relation(s.deprel[v]))) continue;
    let end = v - 1;
    while (end > 0 && /^(AUX|ADV|PART)$/.test(s.upos[end])) end--;
    if (!isNoun(s, end)) continue;
    let and = -1;
    let subject = false;
    for (let k = 0; k < s.size; k++) {
      if (s.head[k] !== v) continue;
      const d = relation(s.deprel[k]);
      if (d === 'nsubj' || d === 'csubj' || d === 'expl' || d === 'mark') subject = true;
      if (d === 'cc' && k < v) and = k;
    }
    if (subject) continue;
    // The "and" may have gone with the noun.
    if (and < 0)
      for (let k = v - 1; k > v - 9 && k > 0 && and < 0; k--) if (s.upos[k] === 'CCONJ' && s.head[k] < v) and = k;
    if (and < 0 || v - and > 16) continue;
    const heads: number[] = [];
    for (let w = and + 1; w < v; w++)
      if (isNoun(s, w) && relation(s.deprel[w]) === 'conj' && s.head[w] >= 0 && s.head[w] < and) heads.push(w);
    const top = heads.at(-1) ?? -1;
    if (heads.length === 1 && reaches(s, end, top)) changes.push({ word: top, to: v, as: 'nsubj' });
  }
  return changes;
}

/** True when `word` is `top` or hangs below it. */
function reaches(s: Sentence, word: number, top: number): boolean {
  for (let w = word, i = 0; w >= 0 && i < 10; w = s.head[w], i++) if (w === top) return true;
  return false;
}

/** "says it wants guarantees NATO will not expand": a bare noun behind a verb without an object is its object, no clause. */
function bareObjects(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let w = 1; w < s.size; w++) {
    if (relation(s.deprel[w]) !== 'ccomp' || s.upos[w] !== 'NOUN' || s.head[w] > w) continue;
    let first = w;
    let bare = true;
    for (let k = 0; k < s.size && bare; k++) {
      if (s.head[k] !== w) continue;
      const d = relation(s.deprel[k]);
      if (d === 'cop' || d === 'nsubj' || d === 'mark' || d === 'aux' || d === 'expl') bare = false;
      if (k < first) first = k;
    }
    while (first > 0 && (s.head[first - 1] === first || reaches(s, first - 1, w))) first--;
    const verb = first - 1;
    if (!bare || verb < 0 || s.upos[verb] !== 'VERB') continue;
    for (let k = 0; k < s.size && bare; k++) {
      const d = relation(s.deprel[k]);
      if (s.head[k] === verb && k !== w && (d === 'obj' || d === 'xcomp' || d === 'ccomp')) bare = false;
    }
    if (bare) changes.push({ word: w, to: verb, as: 'obj' });
  }
  return changes;
}

/** "would act should Serbia invade": a verb whose auxiliary stands before its subject is an if-clause of the verb before it. */
function inverted(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let a = 2; a < s.size; a++) {
    if (relation(s.deprel[a]) !== 'aux' || !/^(should|had|were)$/.test(s.form[a])) continue;
    const v = s.head[a];
    const d = relation(s.deprel[v]);
    if (v < a || d === 'advcl' || d === 'acl' || d === 'root' || /^(CCONJ|SCONJ|PUNCT)$/.test(s.upos[a - 1])) continue;
    let turned = false;
    for (let k = 0; k < v; k++) {
      if (s.head[k] !== v) continue;
      if (relation(s.deprel[k]) === 'nsubj') turned = k > a;
      if (k < a && relation(s.deprel[k]) !== 'advmod') turned = false;
    }
    let up = a - 1;
    while (up >= 0 && s.upos[up] !== 'VERB') up--;
    if (turned && up >= 0 && !reaches(s, up, v)) changes.push({ word: v, to: up, as: 'advcl' });
  }
  return changes;
}

const OPEN =
  /^(plan|threaten|vow|agree|refuse|decline|want|try|attempt|seek|intend|hope|promise|pledge|prepare|decide|fail|aim|offer|resolve|consent|refuse|vote)$/;

/** "denied planning to attack": an infinitive right behind such a verb is what is planned, no purpose. */
function infinitives(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size; v++) {
    const h = s.head[v];
    if (
      relation(s.deprel[v]) === 'advcl' &&
      h >= 0 &&
      s.form[h + 1] === 'to' &&
      s.head[h + 1] === v &&
      OPEN.test(s.lemma[h])
    )
      changes.push({ word: v, to: h, as: 'xcomp' });
  }
  return changes;
}

/** "ruled out taking": the particle goes with its verb. */
function particles(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let p = 1; p < s.size - 1; p++) {
    const v = s.head[p];
    if (relation(s.deprel[p]) !== 'mark' || !/^(out|off|up|down)$/.test(s.form[p]) || v < p || s.head[v] !== p - 1)
      continue;
    if (s.xpos[v] === 'VBG' && s.upos[p - 1] === 'VERB')
      changes.push({ word: p, to: p - 1, as: 'compound:prt' }, { word: v, to: p - 1, as: 'xcomp' });
  }
  return changes;
}

/** "Russia, which opposes bombing, called for talks": a sentence without a verb goes on behind its relative clause. */
function afterRelative(s: Sentence): Change[] {
  const root = s.head.indexOf(-1);
  if (root < 0 || !isNoun(s, root)) return [];
  for (let v = root + 3; v < s.size; v++) {
    const r = s.head[v];
    if (
      r < 0 ||
      s.head[r] !== root ||
      s.deprel[r] !== 'acl:relcl' ||
      s.form[v - 1] !== ',' ||
      !/^VB[DZP]$/.test(s.xpos[v])
    )
      continue;
    if (s.head.some((head, k) => head === v && relation(s.deprel[k]) === 'nsubj')) continue;
    return [
      { word: v, to: -1, as: 'root' },
      { word: root, to: v, as: 'nsubj' },
    ];
  }
  return [];
}

const TOLD = /^(guarantee|assurance|promise|pledge|commitment|evidence|proof|sign|undertaking)$/;

/** "wants guarantees the United States will not deploy missiles": a clause without "that" right behind such a noun belongs to it. */
function bareClauses(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 3; v < s.size; v++) {
    if (relation(s.deprel[v]) !== 'ccomp' || s.head[v] > v || s.upos[v] !== 'VERB') continue;
    let first = v;
    for (let w = s.head[v] + 1; w < first; w++) if (reaches(s, w, v)) first = w;
    const noun = first - 1;
    if (noun > s.head[v] && s.upos[noun] === 'NOUN' && TOLD.test(s.lemma[noun]))
      changes.push({ word: v, to: noun, as: 'acl' });
  }
  return changes;
}

/** "Jets struck near the town, officials said": of two subjects of the last verb the first is the subject of what is said. */
function farSubjects(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 1; v < s.size; v++) {
    const h = s.head[v];
    if (relation(s.deprel[v]) !== 'ccomp' || h < v) continue;
    let first = -1;
    let subjects = 0;
    let own = false;
    let passive = false;
    for (let k = 0; k < s.size; k++) {
      const subject = relation(s.deprel[k]) === 'nsubj';
      if (s.head[k] === h && subject) {
        subjects++;
        if (first < 0) first = k;
      }
      if (s.head[k] === v && (subject || relation(s.deprel[k]) === 'csubj' || relation(s.deprel[k]) === 'expl'))
        own = true;
      if (s.head[k] === v && s.deprel[k] === 'aux:pass') passive = true;
    }
    if (!own && subjects > 1 && first < v) changes.push({ word: first, to: v, as: passive ? 'nsubj:pass' : 'nsubj' });
  }
  return changes;
}

/** "said it would not yield under the threat of force and called on Russia": a past tense beside a noun goes on from the verb above. */
function strayVerbs(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 3; v < s.size; v++) {
    const h = s.head[v];
    if (
      relation(s.deprel[v]) !== 'conj' ||
      h < 0 ||
      h > v ||
      !isNoun(s, h) ||
      !/^VB[DN]$/.test(s.xpos[v]) ||
      s.upos[v] !== 'VERB'
    )
      continue;
    let bare = true;
    for (let k = 0; k < s.size; k++) if (s.head[k] === v && /^(nsubj|aux)/.test(s.deprel[k])) bare = false;
    let up = h;
    while (up >= 0 && !/^VB[DZP]$/.test(s.xpos[up])) up = s.head[up];
    if (bare && up >= 0 && s.upos[v - 1] === 'CCONJ') changes.push({ word: v, to: up, as: 'conj' });
  }
  return changes;
}

const ASKING = /^(ask|wonder|know|see|doubt|question|decide|consider|determine|matter)$/;

function isNot(s: Sentence, v: number): boolean {
  return s.head.some((head, k) => head === v && /^(not|n't|n’t|never)$/i.test(s.form[k]));
}

/** "even if a truce were reached", "provided the forces stopped": if-clauses that were taken for objects. */
function conditions(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let w = 1; w < s.size; w++) {
    const v = s.head[w];
    if (v < 0) continue;
    const form = s.form[w].toLowerCase();
    if ((form === 'if' || form === 'unless') && relation(s.deprel[w]) === 'mark' && relation(s.deprel[v]) === 'ccomp') {
      const h = s.head[v];
      if (h < 0 || ASKING.test(s.lemma[h])) continue;
      // Of what is said, not of the saying: the clause before it, or the one behind it.
      const said = /^(say|tell|warn|add)$/.test(s.lemma[h]);
      let host = h;
      for (let k = 0; k < s.size && said; k++)
        if (k !== v && s.head[k] === h && relation(s.deprel[k]) === 'ccomp' && k > h) host = k;
      if (said && (host === h || isNot(s, h))) continue;
      changes.push({ word: v, to: host, as: 'advcl' });
    } else if (form === 'provided' && s.deprel[w] === 'advcl' && v > w && s.form[w - 1] === ',') {
      const subject = s.head.findIndex(
        (head, k) => head === w && k < v && isNoun(s, k) && relation(s.deprel[k]) === 'obj',
      );
      let host = w - 1;
      while (host >= 0 && s.upos[host] !== 'VERB') host--;
      if (subject < 0 || host < 0 || reaches(s, host, v)) continue;
      changes.push(
        { word: subject, to: v, as: 'nsubj' },
        { word: w, to: v, as: 'mark' },
        { word: v, to: host, as: 'advcl' },
      );
    }
  }
  return changes;
}

const SAYING = /^(say|tell|add|report|announce|state|declare|claim|note)$/;
const SPOKEN =
  /^(accuse|urge|call|condemn|warn|demand|vow|threaten|ask|denounce|criticise|criticize|blame|appeal|deny|reject|pledge|promise|thank|praise|welcome|offer|invite|refuse|apologise|apologize)$/;

const hasSubject = (s: Sentence, v: number): boolean =>
  s.head.some((head, k) => head === v && /^(nsubj|csubj|expl)/.test(s.deprel[k]));

/** "said the reports were baseless and warned the U.S.": words spoken go on from the saying, where what is said is in another tense or voice. */
function saidAnd(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 3; v < s.size; v++) {
    const h = s.head[v];
    if (relation(s.deprel[v]) !== 'conj' || h < 0 || h > v || s.xpos[v] !== 'VBD' || !SPOKEN.test(s.lemma[v])) continue;
    const u = s.head[h];
    if (relation(s.deprel[h]) !== 'ccomp' || u < 0 || s.xpos[u] !== 'VBD' || !SAYING.test(s.lemma[u])) continue;
    if (hasSubject(s, v)) continue;
    const passive = s.head.some((head, k) => head === h && s.deprel[k] === 'aux:pass');
    if (passive || s.xpos[h] !== 'VBD') changes.push({ word: v, to: u, as: 'conj' });
  }
  return changes;
}

/** "said no jets had crossed, contradicting a report": who says it contradicts. */
function saidDoing(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 3; v < s.size; v++) {
    const h = s.head[v];
    if (relation(s.deprel[v]) !== 'advcl' || s.xpos[v] !== 'VBG' || h < 0 || h > v || s.form[v - 1] !== ',') continue;
    if (!SPOKEN.test(s.lemma[v]) && !/^(contradict|dismiss|refute|defy|rebut|repeat|echo|cite)$/.test(s.lemma[v]))
      continue;
    const u = s.head[h];
    if (relation(s.deprel[h]) === 'ccomp' && u >= 0 && SAYING.test(s.lemma[u]) && !hasSubject(s, v))
      changes.push({ word: v, to: u, as: 'advcl' });
  }
  return changes;
}

/** "called on him to withdraw the bill and demanded an inquiry": a past tense goes on from a past tense, not from an infinitive. */
function afterInfinitive(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 3; v < s.size; v++) {
    const h = s.head[v];
    if (relation(s.deprel[v]) !== 'conj' || h < 0 || h > v || !/^VB[DZ]$/.test(s.xpos[v]) || s.xpos[h] !== 'VB')
      continue;
    if (hasSubject(s, v) || !s.head.some((head, k) => head === h && s.form[k].toLowerCase() === 'to')) continue;
    let up = s.head[h];
    while (up >= 0 && !/^VB[DZPN]$/.test(s.xpos[up])) up = s.head[up];
    if (up >= 0) changes.push({ word: v, to: up, as: 'conj' });
  }
  return changes;
}

/** "after an earthquake killed thousands": what stands between such a word and a finite verb without a subject is its subject. */
function timeClauses(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size; v++) {
    if (!/^VB[DZP]$/.test(s.xpos[v]) || relation(s.deprel[v]) !== 'advcl' || hasSubject(s, v)) continue;
    for (let k = 1; k < v; k++) {
      if ((s.head[k] !== v && s.head[k] !== s.head[v]) || relation(s.deprel[k]) !== 'obl' || !isNoun(s, k)) continue;
      let between = true;
      for (let w = k + 1; w < v && between; w++) between = reaches(s, w, k) || /^(AUX|ADV|PART)$/.test(s.upos[w]);
      const mark = s.head.findIndex(
        (head, c) => head === k && /^(after|before|since|until|as|once)$/i.test(s.form[c]) && s.deprel[c] === 'case',
      );
      if (between && mark >= 0) {
        changes.push({ word: k, to: v, as: 'nsubj' }, { word: mark, to: v, as: 'mark' });
        break;
      }
    }
  }
  return changes;
}

/** "The opposition called on him to go.": a sentence whose only verb was taken for a participle of its first noun. */
function bareRoot(s: Sentence): Change[] {
  const root = s.head.indexOf(-1);
  if (root < 0 || !isNoun(s, root) || !/^[.!?]$/.test(s.form[s.size - 1] ?? '')) return [];
  let verb = -1;
  for (let k = 0; k < s.size; k++) {
    if (s.head[k] !== root) continue;
    if (/^(cop|nsubj|csubj|parataxis|acl:relcl)/.test(s.deprel[k])) return [];
    if (s.deprel[k] === 'acl' && s.xpos[k] === 'VBN' && k > root && verb < 0) verb = k;
  }
  if (verb < 0 || s.form[verb - 1] === ',') return [];
  for (let k = root + 1; k < verb; k++) if (!reaches(s, k, root) || s.upos[k] === 'VERB') return [];
  // An agent makes it a true participle: "a bill passed by the house".
  if (s.head.some((head, k) => head === verb && (s.deprel[k] === 'obl:agent' || s.deprel[k] === 'aux:pass'))) return [];
  if (!/ed$/.test(s.form[verb])) return [];
  return [
    { word: verb, to: -1, as: 'root' },
    { word: root, to: verb, as: 'nsubj' },
  ];
}

/** "called the Ugandan decision illegal": the noun before the adjective is what is called so. */
function named(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let w = 2; w < s.size; w++) {
    const a = s.head[w];
    if (a !== w + 1 || !isNoun(s, w) || s.upos[a] !== 'ADJ' || relation(s.deprel[w]) !== 'compound') continue;
    const v = s.head[a];
    if (v < 0 || v > w || !/^(call|label|brand|term|deem|consider|declare|find|make|think)$/.test(s.lemma[v])) continue;
    if (s.head.some((head, k) => head === v && relation(s.deprel[k]) === 'obj')) continue;
    const moved: Change[] = [];
    for (let k = v + 1; k < w; k++) if (s.head[k] === a) moved.push({ word: k, to: w, as: s.deprel[k] });
    changes.push({ word: w, to: v, as: 'obj' }, { word: a, to: v, as: 'xcomp' }, ...moved);
  }
  return changes;
}

/** "a truce between Israel and the armed group Hezbollah": what "and" joins behind "between" is the other side. */
function betweens(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let w = 1; w < s.size; w++) {
    if (s.form[w] !== 'between' || s.deprel[w] !== 'case') continue;
    const a = s.head[w];
    const n = s.head[a];
    if (n < 0 || n > w || a < w || s.head.some((head, k) => head === a && relation(s.deprel[k]) === 'conj')) continue;
    for (let c = a + 1; c < s.size; c++) {
      if (s.head[c] !== n || relation(s.deprel[c]) !== 'conj' || !isNoun(s, c)) continue;
      const and = s.head.findIndex((head, k) => head === c && k < c && s.deprel[k] === 'cc');
      if (and > a && and - a <= 4) changes.push({ word: c, to: a, as: 'conj' });
      break;
    }
  }
  return changes;
}

const MONEY = /^(\$|€|£|dollar|dlr|euro|pound|yen|million|billion|mln|bln)$/i;

/** "suspended 300 million dollars in aid": what the sum is in belongs to the sum. */
function paidIn(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let w = 3; w < s.size; w++) {
    const v = s.head[w];
    if (v < 0 || v > w || relation(s.deprel[w]) !== 'obl' || !isNoun(s, w)) continue;
    const obj = s.head.findIndex((head, k) => head === v && relation(s.deprel[k]) === 'obj');
    if (obj < v || obj > w || !MONEY.test(s.lemma[obj])) continue;
    const prep = s.head.findIndex((head, k) => head === w && s.form[k] === 'in' && s.deprel[k] === 'case');
    if (prep > obj && (prep === obj + 1 || reaches(s, prep - 1, obj))) changes.push({ word: w, to: obj, as: 'nmod' });
  }
  return changes;
}
