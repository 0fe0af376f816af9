// Mends of participles on nouns and of pairs before them: "a conference slated for Friday" taken for a main verb, "a missile fired by rebels struck" taken for a clause.

import { relation, type Sentence } from '../language/index.js';
import { type Change, isNoun } from './mend-tools.js';

/** What a day is set for. */
export const SET = /^(slate|schedule|plan|set|fix|expect)$/;

const kidOf = (s: Sentence, word: number, test: (k: number) => boolean): number =>
  s.head.findIndex((head, k) => head === word && test(k));

/** "opened the way for talks, and a conference including Rome and Paris slated for May": what is set is the noun, the noun has no verb. */
export function slated(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size - 1; v++) {
    if (!SET.test(s.lemma[v]) || !/^VB[DN]$/.test(s.xpos[v]) || s.form[v + 1] !== 'for') continue;
    if (relation(s.deprel[v]) !== 'conj' || s.head[v] > v || !isNoun(s, v - 1)) continue;
    if (kidOf(s, v, (k) => /^(nsubj|aux)/.test(s.deprel[k])) >= 0) continue;
    // Up to the noun that "and" joins.
    for (let w = v - 1, i = 0; w >= 0 && i < 5 && isNoun(s, w); w = s.head[w], i++) {
      const and = kidOf(s, w, (k) => s.deprel[k] === 'cc');
      if (and >= 0 && s.head[w] < and && relation(s.deprel[w]) === 'conj' && kidOf(s, w, (k) => k > w) >= 0) {
        changes.push({ word: v, to: w, as: 'acl' });
        break;
      }
    }
  }
  return changes;
}

/** "A missile fired by rebels struck a tanker": the first noun is what struck, the second fired it. */
export function agents(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 1; v < s.size - 2; v++) {
    const h = s.head[v];
    if (s.deprel[v] !== 'advcl' || h < v || s.xpos[v] !== 'VBN' || s.form[v + 1] !== 'by') continue;
    const thing = kidOf(s, v, (k) => k < v && s.deprel[k].startsWith('nsubj'));
    const doer = kidOf(s, h, (k) => k > v && k < h && relation(s.deprel[k]) === 'nsubj');
    if (thing < 0 || doer < 0 || kidOf(s, v, (k) => s.deprel[k].startsWith('aux')) >= 0) continue;
    changes.push(
      { word: v, to: thing, as: 'acl' },
      { word: thing, to: h, as: 'nsubj' },
      { word: doer, to: v, as: 'obl:agent' },
      { word: v + 1, to: doer, as: 'case' },
    );
    for (let k = v + 2; k < doer; k++)
      if (s.head[k] > doer && relation(s.deprel[k]) !== 'punct') changes.push({ word: k, to: doer, as: s.deprel[k] });
  }
  return changes;
}

/** "a Chad-Niger session": two names joined by a hyphen before a noun stand side by side. */
export function pairs(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let w = 2; w < s.size; w++) {
    const first = w - 2;
    if (s.head[w] !== first || relation(s.deprel[w]) !== 'conj' || !/^[-–/]$/.test(s.form[w - 1])) continue;
    if (s.deprel[first] === 'compound' && s.head[first] > w)
      changes.push({ word: w, to: s.head[first], as: 'compound' });
  }
  return changes;
}

const HEARD =
  /^(?:tell|complain|announce|report|protest|write|inform|remind|warn|assure|say|suggest|explain|confirm|declare|admit)$/;

/** "complained to the council that troops had fired": what is said behind the one who hears it is no description of him. */
export function toldThat(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 4; v < s.size; v++) if (s.deprel[v] === 'acl:relcl') saidBehind(s, v, changes);
  return changes;
}

function saidBehind(s: Sentence, v: number, into: Change[]): void {
  const hearer = s.head[v];
  const verb = hearer < 0 ? -1 : s.head[hearer];
  if (verb < 0 || verb > hearer || !HEARD.test(s.lemma[verb]) || !/^(?:obl|obj|iobj)$/.test(s.deprel[hearer])) return;
  let that = -1;
  let subject = -1;
  for (let k = hearer + 1; k < v; k++) {
    if (s.head[k] !== v) continue;
    if (s.deprel[k] === 'mark' && /^that$/i.test(s.form[k])) that = k;
    else if (s.deprel[k].startsWith('nsubj')) subject = k;
  }
  if (that === hearer + 1 && subject > that) into.push({ word: v, to: verb, as: 'ccomp' });
}

/** "quoted Holm as telling reporters after meeting the envoy": who is quoted tells, and met. */
export function quotedAs(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 1; v < s.size; v++) {
    if (s.lemma[v] !== 'quote') continue;
    const obj = kidOf(s, v, (k) => k > v && s.deprel[k] === 'obj');
    const says = kidOf(s, v, (k) => k > obj && s.xpos[k] === 'VBG' && /^(?:say|tell|warn|state)$/.test(s.lemma[k]));
    if (obj < 0 || says < 0 || s.form[obj] === s.form[says]) continue;
    changes.push({ word: obj, to: says, as: 'nsubj' });
    for (let k = says + 1; k < s.size; k++)
      if (s.head[k] === v && s.xpos[k] === 'VBG' && relation(s.deprel[k]) === 'advcl')
        changes.push({ word: k, to: says, as: 'advcl' });
  }
  return changes;
}
