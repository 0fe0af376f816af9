// Shapes in which a verb of an act tells of none: a fight against a thing, what somebody is reminded of, ships broken up by their
// breakers, what a whole class does.

import type { ActorRef } from '../records.js';
import type { Told } from './left-out.js';

/** True for an act in such a shape. */
export function isShape(told: Told): boolean {
  return isFightWithThing(told) || isReminder(told) || isScrapping(told) || isOfClass(told);
}

/** "fight the attempt to prevent", "combat the deficit": words and policy, where the object is nobody. */
function isFightWithThing({ scene: { tree, casting }, match: { word, pattern, frame } }: Told): boolean {
  if (pattern.type !== 'ASSAULT' || pattern.anchor !== 'verb' || frame.passive || frame.obj < 0) return false;
  if (!/^(fight|combat|battle|attack|resist)$/.test(tree.lemma[word]) || tree.s.upos[frame.obj] !== 'NOUN')
    return false;
  const noun = tree.lemma[frame.obj];
  if (/^(war|battle|duel|campaign|action|engagement)$/.test(noun))
    return /^(trade|price|tariff|currency|legal|court)$/.test(tree.lemma[frame.obj - 1] ?? '');
  if (
    tree.lemma[word] === 'attack' &&
    !/^(attempt|proposal|plan|policy|bill|decision|deficit|problem|law|practice|system|idea|move|view|record|inflation|budget)$/.test(
      noun,
    )
  )
    return false;
  return casting.at(frame.obj, true).length === 0 && !tree.isIn(frame.obj, tree.words.actorly);
}

/** "reminded the committee that the Fund had approved a loan": what is known is told again, and nothing asked. */
function isReminder({ scene: { tree }, match: { word, frame } }: Told): boolean {
  return tree.lemma[word] === 'remind' && frame.that >= 0;
}

const SHIP = /^(ship|tanker|vessel|freighter|boat|hull|building|house|plant|bridge|factory|ferry|liner|carrier)$/;

/** "shipbreakers demolish tankers": a trade. */
function isScrapping({ scene: { tree }, match: { word, pattern, frame }, sources }: Told): boolean {
  if (pattern.type !== 'ASSAULT' || !/^(demolish|scrap|dismantle|break|destroy)$/.test(tree.lemma[word])) return false;
  if (sources.length > 0 && sources.every(({ sector }) => sector === 'BUS')) return true;
  const breaker = [frame.subj, ...frame.phrases.map((phrase) => phrase.word)].some(
    (w) => w >= 0 && /(?:breaker|scrapper|yard|dealer|owner|company|firm)$/.test(tree.lemma[w]),
  );
  return breaker && (frame.obj < 0 || SHIP.test(tree.lemma[frame.obj]));
}

const CLASS =
  /^(?:country|nation|state|government|firm|company|bank|union|group|party|member|producer|exporter|importer|debtor|creditor|power|leader|politician|people)$/;

const isNamed = ({ country, code }: ActorRef): boolean => country !== null || /^[A-Z]/.test(code);

/** "debtor countries which reached agreements with the Fund": what a class of nobody's does, told to say which. */
function isOfClass({ scene: { tree }, match: { word, pattern }, type, sources }: Told): boolean {
  if (!/^(SUPPORT|AGREE|CONSULT|COOPERATE|AID)$/.test(type) || sources.some(isNamed)) return false;
  const { s } = tree;
  let w = pattern.anchor === 'noun' && s.head[word] >= 0 ? s.head[word] : word;
  for (let i = 0; i < 3 && w >= 0 && s.deprel[w] !== 'acl:relcl'; i++) w = s.head[w];
  if (w < 0 || s.deprel[w] !== 'acl:relcl') return false;
  const noun = s.head[w];
  return (
    noun >= 0 &&
    CLASS.test(tree.lemma[noun]) &&
    s.xpos[noun] === 'NNS' &&
    !tree.kids[noun].some((k) => /^(the|these|those|both|two|three)$/i.test(s.form[k]))
  );
}
