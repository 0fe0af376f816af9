// What "it" and "they" may be by the verb that they stand with: deeds, treaties and ships are signed, expire and sink; states and bodies
// are accused, and want. Kept apart from the search for whom a pronoun takes up.

import { relation } from '../language/index.js';
import type { State } from './state.js';
import type { Description } from './types.js';

/** What is done to what was said or done, and not to somebody: "she welcomed it", "the group denied it". */
const OF_DEEDS =
  /^(?:do|deny|welcome|accept|confirm|say|regret|describe|call|approve|sign|ratify|postpone|cancel|discuss|expect|know|believe|mean|rule|repeat|dispute|prevent|explain|veto|adopt|reject|chair|attend|extend|lift|host|renew|delay|resume|oppose|implement|finalize|finalise|organize|organise|draft|publish|amend|delete|hold)$/;

/** What is done to agreements, plans and deeds: "it was signed in Geneva", "it must be followed by others". */
const DONE =
  /^(?:sign|introduce|enact|repeal|scrap|abolish|veto|follow|reach|hold|agree|announce|publish|adopt|broker|extend|lift|impose|ratify|approve|postpone|cancel|call|schedule|mediate|negotiate|draft|implement|expect|design|aim|intend|describe|lead|confirm|plan|carry|schedule)$/;

/** What is done to states and bodies, so that "it" behind the verb may be one of a sentence before. */
export const TO_ACTORS =
  /^(?:accuse|attack|blame|bully|threaten|warn|help|support|invade|join|criticize|criticise|condemn|sue|sanction|punish|isolate|recognize|recognise|defend|urge|ask|tell|force|press|pressure|allow|represent|lead|govern|back|arm|fund|finance|acquire|own|deprive|strip|ban|oust|defeat|fight|protect|save|destroy|disarm|compel|persuade|convince|remind|assure|inform|notify|thank|praise|rebuke|challenge|target)$/;

/** What treaties, laws and events do: "it expires", "it would take effect", "it enters into force". */
const HAPPENS = /^(?:expire|last|collapse|cost|matter|seem|appear|depend|happen|occur|coincide|take|enter|come)$/;

function hasThing(state: State, d: Description, verb: number): boolean {
  const s = state.sentences[d.sentence];
  if (!/^(?:take|enter|come)$/.test(s.lemma[verb])) return true;
  for (let i = verb + 1; i < Math.min(s.size, verb + 3); i++)
    if (/^(?:effect|place|force)$/.test(s.form[i])) return true;
  return false;
}

const WEATHER =
  /^(?:clear|likely|unlikely|possible|impossible|important|necessary|difficult|hard|easy|time|mistake|error|true|up|early|late|unclear|premature|essential|vital|wrong|right)$/;

/** "It is clear that", "it would be a mistake that": stands for nobody. */
export function isEmpty(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  if (s.deprel[d.head] === 'expl') return !OF_SOMEBODY.test(s.lemma[s.head[d.head]] ?? '');
  if (s.head[d.head] >= 0 && s.deprel[d.head] === 'obj' && OF_DEEDS.test(s.lemma[s.head[d.head]])) return true;
  const head = s.head[d.head];
  // "If both sides asked for it", "agreed to it": what is asked for.
  if (
    head >= 0 &&
    s.deprel[d.head] === 'obl' &&
    /^(?:ask|agree|call|wait|pay|vote|object|respond|react)$/.test(s.lemma[head])
  )
    return true;
  if (head >= 0 && s.deprel[d.head] === 'nsubj:pass' && DONE.test(s.lemma[head])) return true;
  if (head >= 0 && relation(s.deprel[d.head]) === 'nsubj' && HAPPENS.test(s.lemma[head]) && hasThing(state, d, head))
    return true;
  return head >= 0 && relation(s.deprel[d.head]) === 'nsubj' && WEATHER.test(s.lemma[head]) && s.upos[head] !== 'VERB';
}

/** What things do as well as actors, or only things: where a thing is named nearer by, "it" is that. */
const OF_THINGS =
  /^(?:be|carry|contain|include|cost|last|remain|become|weigh|sink|explode|hit|crash|burn|mean|stand|lie|belong|arrive|dock|sail|land|need|produce|cover|run|grow|fall|rise|pass|fail|work|follow|bring|break|collapse|begin|start|end|drift|catch|veer|anchor|appreciate|depreciate|weaken|strengthen|drop|sell|trade|lack|total|average)$/;

