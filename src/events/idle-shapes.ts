// Shapes in which a verb of an act tells of none: a fight against a thing, what somebody is reminded of, ships broken up by their
// breakers, what a whole class does.

import type { ActorRef } from '../records.js';
import type { Told } from './left-out.js';

/** True for an act in such a shape. */
export function isShape(told: Told): boolean {
  return (
    isFightWithThing(told) ||
    isFightWithRivalry(told) ||
    isImbalance(told) ||
    isReminder(told) ||
    isScrapping(told) ||
    isOfClass(told) ||
    isCustom(told) ||
    isEnvoy(told) ||
    isAsked(told) ||
    isManner(told) ||
    isRank(told) ||
    isFeared(told) ||
    isOwnPolicy(told)
  );
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

/** "is fighting back against South Korean competition", "battled with rising costs": a thing, whosever it is. */
function isFightWithRivalry({ scene: { tree }, match: { word, pattern, frame } }: Told): boolean {
  if (pattern.type !== 'ASSAULT' || !/^(fight|battle|struggle|combat)$/.test(tree.lemma[word])) return false;
  const against = frame.phrases.find(({ prep }) => /^(against|with)$/.test(prep));
  return against !== undefined && RIVALRY.test(tree.lemma[against.word]);
}

const RIVALRY =
  /^(competition|rivalry|inflation|deficit|debt|cost|price|import|takeover|bid|protectionism|drought|unemployment)$/;

/** "to reduce its trade surplus with the Community", "promised to reduce it": what is out of balance between two, and not their ties. */
function isImbalance({ scene: { tree }, match: { word, pattern, frame } }: Told): boolean {
  if (!/^(SANCTION|COERCE|THREATEN)$/.test(pattern.type)) return false;
  const inner = tree.kid(word, 'xcomp');
  return [frame.obj, inner < 0 ? -1 : tree.kid(inner, 'obj')].some(
    (at) => at >= 0 && /^(surplus|deficit|gap|imbalance|dependence|dependency|reliance)$/.test(tree.lemma[at]),
  );
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

/** "the talks, held annually": a custom, and no meeting of the day. */
function isCustom({ scene: { tree }, match: { word, frame }, type }: Told): boolean {
  if (type !== 'CONSULT') return false;
  return [word, frame.light].some(
    (w) =>
      w >= 0 &&
      [w, ...tree.kids[w].filter((k) => tree.s.deprel[k] === 'acl')]
        .flatMap((one) => tree.kids[one])
        .some((k) =>
          /^(annually|yearly|regularly|usually|monthly|weekly|traditionally|periodically|normally)$/.test(
            tree.lemma[k],
          ),
        ),
  );
}

/** "charge d'affaires": an envoy. */
function isEnvoy({ scene: { tree }, match: { word } }: Told): boolean {
  return (
    tree.lemma[word] === 'charge' &&
    /^d['’]affaires$/i.test(
      (tree.s.form[word + 1] ?? '') + (/^d['’]$/i.test(tree.s.form[word + 1] ?? '') ? tree.s.form[word + 2] : ''),
    )
  );
}

const HOME =
  /^(policy|budget|plan|program|programme|strategy|forecast|target|stance|tax|rate|peg|scheme|system|practice)$/;

/** "abandon its tight fiscal policy": a state's own affair, yielded to nobody who is named. */
function isOwnPolicy({ scene: { tree }, match: { frame }, type, cameo, targets }: Told): boolean {
  if (type !== 'CONCEDE' || cameo !== '080' || targets.length > 0 || frame.obj < 0) return false;
  return (
    HOME.test(tree.lemma[frame.obj]) &&
    tree.kids[frame.obj].some((k) =>
      /^(fiscal|monetary|economic|tax|budget|spending|pricing|exchange|interest|growth|inflation|farm|price)$/.test(
        tree.lemma[k],
      ),
    )
  );
}

/** "Asked to comment on the ban, Holm said": what goes before an answer. */
function isAsked({ scene: { tree }, match: { word, frame } }: Told): boolean {
  return (
    /^asked$/i.test(tree.s.form[word]) &&
    /^(advcl|acl|dep|parataxis)$/.test(tree.s.deprel[word].split(':')[0]) &&
    tree.kid(word, 'aux', 'nsubj') < 0 &&
    !frame.phrases.some(({ prep }) => prep === 'by')
  );
}

/** "imposed tariffs in retaliation for a breach": why the act is done, and no second one. */
function isManner({ scene: { tree }, match: { word, pattern } }: Told): boolean {
  return (
    pattern.anchor === 'noun' &&
    /^(retaliation|reprisal|revenge|response)$/.test(tree.lemma[word]) &&
    /^in(_|$)/.test(tree.prepOf(word))
  );
}

/** "her standing with voters". */
function isRank({ scene: { tree }, match: { word } }: Told): boolean {
  return /^standing$/i.test(tree.s.form[word]) && tree.kid(word, 'det', 'nmod:poss') >= 0;
}

/** "to repel this attack", of nobody by nobody, and only thought of. */
function isFeared({ match: { pattern }, type, state, sources, targets }: Told): boolean {
  return (
    type === 'ASSAULT' &&
    pattern.anchor === 'verb' &&
    sources.length + targets.length === 0 &&
    (state.modality === 'hypothetical' || state.modality === 'conditional')
  );
}
