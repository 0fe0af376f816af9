// The sources of one dispatch: who stands behind each, how good it is, what is told of one without a name.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Actor, Anonymity, Dispatch, Statement } from '../records.js';
import type { Attribution } from './assemble.js';
import { anonymityOf, firmsIn, gradeOf, isPronoun, type Phrase, reasonIn, withholds } from './sourcing.js';
import { isFirstPerson, isPlural, speakersOf } from './speakers.js';

/** How many sentences behind an anonymous source the reason for its anonymity may stand. */
const REASON_BEHIND = 3;

/** What all statements of a dispatch need to know of its sources. */
export class Sources {
  private readonly withheld = new Map<number, string | null>();
  /** Last words of the names of people. */
  private readonly people = new Set<string>();
  private readonly firms = new Set<string>();
  /** People of two names and more, by the last. */
  private readonly surnames = new Map<string, Actor[]>();

  constructor(
    private readonly dispatch: Dispatch,
    private readonly sentences: readonly Sentence[],
    private readonly cast: Cast,
  ) {
    for (const actor of cast.actors) {
      const last =
        actor.kind === 'person' && actor.name.includes(' ') ? actor.name.slice(actor.name.lastIndexOf(' ') + 1) : '';
      if (last !== '') this.surnames.set(last, [...(this.surnames.get(last) ?? []), actor]);
    }
    for (const sentence of sentences) {
      for (const { type, end } of sentence.names) if (type === 'PER') this.people.add(sentence.form[end - 1]);
      for (const word of firmsIn(sentence)) this.firms.add(word);
      const text = dispatch.text.slice(sentence.span[0], sentence.span[1]);
      if (withholds(text)) this.withheld.set(sentence.index, reasonIn(text));
    }
  }

  /** Who speaks; more than one where several are named as one source. */
  speakers(one: Attribution, phrase: Phrase, above: Actor | undefined): readonly Actor[] {
    if (isFirstPerson(phrase) && above !== undefined) {
      return [isPlural(phrase) ? (this.governmentOf(above) ?? above) : above];
    }
    if (one.source.length === 0) return [];
    if (above !== undefined && isOf(above, phrase)) return [above];
    const found = speakersOf(one, phrase, this.cast);
    const known = found.length > 1 || found[0]?.kind === 'person' ? undefined : this.surnamed(phrase);
    const short = known ?? (found.length <= 1 ? this.shortened(phrase, found[0]) : undefined);
    return short === undefined ? found : [short];
  }

  /** "Hand said" of Graham Hand, named before: a name that the cast does not know alone. */
  private surnamed({ sentence: s, words, head }: Phrase): Actor | undefined {
    if (head < 0 || words.length !== 1 || s.upos[head] !== 'PROPN') return undefined;
    const [first, ...others] = this.surnames.get(s.form[head]) ?? [];
    return others.length === 0 && first !== undefined && first.mentions.some(([at]) => at < s.start[head])
      ? first
      : undefined;
  }

  /** "Dunmore said" of Dunmore Holdings Inc, named before: the first words of the one body that bears them. */
  private shortened({ sentence: s, words, head }: Phrase, own: Actor | undefined): Actor | undefined {
    if (head < 0 || words.length > 3 || !words.every((w) => /^\p{Lu}/u.test(s.form[w]))) return undefined;
    const name = words.map((w) => s.form[w]).join(' ');
    // The cast may have taken a single word for a surname, or the first words for a place.
    const part = own !== undefined && name.startsWith(`${own.name} `);
    if (own !== undefined && !part && (own.country !== null || own.role !== null || own.name.includes(' ')))
      return undefined;
    const bodies = this.cast.actors.filter(
      (actor) =>
        actor.kind === 'organisation' &&
        actor.name.startsWith(`${name} `) &&
        actor.mentions.some(([at]) => at < s.start[words[0]]),
    );
    return bodies.length === 1 ? bodies[0] : undefined;
  }

  grade(phrase: Phrase, actor: Actor | undefined): Statement['sourcing'] {
    // "Kenya will host them, an official said on condition of anonymity": the one without a name is a person.
    const body = actor !== undefined && /^(?:country|government|organisation)$/.test(actor.kind);
    const named = phrase.head >= 0 && this.withheld.has(phrase.sentence.index) && !isPronoun(phrase) && !body;
    return gradeOf(phrase, actor, named && mayBeUnnamed(phrase), this.people, this.firms);
  }

  anonymity(phrase: Phrase, actor: Actor | undefined): Anonymity | null {
    const { index, block } = phrase.sentence;
    let reason = this.withheld.get(index) ?? null;
    for (let i = index + 1; i <= index + REASON_BEHIND && reason === null; i++) {
      const next = this.sentences[i];
      if (next === undefined || next.block !== block) break;
      // Behind the source only a sentence about it tells why: "He asked not to be named", "The officials spoke on condition ...".
      if (
        /^(?:he|she|they|both|all)$/i.test(next.form[0]) ||
        next.form.slice(0, 6).includes(phrase.sentence.form[phrase.head])
      )
        reason = this.withheld.get(i) ?? null;
    }
    const told = anonymityOf(phrase, this.dispatch.text, reason);
    return told !== null && isPronoun(phrase) && actor !== undefined ? { ...told, description: actor.name } : told;
  }

  /** "We" of a minister is his government, where the dispatch knows it. */
  private governmentOf(actor: Actor): Actor | undefined {
    if (actor.kind !== 'person' || actor.sector !== 'GOV' || actor.country === null) return undefined;
    return this.cast.actors.find(
      (other) => other.kind === 'government' && other.country === actor.country && other.sector === 'GOV',
    );
  }
}

/** A phrase that holds no name of a person may stand for somebody whose name is withheld. */
function mayBeUnnamed({ sentence, words }: Phrase): boolean {
  return !sentence.names.some((name) => name.type === 'PER' && words.some((w) => w >= name.first && w < name.end));
}

/** "The coast guard said it fired on ships that it said had intruded": "it" within a body's word, in one sentence, is the body. */
function isOf(above: Actor, { sentence: s, head }: Phrase): boolean {
  if (head < 0 || !/^it$/i.test(s.form[head]) || above.kind === 'person' || above.kind === 'unnamed') return false;
  return above.mentions.some(([start]) => start >= s.span[0] && start < s.start[head]);
}
