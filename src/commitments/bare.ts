// Bare verbs that the tagger took for adjectives or nouns: "offered to free eight prisoners", "threatened to fire rockets", "demanded that Jordan free
// them". The commonest acts of a crisis have such homographs. Behind a word that commits, "to" and something that can be an object, such a form
// is a verb; the sentence is given a tree in which it is one, and every reader of commitments sees that.

import { child, isUnder, type Sentence } from '../language/index.js';
import { acts } from './acts.js';
import { lemma } from './clause.js';
import { type Entry, lexicon } from './lexicon.js';

/** Forms that are verbs as well as adjectives or nouns, besides the acts that the tables name. */
const FORMS =
  /^(free|fire|hand|back|open|close|clear|press|head|sign|shut|lower|secure|further|better|empty|calm|warm|cool|welcome|separate|complete|correct|moderate|direct|limit|patrol|harbou?r|shelter|arm|man|ship|land|face|name|place|police|water|house|tie|post|film|lead|near|even|double|triple|corner|table|air|voice|honou?r|bar|can|down|total|sell|let|spare|slow|quiet|level|waste|set|cut|put|bear|found|live|mine|march|storm|loose|side|stage|stem|value|vote|weather|welcome|board|cable|check|charge|contact|control|curb|date|delay|do|end|fund|guard|guide|halt|hold|host|lease|link|loan|march|move|order|pass|pay|play|plan|pool|prize|probe|promise|question|quit|raise|rally|reform|rent|rest|return|review|rule|sail|save|seat|share|shift|stand|start|stay|step|stop|store|study|surrender|swap|take|talk|target|tax|test|trade|train|trust|try|turn|use|visit|wait|watch|work|yield|attack|strike|bomb|shell|raid|block|boycott|release|aid|help|support|exchange|ban|blockade|force|shoot|seize|sink|kill|leave|lift|drop|ease|grant|supply|respect|protest|punish|answer|avenge|mediate|evacuate|pardon|disarm|shell|deploy|dispatch|rescue|transfer|contribute|withhold|freeze|fight|resume|retreat|withdraw|send)$/;

/** Behind "to" an adjective after all: "committed to free trade", "agreed to open borders" stays open. */
const QUALITIES = /^(trade|elections?|markets?|speech|press|movement|access|enterprise|and|or|fair|skies)$/i;

/** True for what an object or a particle begins with. */
function opens(s: Sentence, word: number): boolean {
  if (word >= s.size) return false;
  if (QUALITIES.test(s.form[word])) return false;
  if (/^(over|back|out|up|down|off|on|at|with|from|into|through|home|away)$/i.test(s.form[word])) return true;
  return (
    /^(DET|PRON|PROPN|NUM|NOUN|ADJ)$/.test(s.upos[word]) || /^(its|his|her|their|our|all|any|no)$/i.test(s.form[word])
  );
}

function isBare(s: Sentence, word: number): boolean {
  if (!/^(JJ|JJR|NN|RB|RP|IN|VBD|VBN|VBP)$/.test(s.xpos[word]) || s.upos[word] === 'AUX') return false;
  const form = s.form[word];
  if (form !== form.toLowerCase()) return false;
  const { harm, help, stop, do: does } = acts();
  return FORMS.test(form) || [harm, help, stop, does].some((list) => list.has(form));
}

function entryOf(s: Sentence, word: number): Entry | undefined {
  const { verbs, adjectives, nouns } = lexicon();
  if (/^(VERB|AUX)$/.test(s.upos[word])) return verbs.get(lemma(s, word)) ?? adjectives.get(s.form[word].toLowerCase());
  if (s.upos[word] === 'NOUN') return nouns.get(lemma(s, word)) ?? verbs.get(lemma(s, word));
  return s.upos[word] === 'ADJ' ? (adjectives.get(lemma(s, word)) ?? verbs.get(lemma(s, word))) : undefined;
}

/** The word that commits before "to" or "that" at `to`, with no other clause in between, or -1. */
function commitsBefore(s: Sentence, to: number, frames: RegExp): number {
  for (let i = to - 1; i >= 0 && i > to - 12; i--) {
    // "agreed in a phone call to cool tensions": by telephone.
    const entry = s.upos[i] === 'NOUN' && child(s, i, 'case') >= 0 ? undefined : entryOf(s, i);
    if (entry?.frames.some((frame) => frames.test(frame))) {
      // "appealed to aid workers": whom, and not what.
      const whom = entry.frames.some((frame) => /^\w+\+to$/.test(frame)) && !entry.frames.includes('to');
      return whom && i === to - 1 ? -1 : i;
    }
    if (/^(VERB|AUX|SCONJ)$/.test(s.upos[i]) || /^[;:()]$/.test(s.form[i]) || /^W/.test(s.xpos[i])) return -1;
  }
  return -1;
}

