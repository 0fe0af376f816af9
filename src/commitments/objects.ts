// Which things make a commitment as the object of a word that commits: one rejects an offer or an ultimatum, but denies a report; one seeks the
// release of prisoners, but not of a song. The nouns stand in codebook/commitments.txt.

import { child, children, type Sentence, subtree } from '../language/index.js';
import { acts, signOfNoun } from './acts.js';
import { lemma, verbOf } from './clause.js';
import { type Entry, lexicon } from './lexicon.js';

/** What is said: to be opposed to it is a view, to reject it a denial. */
export const SAYING =
  /^(statement|remark|comment|view|opinion|report|claim|accusation|allegation|charge|argument|interpretation|word|criticism|rumour|rumor|speculation|theory|version|notion|assertion|insinuation|comparison|doubt|fear|concern|worry|figure|estimate|number|talk|finding|complaint|label|description|narrative|parallel|explanation|conclusion|warning|protest)$/;

/** Words of refusal whose object may be anything that is not said: "turned down anything less", "ruled out any use of force". */
const OUTRIGHT = /^(reject|rule_out|rule|exclude|turn_down|turn|oppose|rebuff|spurn)$/;

/** What every side seeks. */
const USUAL =
  /^(support|backing|protection|cooperation|help|election|dialogue|understanding|solution|settlement|consultation|unity|say|voice|vote|aid|assistance|seat|answer|reply|evidence|proof|million|billion|money|cut|measure|step)s?$/;

/** What is proposed and offered at home, in business and in talk. */
const UNPROPOSED =
  /^(resistance|battle|proof|bill|budget|legislation|law|rule|regulation|amendment|tax|dividend|merger|acquisition|takeover|split|stock|name|date|candidate|toast|cut|increase|reduction|rate|change|plan|proposal|resolution|motion|view|opinion|explanation|excuse|reason|example|hope|prayer|comment|detail|clue|evidence|glimpse|solace|comfort|chance|opportunity|advice|congratulation|condolence|apology|resignation|sympathy|incentive|discount|service|product|course|share|bond|note|note|unit|security|price|tender|contract|job|line|system|standard|service|feature|alternative|choice|option|criticism|account|version|insight|sign|look|room|scope|prospect|hint|word|thank|talk|meeting|visit|session|conference|summit|call|dialogue|consultation|discussion|negotiation|round|thing|bid|fee|list|schedule|agenda|role|subject|theory|definition)$/;

/** What parliaments, courts and banks reject among themselves. */
const HOUSEHOLD =
  /^(bill|budget|amendment|appeal|lawsuit|suit|motion|candidate|nominee|nomination|application|petition|plea|loan|merger|takeover|tender|shipment|cargo|ballot|vote|divorce|candidacy)$/;

/** What binds whoever accepts it. */
const ACCEPTED =
  /^(plan|demand|request|offer|proposal|call|ceasefire|cease-fire|truce|armistice|term|compromise|timetable|resolution|formula|roadmap|mediation|ultimatum|settlement)$/;

