// Mends of clauses and of what joins them: words spoken that go on from the saying, time clauses, a root taken for a participle, pairs and sums.

import { relation, type Sentence } from '../language/index.js';
import { type Change, isNoun, reaches } from './mend-tools.js';

const SAYING = /^(say|tell|add|report|announce|state|declare|claim|note)$/;
const SPOKEN =
  /^(accuse|urge|call|condemn|warn|demand|vow|threaten|ask|denounce|criticise|criticize|blame|appeal|deny|reject|pledge|promise|thank|praise|welcome|offer|invite|refuse|apologise|apologize)$/;

const hasSubject = (s: Sentence, v: number): boolean =>
  s.head.some((head, k) => head === v && /^(nsubj|csubj|expl)/.test(s.deprel[k]));

/** "said the reports were baseless and warned the U.S.": words spoken go on from the saying, where what is said is in another tense or voice. */
export function saidAnd(s: Sentence): Change[] {
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
export function saidDoing(s: Sentence): Change[] {
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

/** "said they had deposed him, suspended the vote and closed the border": a second thing said without a subject goes on from the first. */
export function saidList(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 4; v < s.size; v++) {
    const u = s.head[v];
    if (relation(s.deprel[v]) !== 'ccomp' || u < 0 || u > v || !SAYING.test(s.lemma[u]) || s.form[v - 1] !== ',')
      continue;
    if (!/^VB[DN]$/.test(s.xpos[v]) || hasSubject(s, v)) continue;
    const first = s.head.findIndex(
      (head, k) => head === u && k > u && k < v && relation(s.deprel[k]) === 'ccomp' && /^VB/.test(s.xpos[k]),
    );
    if (first >= 0 && hasSubject(s, first)) changes.push({ word: v, to: first, as: 'conj' });
  }
  return changes;
}

/** "Holm said it was over, while Gladz said talks could go on": what the second says hangs on the second. */
export function saidWhile(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 3; v < s.size; v++) {
    const h = s.head[v];
    if (relation(s.deprel[v]) !== 'advcl' || h < v || !SAYING.test(s.lemma[v]) || !hasSubject(s, v)) continue;
    const u = s.head[h];
    if (relation(s.deprel[h]) !== 'ccomp' || u < 0 || u > v || !SAYING.test(s.lemma[u])) continue;
    const marked = s.head.some((head, k) => head === v && /^(while|whereas|but|and)$/i.test(s.form[k]));
    const first = s.head.some((head, k) => head === u && k > u && k < v && relation(s.deprel[k]) === 'ccomp');
    if (marked && first) changes.push({ word: v, to: u, as: 'advcl' }, { word: h, to: v, as: 'ccomp' });
  }
  return changes;
}

/** "called on him to withdraw the bill and demanded an inquiry": a past tense goes on from a past tense, not from an infinitive. */
export function afterInfinitive(s: Sentence): Change[] {
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
export function timeClauses(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size; v++) {
    if (!/^VB[DZP]$/.test(s.xpos[v]) || relation(s.deprel[v]) !== 'advcl' || hasSubject(s, v)) continue;
    for (let k = 1; k < v; k++) {
      const h = s.head[k];
      // The noun may have gone to the object before it: "expelled two envoys after Chad bombed the town".
      const near = h === v || h === s.head[v] || (h >= 0 && h < k && s.head[h] === s.head[v]);
      if (!near || !/^(obl|nmod)$/.test(relation(s.deprel[k])) || !isNoun(s, k)) continue;
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
export function bareRoot(s: Sentence): Change[] {
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
export function named(s: Sentence): Change[] {
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
export function betweens(s: Sentence): Change[] {
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

/** "The minister plans to visit China.": a sentence whose only verb was taken for a noun in the plural before its infinitive. */
export function plansTo(s: Sentence): Change[] {
  const root = s.head.indexOf(-1);
  if (root < 0 || !isNoun(s, root) || !/^[.!?]$/.test(s.form[s.size - 1] ?? '')) return [];
  for (let w = root + 1; w + 2 < s.size; w++) {
    if (s.form[w + 1] !== 'to' || s.xpos[w + 2] !== 'VB' || s.head[w + 2] !== w) continue;
    if (!/^(plans|aims|hopes|vows|seeks|offers|threatens|refuses|intends|promises|pledges)$/.test(s.form[w])) return [];
    for (let k = 0; k < w; k++) if (s.head[k] === w || /^VB[DZP]$/.test(s.xpos[k])) return [];
    return [
      { word: w, to: -1, as: 'root' },
      { word: root, to: w, as: 'nsubj' },
      { word: w + 2, to: w, as: 'xcomp' },
    ];
  }
  return [];
}

const MONEY = /^(\$|€|£|dollar|dlr|euro|pound|yen|million|billion|mln|bln)$/i;

/** "suspended 300 million dollars in aid": what the sum is in belongs to the sum. */
export function paidIn(s: Sentence): Change[] {
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

/** "With the signing of the pact, the government and the rebels have agreed": the phrase behind the comma is the subject of the verb that has none. */
export function fronted(s: Sentence): Change[] {
  const v = s.head.indexOf(-1);
  if (v < 3 || !/^VB[DZP]$|^VB[NG]$/.test(s.xpos[v]) || !/^(?:ADP|SCONJ)$/.test(s.upos[0]) || hasSubject(s, v))
    return [];
  const comma = s.form.indexOf(',');
  if (comma < 2 || comma > v - 2) return [];
  for (let w = comma + 1; w < v; w++) {
    if (!isNoun(s, w) || s.head[w] > comma || s.head[w] < 0 || !/^(?:conj|appos|nmod)/.test(s.deprel[w])) continue;
    if (s.head.some((head, k) => head === w && k > comma && /^(?:case|cc)$/.test(s.deprel[k]))) return [];
    return [
      {
        word: w,
        to: v,
        as: s.head.some((head, k) => head === v && s.deprel[k] === 'aux:pass') ? 'nsubj:pass' : 'nsubj',
      },
    ];
  }
  return [];
}