/** The sentence with such verbs as verbs; itself where there is none. */
export function withVerbs(s: Sentence): Sentence {
  let mended = s;
  for (let i = 1; i + 1 < s.size; i++) {
    const form = s.form[i].toLowerCase();
    if (form === 'to') {
      const verb = /^(not|never|at|fully|immediately|at once)$/i.test(s.form[i + 1]) ? i + 2 : i + 1;
      if (verb + 1 >= s.size || !isBare(mended, verb) || !opens(s, verb + 1)) continue;
      const trigger = commitsBefore(s, i, /^to$|\+to$|^whom$/);
      if (trigger >= 0) mended = hung(mended, trigger, i, verb, 'xcomp', -1);
    } else if (form === 'that' && s.upos[i] !== 'PRON') {
      const trigger = commitsBefore(s, i, /^that$|^whom$/);
      if (trigger < 0 || i - trigger > 4) continue;
      const verb = bareAfter(s, i);
      if (verb > 0) mended = hung(mended, trigger, i, verb, 'ccomp', verb - 1);
    }
  }
  return mended;
}

/** "that Jordan [free] Abu Daoud": the bare verb behind a subject without any other verb; -1 where there is none. */
function bareAfter(s: Sentence, that: number): number {
  for (let i = that + 2; i + 1 < s.size && i < that + 9; i++) {
    if (/^(VERB|AUX)$/.test(s.upos[i]) || s.upos[i] === 'PUNCT') return -1;
    if (!isBare(s, i) || !/^(PROPN|NOUN|PRON)$/.test(s.upos[i - 1]) || /^(JJR|IN|RP|RB)$/.test(s.xpos[i])) continue;
    const next = s.upos[i + 1];
    const object = /^(PROPN|DET|PRON|NUM)$/.test(next) || /^(its|his|her|their|all)$/i.test(s.form[i + 1]);
    // "that a rebel attack the ...": only a form that the noun before it does not own.
    if (object && (s.xpos[i] === 'JJ' || s.upos[i - 1] === 'PROPN')) return noVerbTo(s, i) ? i : -1;
  }
  return -1;
}

/** No finite verb up to the end of the clause: else that is the clause's. */
function noVerbTo(s: Sentence, from: number): boolean {
  for (let i = from + 1; i < s.size; i++) {
    if (/^(MD|VBD|VBZ)$/.test(s.xpos[i])) return false;
    if (/^[,;:.]$/.test(s.form[i]) || s.upos[i] === 'SCONJ' || /^W/.test(s.xpos[i])) return true;
  }
  return true;
}

/** Hangs the verb on the word that commits, and on the verb what stood beside it. */
function hung(s: Sentence, trigger: number, mark: number, verb: number, as: string, subject: number): Sentence {
  if (s.head[verb] < 0 || isUnder(s, trigger, verb)) return s;
  const head = s.head.slice();
  const [deprel, upos, xpos, lemmas] = [[...s.deprel], [...s.upos], [...s.xpos], [...s.lemma]];
  const old = s.head[verb];
  head[verb] = trigger;
  deprel[verb] = s.upos[trigger] === 'NOUN' ? 'acl' : as;
  upos[verb] = 'VERB';
  xpos[verb] = 'VB';
  lemmas[verb] = s.form[verb].toLowerCase();
  head[mark] = verb;
  deprel[mark] = 'mark';
  upos[mark] = as === 'xcomp' ? 'PART' : 'SCONJ';
  xpos[mark] = as === 'xcomp' ? 'TO' : 'IN';
  for (let i = mark + 1; i < s.size; i++) {
    if (i === verb) continue;
    const above = s.head[i];
    if (i < verb) {
      if (i === subject || above === old || above > verb || above === trigger) {
        head[i] = i === subject || subject < 0 ? verb : subject;
        deprel[i] = i === subject ? 'nsubj' : subject < 0 ? 'advmod' : 'compound';
      }
      continue;
    }
    if (above === verb && /^(nmod|appos|flat|compound)/.test(s.deprel[i]))
      deprel[i] = child(s, i, 'case') > verb ? 'obl' : 'obj';
    if (above >= verb || above < trigger) continue;
    const name = s.deprel[i];
    if (!/^(obl|obj|nmod|advcl|advmod|xcomp|acl|appos|iobj|flat|compound)/.test(name) || s.xpos[i] === 'VBD') continue;
    head[i] = verb;
    const cased = child(s, i, 'case');
    if (/^(obl|nmod|obj|iobj|appos|flat|compound)/.test(name) && !name.includes('unmarked'))
      deprel[i] = cased > verb ? 'obl' : 'obj';
  }
  return isTree(head) ? { ...s, head, deprel, upos, xpos, lemma: lemmas } : s;
}

function isTree(head: Int32Array): boolean {
  for (let word = 0; word < head.length; word++) {
    let up = word;
    for (let steps = 0; up >= 0; up = head[up], steps++) if (steps > head.length) return false;
  }
  return true;
}
