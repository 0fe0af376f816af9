// Deeds and states whose verbs also speak: "called off the talks", "named him as her envoy", "claimed 36 lives", "was angered by the plan".

import type { Draft } from './read.js';
import { childOf, classOf, isPassive, makesClause } from './shapes.js';
import { headOf } from './sourcing.js';

/** True for a verb that tells of a deed, a figure of speech or a state, where nobody says anything. */
export function isDeed(draft: Draft): boolean {
  const { view: v, cue: c, content } = draft;
  if (content.some((w) => v.quote[w] >= 0 && v.quote[w] !== v.quote[c])) return false;
  if (v.sentence.upos[c] === 'NOUN' && v.sentence.lemma[c] === 'backing') return true;
  return isFeeling(draft) || isEither(draft) || (v.sentence.upos[c] === 'VERB' && (isAction(draft) || isCause(draft)));
}

/** "neither confirmed nor denied": one word, and no denial. */
function isEither({ view: v, cue: c }: Draft): boolean {
  return /^nor$/i.test(v.sentence.form[c - 1] ?? '') && /^neither$/i.test(v.sentence.form[c - 3] ?? '');
}

const FEELING =
  /^(?:worried|angered|alarmed|shocked|encouraged|disappointed|surprised|stunned|outraged|heartened|dismayed|troubled|upset|embarrassed|frustrated|disturbed|impressed|delighted|unnerved|rattled)$/i;

/** "worried by the West's re-arming": what a feeling comes from is nobody's word; "worried that the West re-arms" is. */
function isFeeling({ view: v, cue: c }: Draft): boolean {
  return FEELING.test(v.sentence.form[c]) && /^by$/i.test(v.sentence.form[c + 1] ?? '');
}

const OFFICE =
  /^(?:envoy|ambassador|minister|chairman|chairwoman|president|vice-president|director|head|chief|successor|secretary|spokesman|spokeswoman|governor|adviser|advisor|judge|commander|candidate|representative|coordinator|executive|officer|premier|mediator|negotiator|deputy)$/;
const MEETING =
  /^(?:meeting|session|summit|election|conference|strike|vote|referendum|halt|recess|boycott|rally|assembly|poll|tender|bid)$/;
const WORDS = /^(?:statement|remark|comment|claim|charge|accusation|allegation|word|confession|testimony|complaint)$/;
const LOST = /^(?:life|live|victim|casualty|dead)$/;

function isAction(draft: Draft): boolean {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const object = childOf(v, c, 'obj');
  const thing = object < 0 ? '' : s.lemma[object].toLowerCase();
  const next = (s.form[c + 1] ?? '').toLowerCase();
  const clause = content.some((w) => makesClause(v, w)) && childOf(v, c, 'ccomp') >= 0;
  switch (s.lemma[c].toLowerCase()) {
    case 'begin':
    case 'start':
    case 'continue':
    case 'go':
      return !clause && !/^(?::|,|by|with|on)$/.test(next) && !/^to$/.test(next);
    case 'appoint':
    case 'summon':
    case 'trade':
      return true;
    case 'circulate':
    case 'present':
      return !clause;
    case 'name':
    case 'nominate':
      return content.some((w) => OFFICE.test(s.lemma[w].toLowerCase()));
    case 'call':
      if (/^(?:off|up|in)$/.test(next)) return true;
      if (next === 'on') return visits(draft);
      return (
        MEETING.test(thing) &&
        childOf(v, c, 'xcomp') < 0 &&
        (/^(?:an?|another|early|new|fresh|snap|emergency|urgent)$/.test(next) || /^(?:tender|bid)$/.test(thing))
      );
    case 'allow':
    case 'permit':
      return !clause;
    case 'express':
      return isPassive(v, c) && /^(?:as|in)$/.test(next);
    case 'say':
      return v.headline && /^(?:ADJ|ADV)$/.test(s.upos[c + 1] ?? '') && childOf(v, c, 'ccomp') < 0;
    case 'raise':
    case 'lift':
    case 'cut':
    case 'lower':
    case 'trim':
    case 'boost':
      return true;
    case 'withdraw':
      return !WORDS.test(thing);
    case 'claim':
      return LOST.test(thing);
    case 'aim':
      return s.xpos[c] === 'VBN' && next === 'at' && childOf(v, c, 'aux') < 0;
    case 'verify':
    case 'confirm':
    case 'determine':
      return isPassive(v, c) && childOf(v, c, 'obl:agent') < 0 && denied(v, c);
    case 'ask':
      return s.xpos[c] === 'VBN' && next === 'to' && /^(?:comment|elaborate|respond)$/i.test(s.form[c + 2] ?? '');
    default:
      return false;
  }
}

/** "called on General Holm at his villa": somebody is visited, and nothing is asked of him. */
function visits({ view: v, cue: c, content }: Draft): boolean {
  const named = content.some((w) => w > c && v.sentence.upos[w] === 'PROPN');
  return named && childOf(v, c, 'xcomp') < 0 && !content.some((w) => /^(?:to|for|not)$/i.test(v.sentence.form[w]));
}

function denied(v: Draft['view'], c: number): boolean {
  for (let w = c - 1; w >= 0 && w > c - 5; w--)
    if (/^(?:not|n't|n’t|cannot|never)$/i.test(v.sentence.form[w])) return true;
  return false;
}

const WEATHER =
  /^(?:storm|hurricane|typhoon|cyclone|front|rain|snow|wind|flood|heat|cold|weather|system|quake|fire|air)$/;
const CHANNEL = /^(?:phone|telephone|video|mail|e-mail|email|fax|telex|radio)$/;

/** "Storm Hollis threatened to bring floods", "the economy will see growth", "agreed by phone": what cannot speak, by whatever verb. */
function isCause({ view: v, cue: c, source, content }: Draft): boolean {
  const s = v.sentence;
  const kind = classOf(v, c);
  const about = source.length > 0 ? source : isPassive(v, c) ? content.filter((w) => w < c) : [];
  if (about.length === 0) return false;
  const head = headOf(v.depth, about);
  const lemma = s.lemma[head].toLowerCase();
  if (source.length === 1 && CHANNEL.test(lemma) && /^by$/i.test(s.form[head - 1] ?? '')) return true;
  if (
    about.some((w) => WEATHER.test(s.lemma[w].toLowerCase())) &&
    (kind === 'promise' || kind === 'hope' || kind === 'admit')
  )
    return true;
  return (
    kind === 'know' && /^(?:economy|market|industry|sector|region|year|month|week|price|sale|growth|trade)$/.test(lemma)
  );
}
