// Who denies, doubts or confirms: the words of codebook/claims.txt with what they are about, sentence by sentence.

import type { Cast } from '../actors/index.js';
import { lemma, subjectOf, verbOf } from '../commitments/index.js';
import { child, type Sentence } from '../language/index.js';
import { type Appended, appendedIn } from './appended.js';
import { belittling, denial, denying, dismissing, lying, naming, noTruth, unaccepted, unhappened } from './denials.js';
import { castDoubt, confirming, doubting, noEvidence, silent, verifying } from './doubts.js';
import { judged } from './judgement.js';
import { lexicon } from './lexicon.js';
import { type Phrased, phraseAt, untrue } from './phrases.js';
import { isReport, reportIn } from './reports.js';
import { isSupposed, make, objectOf, type Stance } from './stance.js';

/** The stances of a sentence, left to right. */
export function stancesOf(cast: Cast, s: Sentence): Stance[] {
  const found: Stance[] = [];
  const words = lexicon();
  const taken = new Set<number>();
  const appended = appendedIn(s);
  if (appended) {
    found.push(fromAppended(s, appended));
    for (let i = appended.first; i <= appended.last; i++) taken.add(i);
  }
  for (let i = 0; i < s.size; i++) {
    if (taken.has(i)) continue;
    const word = lemma(s, i);
    let one: Stance | null = null;
    const phrase = phraseAt(s, i) ?? untrue(s, i);
    if (phrase) one = fromPhrase(s, phrase);
    else if (s.upos[i] === 'VERB') {
      if (words.verifying.has(word) || (/^(check|test|prove|determine)$/.test(word) && isChecked(s, objectOf(s, i))))
        one = verifying(s, i, taken);
      if (!one && words.denying.has(word)) one = denying(cast, s, i, 'denies');
      if (!one && words.naming.has(word)) one = naming(s, i);
      if (
        !one &&
        (words.dismissing.has(word) || words.dismissing.has(verbOf(s, i)) || words.dismissing.has(withNext(s, i)))
      )
        one = dismissing(s, i, 'denies');
      if (!one && words.accepting.has(word)) one = unaccepted(s, i);
      if (!one && words.belittling.has(word)) one = belittling(s, i);
      if (!one && words.doubting.has(word)) one = doubting(s, i);
      if (!one && words.confirming.has(word)) one = confirming(s, i);
      if (!one) one = lying(cast, s, i) ?? unhappened(s, i);
      if (!one && word === 'cast') one = castDoubt(s, i);
      if (!one && /^(discuss|comment)$/.test(word)) one = silent(s, i);
    } else if (judged(s, i) >= 0) {
      const { report, content } = reportIn(s, judged(s, i), i);
      one = make(s, 'denies', i, -1, content, report, 'judged', i);
    } else if (words.skeptical.has(word) && child(s, i, 'cop') >= 0) {
      const about = child(s, i, 'obl');
      const report = about >= 0 && words.reports.has(lemma(s, about)) ? about : -1;
      if (about < 0 || report >= 0)
        one = make(s, 'doubts', i, subjectOf(s, i), child(s, i, 'ccomp'), report, 'skeptical');
    } else if (s.upos[i] === 'NOUN') {
      if (words.denials.has(word)) one = denial(s, i);
      else if (words.evidence.has(word)) one = noEvidence(s, i);
      else if (word === 'truth') one = noTruth(s, i);
    }
    if (one) {
      if (/reject|confirm$|call it|judged|lies|happened/.test(one.rule) && isSupposed(s, one.cue)) continue;
      found.push(one);
      taken.add(one.cue);
    }
  }
  return found;
}

/** "The report could not be checked", "It could not be proved" */
const isChecked = (s: Sentence, word: number): boolean =>
  isReport(s, word) || (word >= 0 && /^(it|this|that|neither|both)$/i.test(s.form[word]));

/** "turned aside": a verb with the particle behind it, whatever the tree makes of it. */
function withNext(s: Sentence, verb: number): string {
  const next = s.form[verb + 1] ?? '';
  return /^(aside|away|off|out)$/i.test(next) ? `${lemma(s, verb)}_${next.toLowerCase()}` : '';
}

/** "..., a charge Moscow rejects": of what the sentence told before it. */
function fromAppended(s: Sentence, { first, noun, verb, last, who }: Appended): Stance {
  return {
    s,
    stance: 'denies',
    cue: verb,
    who,
    span: [s.start[first], s.end[last]],
    content: -1,
    report: noun,
    pointing: true,
    lemmas: new Set(),
    rule: 'appended.ts',
  };
}

function fromPhrase(s: Sentence, { stance, cue, who, content, report, clause, unaware, rule }: Phrased): Stance {
  // A doubt by a phrase of the codebook needs no asserter in the text.
  const told = content >= 0 && s.upos[content] === 'PRON' ? -1 : content;
  const made = make(s, stance, cue, who, told, report, rule, clause);
  return { ...made, unaware, rule: stance === 'doubts' ? `${rule} (not confirmed)` : rule };
}