/** What somebody is and no thing: "it was ready to talk". */
const OF_SOMEBODY =
  /^(?:ready|willing|unwilling|prepared|concerned|committed|confident|worried|aware|unaware|open|opposed|interested|pleased|surprised|convinced|determined|eager|reluctant|entitled|grateful|sorry|happy|unhappy|angry|disappointed|satisfied|optimistic|hopeful|sure|certain|unable|able|responsible|neutral|innocent|guilty|free|keen|loyal|cautious|alarmed|shocked|saddened|appalled|outraged|bound)$/;

/** What is done to people. */
const OF_PEOPLE =
  /^(?:arrest|detain|kill|wound|injure|shoot|elect|appoint|kidnap|abduct|expel|deport|execute|convict|sentence|jail|imprison|evict|evacuate|beat|torture|interview|hire|dismiss|disperse|free|marry|treat|hospitalize|hospitalise|recruit|train|feed)$/;

/**
 * True where "it" or "they" is more likely a thing, named nearer by in the sentence, than the actor found: "fired a missile at a tanker, setting it
 * on fire", "told the firm that the boat was late, saying it carried only food".
 * @param actor the last word in the sentence that stands for the actor found, -1 when it stands in a sentence before
 */
export function isOfThing(state: State, d: Description, kind: 'it' | 'they', actor: number): boolean {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  if (verb < 0 || s.deprel[d.head] === 'nmod:poss') return false;
  const rel = s.deprel[d.head];
  // "The council cannot fill a dam and it cannot empty one": the two subjects of joined verbs are the same.
  if (actor >= 0 && relation(rel) === 'nsubj' && s.deprel[verb] === 'conj' && s.head[actor] === s.head[verb])
    return false;
  if (OF_SOMEBODY.test(s.form[verb]) || OF_PEOPLE.test(s.lemma[verb])) return false;
  // "They will be difficult talks", "it will be a yellow light": what is named so is nobody.
  if (isNamedThing(state, d, verb)) return true;
  let open = false;
  if (rel === 'obj' || rel === 'nsubj:pass') open = s.upos[verb] === 'VERB' && !TO_ACTORS.test(s.lemma[verb]);
  else if (relation(rel) === 'nsubj')
    open =
      s.upos[verb] === 'VERB'
        ? OF_THINGS.test(s.lemma[verb])
        : s.upos[verb] === 'ADJ' && !OF_SOMEBODY.test(s.lemma[verb]);
  if (!open) return false;
  for (let w = d.head - 1; w > actor; w--) if (isThing(state, d.sentence, w, kind)) return true;
  return false;
}

const NO_THING =
  /^(?:time|day|week|month|year|hour|minute|weekend|morning|night|evening|date|percent|pct|cent|mln|billion|million|thousand|hundred|dozen|number|part|way|fact|case|lot|right|chance|word|name|end|spokesman|statement|conference|interview|report|radio|television|condition)s?$/;

/** A common noun that stands for no actor, of the pronoun's number, as subject, object or behind a preposition. */
function isThing(state: State, sentence: number, w: number, kind: 'it' | 'they'): boolean {
  const s = state.sentences[sentence];
  if (s.upos[w] !== 'NOUN' || state.described[sentence].at[w] >= 0 || NO_THING.test(s.lemma[w])) return false;
  if (s.xpos[w] !== (kind === 'they' ? 'NNS' : 'NN')) return false;
  const rel = relation(s.deprel[w]);
  if (rel === 'compound' || s.deprel[w] === 'nmod:poss' || s.deprel[w] === 'obl:tmod') return false;
  return rel === 'nsubj' || rel === 'obj' || rel === 'obl' || rel === 'nmod' || rel === 'conj';
}

const ROLES_OF_STATES =
  /^(?:signatory|party|partner|member|victim|friend|ally|enemy|target|supporter|leader|winner|loser|host|guarantor|mediator|buyer|seller|exporter|importer|producer|customer|supplier|democracy|state|nation|neighbor|neighbour|aggressor|hostage|source|home|owner|subsidiary|unit)$/;

/** A pronoun of which a predicate noun says that it is a thing. */
function isNamedThing(state: State, d: Description, verb: number): boolean {
  const s = state.sentences[d.sentence];
  if (relation(s.deprel[d.head]) !== 'nsubj' || s.upos[verb] !== 'NOUN' || state.described[d.sentence].at[verb] >= 0)
    return false;
  for (let w = d.head + 1; w < verb; w++) if (s.head[w] === verb && s.deprel[w] === 'case') return false;
  return !ROLES_OF_STATES.test(s.lemma[verb]);
}