/** True when the noun phrase at `q`, behind the word at `at`, is what a threat, a demand, an offer or a refusal is about. */
export function isMeant(s: Sentence, at: number, entry: Entry, q: number): boolean {
  const word = lemma(s, q);
  const { wanted, rejected } = lexicon();
  const heads = [q, ...subtree(s, q).filter((i) => s.deprel[i] === 'conj' && s.head[i] === q)].map((i) => lemma(s, i));
  const own = lemma(s, at);
  switch (entry.kind) {
    case 'refusal': {
      // "brushed aside German objections": what one goes on in spite of.
      if (
        /^(brush|shrug|defy|wave|scoff|disregard|flout)$/.test(own) &&
        /^(objection|warning|protest|threat|deadline|order|request|misgiving|vote|verdict|ruling)$/.test(word)
      )
        return true;
      const listed = heads.some((head) => rejected.has(head));
      if (listed) return !isReport(s, q);
      return OUTRIGHT.test(verbOf(s, at)) && !SAYING.test(word) && !HOUSEHOLD.test(word) && s.upos[q] !== 'PROPN';
    }
    case 'threat':
      return signOfNoun(s, q) < 0 || acts().cause.has(word);
    case 'sign':
      // "considering the offer": nothing is offered by it.
      if (
        /^(plan|proposal|report|draft|statement|document|paper|budget|speech|bill|deal|accord|agreement|contract|pact|treaty|result|trade|export|import|supply|loan|credit|sale|offer|reform|market|investment|payment|debt|dividend|vote|election|talk|negotiation)$/.test(
          word,
        )
      )
        return false;
      return signOfNoun(s, q) !== 0 && !(entry.strength === 'weak' && signOfNoun(s, q) > 0);
    case 'demand':
      // "seek support": politics as usual.
      if (own === 'seek' && USUAL.test(word)) return false;
      return own === 'demand' || heads.some((head) => wanted.has(head));
    case 'offer': {
      // "tabled a resolution": laid before a house, and nobody offered anything.
      if (
        /^(table|submit|unveil|put|advance|moot)$/.test(own) &&
        !/^(plan|proposal|offer|formula|compromise|initiative|package|blueprint|roadmap|idea|timetable|truce|ceasefire)$/.test(
          word,
        )
      )
        return false;
      // "offers good opportunities": what is offered in a crisis is an act, a concession, or money.
      if ([wanted, rejected, acts().good, lexicon().proposed].some((list) => heads.some((head) => list.has(head))))
        return true;
      const act =
        signOfNoun(s, q) !== 0 ||
        /^(dollar|dlr|money|hand|branch|seat|base|office|asylum|refuge|haven|passage|service|mediator|troop|police|policeman)s?$/.test(
          word,
        );
      if (own === 'offer' && act) return true;
      // Whatever one side lays before another, but for what houses, banks and firms propose.
      return (
        /^(propose|offer)$/.test(own) && s.upos[q] === 'NOUN' && !UNPROPOSED.test(word) && !acts().figures.has(word)
      );
    }
    case 'promise':
      // "accepted the plan": bound by it, where it is what sides lay before one another.
      // What will be accepted is told by its modal.
      if (own === 'agree')
        return (
          wanted.has(word) &&
          !/^(election|visit|measure|step|vote|cut|quota|reform|help|million|billion|money|dollar|pound)$/.test(word)
        );
      if (own === 'guarantee')
        return /^(safety|security|passage|border|frontier|independence|freedom|integrity|neutrality|right|inviolability|sovereignty|conduct|supply|ceasefire|truce|protection)$/.test(
          word,
        );
      return own !== 'accept' || (s.xpos[at] !== 'VB' && ACCEPTED.test(word));
    default:
      return true;
  }
}

/** "suggestions that Moscow was behind it", "the idea that ...": what somebody holds to be so. */
export function isReport(s: Sentence, q: number): boolean {
  // "ruled out talks": an occasion, and not what is said.
  if (/^talks$/i.test(s.form[q])) return false;
  if (SAYING.test(lemma(s, q))) return true;
  if (!/^(suggestion|idea|notion|talk|threat|call|claim|hint)$/.test(lemma(s, q))) return false;
  for (let i = q + 1; i < s.size && i <= q + 3; i++) {
    if (!/^that$/i.test(s.form[i])) continue;
    const verb = s.head[i];
    // "suggestions that he step down" are proposals; "that he was behind it" are reports.
    const first = children(s, verb).find((k) => k > i && k < verb && /^(aux|aux:pass|cop)$/.test(s.deprel[k])) ?? verb;
    return verb > i && child(s, verb, 'nsubj', 'nsubj:pass') > i && s.xpos[first] !== 'VB';
  }
  return false;
}
