// Mends what a parser often gets wrong in the long sentences of a wire, before patterns are tried on the tree.

import { coordinated } from '../actors/index.js';
import { changed, relation, type Sentence } from '../language/index.js';
import {
  afterInfinitive,
  bareRoot,
  betweens,
  fronted,
  named,
  paidIn,
  plansTo,
  saidAnd,
  saidDoing,
  saidList,
  saidWhile,
  timeClauses,
} from './mend-clauses.js';
import { agents, pairs, quotedAs, SET, slated, toldThat } from './mend-participles.js';
import { type Change, isNoun, reaches } from './mend-tools.js';

/** The sentence with its tree mended; itself where nothing was found. */
export function mended(sentence: Sentence): Sentence {
  const s = coordinated(sentence);
  const changes = [
    stranded,
    bareObjects,
    inverted,
    infinitives,
    bareClauses,
    farSubjects,
    readied,
    fronted,
    strayVerbs,
    conditions,
    particles,
    afterRelative,
    saidAnd,
    saidDoing,
    saidList,
    saidWhile,
    afterInfinitive,
    timeClauses,
    bareRoot,
    plansTo,
    named,
    betweens,
    paidIn,
    slated,
    agents,
    pairs,
    toldThat,
    quotedAs,
  ].flatMap((mend) => mend(s));
  if (changes.length === 0) return s;
  const head = s.head.slice();
  const deprel = s.deprel.slice();
  for (const { word, to, as } of changes) {
    head[word] = to;
    deprel[word] = as;
  }
  return isTree(head) ? changed(s, { head, deprel }) : s;
}

/** Two changes may not agree; a circle undoes them all. */
function isTree(head: Int32Array): boolean {
  for (let w = 0; w < head.length; w++) {
    let up = w;
    for (let i = 0; up >= 0; up = head[up], i++) if (i > head.length) return false;
  }
  return true;
}

/**
 * "Britain may take action and Mr Diaz of Spain said ...": the noun phrase between "and" and a verb without a subject is its subject,
 * and no second object of the clause before.
 */
function stranded(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size; v++) {
    const r = relation(s.deprel[v]);
    if ((r !== 'conj' && r !== 'advcl') || !/^VB[DZPN]$/.test(s.xpos[v])) continue;
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
    // "Rome and Paris slated for May" are no subject of a passive without its auxiliary.
    if (subject || (s.form[v + 1] === 'for' && SET.test(s.lemma[v]))) continue;
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
    if (!(relation(s.deprel[v]) === 'ccomp' || (s.deprel[v] === 'advcl' && isToldBefore(s, v, h))) || h < v) continue;
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

const TELLS = /^(say|tell|report|announce|add|state|disclose|note|confirm|claim)$/;

/** "Holm today signed a pact, the agency reported": a finite clause without a conjunction before a verb of saying is what is said. */
function isToldBefore(s: Sentence, v: number, h: number): boolean {
  if (h < v || !TELLS.test(s.lemma[h]) || !/^VB[DZP]$/.test(s.xpos[v])) return false;
  return !s.head.some((head, k) => head === v && k < v && s.deprel[k] === 'mark');
}

const READY = new Set('prepared determined resolved set poised willing ready committed pledged'.split(' '));

/** "he is prepared to lift the ban": who is prepared does it, nobody prepared him. */
function readied(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 1; v < s.size; v++) {
    if (!READY.has(s.form[v].toLowerCase())) continue;
    const kids = s.form.flatMap((_, k) => (s.head[k] === v ? [k] : []));
    const to = /^(?:committed|pledged)$/i.test(s.form[v]) && s.form[v + 1] === 'to';
    if (!(to || kids.some((k) => k > v && s.deprel[k] === 'xcomp')) || kids.some((k) => s.deprel[k] === 'obl:agent'))
      continue;
    for (const k of kids.filter((one) => one < v)) {
      if (s.deprel[k] === 'nsubj:pass' || (s.deprel[k] === 'expl' && s.upos[k] === 'PRON'))
        changes.push({ word: k, to: v, as: 'nsubj' });
      if (s.deprel[k] === 'aux:pass') changes.push({ word: k, to: v, as: 'cop' });
    }
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
