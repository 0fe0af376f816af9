// Reads a pattern file of the codebook (codebook/events/*.txt) into patterns and examples.
// The format is described in codebook/README.md. Faults are reported with file, line, column and a hint.

import { ChanceryError } from '../errors.js';
import type { PloverType } from '../records.js';
import { type Classes, wordSet } from './classes.js';
import type { Ontology } from './ontology.js';
import type { Anchor, Example, Pattern, Slot, SlotAt, WordSet } from './pattern.js';

/** A pattern with the lemma under which it is looked up. */
export interface Entry {
  readonly key: string;
  readonly pattern: Pattern;
}

/** What one file gives. */
export interface PatternFile {
  readonly entries: readonly Entry[];
  readonly examples: readonly Example[];
}

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  `about across after against along alongside amid among around as at before behind between by during for from in
  inside into mod near of off on onto out_of outside over past poss through throughout to toward towards under until
  upon via including involving targeting with within without because_of over_to away_from back_to together_with`.split(
    /\s+/,
  ),
);

const GROUPS: Readonly<Record<string, readonly PloverType[]>> = {
  coop: ['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'RETREAT', 'CONCEDE'],
  // What is promised where no meeting is: "is due to send aid".
  help: ['AGREE', 'SUPPORT', 'COOPERATE', 'AID', 'RETREAT', 'CONCEDE'],
  force: ['SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'PROTEST'],
  any: [
    ...(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'RETREAT', 'CONCEDE'] as const),
    ...(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] as const),
  ],
};

interface Token {
  readonly text: string;
  readonly column: number;
  readonly optional: boolean;
}

/** Reads one file; `first` numbers its patterns on from those of the files before it. */
export function readPatterns(text: string, file: string, classes: Classes, ontology: Ontology, first = 0): PatternFile {
  const entries: Entry[] = [];
  const examples: Example[] = [];
  let type: PloverType | null = null;
  let head: Head | null = null;
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/(^|\s)#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    const where = (column: number): string => `${file}:${i + 1}:${column}`;
    const rule = `${file}:${i + 1}`;
    const open = /^type\s+([A-Z]+)$/.exec(line);
    if (open) {
      if (!ontology.types.has(open[1])) throw new ChanceryError('E062', where(6), `${open[1]} is no PLOVER type`);
      type = open[1] as PloverType;
      continue;
    }
    if (type === null) throw new ChanceryError('E062', where(1), 'a pattern file opens with "type TYPE"');
    if (line.startsWith('[')) {
      head = readHead(line, type, ontology, classes, where);
      continue;
    }
    const field = /^(verb|noun|adj|yes|no):\s*/.exec(line);
    if (!field)
      throw new ChanceryError(
        'E063',
        where(1),
        `"${line.trim().split(' ')[0]}"; one of verb: noun: adj: yes: no: or [`,
      );
    if (head === null) throw new ChanceryError('E063', where(1), 'a pattern stands under a heading "[cameo mode]"');
    const offset = field[0].length;
    if (field[1] === 'yes' || field[1] === 'no') {
      examples.push(readExample(line.slice(offset), field[1] === 'yes', type, rule));
      continue;
    }
    let column = offset;
    for (const part of line.slice(offset).split(';')) {
      if (part.trim() !== '') {
        entries.push(
          ...readPattern(
            part,
            field[1] as Anchor,
            { ...head, type, rule, order: first + entries.length },
            classes,
            (at) => where(column + at + 1),
          ),
        );
      }
      column += part.length + 1;
    }
  }
  return { entries, examples };
}

interface Head {
  readonly cameo: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly reciprocal: boolean;
  readonly bare: boolean;
  /** Added to the weight, for readings that must win over more general ones. */
  readonly bonus: number;
  readonly prior: number;
  readonly near: WordSet | null;
  readonly far: WordSet | null;
}

/** "[195 aerial reciprocal context=military prior=0.6]" */
function readHead(
  line: string,
  type: PloverType,
  ontology: Ontology,
  classes: Classes,
  where: (column: number) => string,
): Head {
  if (!line.endsWith(']')) throw new ChanceryError('E063', where(line.length), 'the heading has no closing "]"');
  const words = line.slice(1, -1).trim().split(/\s+/);
  const cameo = ontology.cameo.get(words[0]);
  if (!cameo) throw new ChanceryError('E064', where(2), `${words[0]}; codebook/cameo.txt has no such code`);
  let mode = cameo.type === type ? cameo.mode : null;
  let contexts = cameo.contexts;
  let reciprocal = false;
  let bare = false;
  let bonus = 0;
  let prior = 0.75;
  let near: WordSet | null = null;
  let far: WordSet | null = null;
  for (const word of words.slice(1)) {
    const column = line.indexOf(word, words[0].length) + 1;
    if (word === 'reciprocal') reciprocal = true;
    else if (word === 'bare') bare = true;
    else if (/^bonus=\d+$/.test(word)) bonus = Number(word.slice(6));
    else if (word === '-') mode = null;
    else if (word.startsWith('context=')) contexts = word.slice(8).split(',');
    else if (/^prior=[01](\.\d+)?$/.test(word)) prior = Number(word.slice(6));
    else if (/^(near|far)=/.test(word)) {
      const set = setOf(
        `{${word.slice(word.indexOf('=') + 1)}}`,
        classes,
        (detail) => new ChanceryError('E061', where(column), detail),
      );
      if (word.startsWith('near')) near = set;
      else far = set;
    } else if (ontology.types.get(type)?.modes.has(word)) mode = word;
    else throw new ChanceryError('E064', where(column), `${word} is no mode of ${type}`);
  }
  return { cameo: words[0], mode, contexts, reciprocal, bare, bonus, prior, near, far };
}

function readExample(text: string, want: boolean, type: PloverType, rule: string): Example {
  const [sentence, actors] = text.split(/\s+\|\s+/);
  const [source, target] = (actors ?? '').split('>').map((part) => part.trim());
  return { want, type, text: sentence.trim(), source: source || null, target: target || null, rule };
}

function readPattern(
  text: string,
  anchor: Anchor,
  head: Head & { type: PloverType; rule: string; order: number },
  classes: Classes,
  where: (offset: number) => string,
): Entry[] {
  const tokens = tokenize(text, where);
  const slots: Slot[] = [];
  let negated = false;
  let i = 0;
  if (anchor !== 'noun') {
    const subject = tokens[i++];
    if (!subject || !/^([STP](?![a-z])|_$|\{|.+=)/.test(subject.text)) {
      throw new ChanceryError('E065', where(0), 'a verb or adj pattern opens with its subject: S, T, P, _ or {class}');
    }
    if (subject.text !== '_')
      slots.push({ ...slotOf(subject, 'subj', [], classes, where), optional: /^[ST]$/.test(subject.text) });
    if (tokens[i]?.text === 'not') {
      negated = true;
      i++;
    }
  }
  const anchorToken = tokens[i++];
  if (!anchorToken) throw new ChanceryError('E065', where(text.length), 'the anchor word is missing');
  for (; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (token.text === 'that' && next) {
      slots.push(slotOf(next, 'that', [], classes, where));
      i++;
    } else if (token.text === 'to' && next && /^(OWN|ACT)/.test(next.text)) {
      slots.push(slotOf(next, 'clause', [], classes, where));
      i++;
    } else if (next && token.text.split('|').every((word) => PREPOSITIONS.has(word))) {
      slots.push(slotOf(next, 'prep', token.text.split('|'), classes, where));
      i++;
    } else {
      const strange = token.text.split('|').filter((word) => !PREPOSITIONS.has(word));
      if (
        next &&
        /^[TP]!*([+-]|$)/.test(next.text) &&
        strange.length > 0 &&
        strange.length * 2 < token.text.split('|').length
      )
        throw new ChanceryError(
          'E065',
          where(token.column),
          `"${strange[0]}" is no preposition, the words beside it are`,
        );
      const at: SlotAt = slots.some((slot) => slot.at === 'obj') ? 'comp' : 'obj';
      slots.push(slotOf(token, at, [], classes, where));
    }
  }
  const weight = weigh(slots) + (negated ? 3 : 0) + head.bonus;
  return expand(
    anchorToken.text,
    classes,
    (detail) => new ChanceryError('E061', where(anchorToken.column), detail),
  ).map((word) => {
    const parts = word.split(/[\s_]+/);
    const key = anchor === 'verb' ? parts[0] : parts[parts.length - 1];
    const rest = anchor === 'verb' ? parts.slice(1) : parts.slice(0, -1).reverse();
    const pattern: Pattern = {
      type: head.type,
      mode: head.mode,
      cameo: head.cameo,
      contexts: head.contexts,
      reciprocal: head.reciprocal,
      bare: head.bare,
      prior: head.prior,
      near: head.near,
      far: head.far,
      anchor,
      with: rest,
      negated,
      slots,
      weight: weight + 2 * rest.length,
      order: head.order,
      rule: head.rule,
      text: text.trim(),
    };
    return { key: `${anchor} ${key}`, pattern };
  });
}

/** Splits into words; what stands in parentheses is optional. */
function tokenize(text: string, where: (offset: number) => string): Token[] {
  const tokens: Token[] = [];
  let optional = false;
  for (const match of text.matchAll(/[()]|[^\s()]+/g)) {
    if (match[0] === '(') {
      if (optional) throw new ChanceryError('E065', where(match.index), 'a "(" inside parentheses');
      optional = true;
    } else if (match[0] === ')') {
      if (!optional) throw new ChanceryError('E065', where(match.index), 'a ")" without "("');
      optional = false;
    } else tokens.push({ text: match[0], column: match.index, optional });
  }
  if (optional) throw new ChanceryError('E065', where(text.length), 'a "(" without ")"');
  return tokens;
}

function slotOf(
  token: Token,
  at: SlotAt,
  preps: readonly string[],
  classes: Classes,
  where: (offset: number) => string,
): Slot {
  const { slots } = madeFor(classes);
  const key = `${at} ${token.optional} ${preps.join('|')} ${token.text}`;
  let slot = slots.get(key);
  if (!slot) {
    slot = makeSlot(token, at, preps, classes, where);
    slots.set(key, slot);
  }
  return slot;
}

function makeSlot(
  token: Token,
  at: SlotAt,
  preps: readonly string[],
  classes: Classes,
  where: (offset: number) => string,
): Slot {
  const fail = (detail: string): ChanceryError => new ChanceryError('E061', where(token.column), detail);
  const base = { at, preps, optional: token.optional };
  const act = /^(OWN|ACT|MUST)(?:\[(-?)([A-Za-z,]+)\])?(?:-(\{[\w-]+\}))?$/.exec(token.text);
  if (act) {
    const types = act[3]?.split(',').flatMap((name) => GROUPS[name] ?? [name as PloverType]) ?? null;
    return {
      ...base,
      role: null,
      words: null,
      not: act[4] ? setOf(act[4], classes, fail) : null,
      act: act[1] === 'OWN' ? 'own' : act[1] === 'ACT' ? 'other' : 'must',
      actTypes: types && !act[2] ? new Set(types) : null,
      notTypes: types && act[2] ? new Set(types) : null,
      actor: false,
    };
  }
  const role = /^([STP])(!{0,2})(?:\+((?:\{[\w-]+\}|[^-!{}])+))?(?:-(\S+))?$/.exec(token.text);
  if (role) {
    return {
      ...base,
      role: role[1] as 'S' | 'T' | 'P',
      words: role[3] ? setOf(role[3], classes, fail) : null,
      not: role[4] ? setOf(role[4], classes, fail) : null,
      act: null,
      actTypes: null,
      notTypes: null,
      actor: role[2] === '!!' ? 'direct' : role[2] === '!',
    };
  }
  const words = /^(.+?)(?:=([STP])(!?))?$/.exec(token.text)!;
  return {
    ...base,
    role: (words[2] as 'S' | 'T' | 'P' | undefined) ?? null,
    words: setOf(words[1], classes, fail),
    not: null,
    act: null,
    actTypes: null,
    notTypes: null,
    actor: words[3] === '!',
  };
}

/** Slots and word sets already made from a text, for each set of classes: most stand in many patterns. */
const made = new WeakMap<Classes, { readonly slots: Map<string, Slot>; readonly sets: Map<string, WordSet> }>();

function madeFor(classes: Classes): { readonly slots: Map<string, Slot>; readonly sets: Map<string, WordSet> } {
  let store = made.get(classes);
  if (!store) {
    store = { slots: new Map(), sets: new Map() };
    made.set(classes, store);
  }
  return store;
}

function setOf(text: string, classes: Classes, fail: (detail: string) => ChanceryError): WordSet {
  const { sets } = madeFor(classes);
  let set = sets.get(text);
  if (!set) {
    set = wordSet(expand(text, classes, fail));
    sets.set(text, set);
  }
  return set;
}

function expand(text: string, classes: Classes, fail: (detail: string) => ChanceryError): string[] {
  return text.split('|').flatMap((word) => {
    if (!word.startsWith('{')) {
      if (!/^[a-z0-9][\w.'’-]*$/i.test(word) || /^[STP]$/.test(word)) throw fail(`"${word}" is no word here`);
      return [word];
    }
    const entries = classes.get(word.slice(1, -1));
    if (!entries || !word.endsWith('}')) throw fail(`${word}; codebook/classes.txt has no such class`);
    return [...entries];
  });
}

/** How much a pattern asks for: words count most, then acts, then actors and places filled. */
function weigh(slots: readonly Slot[]): number {
  let weight = 0;
  for (const slot of slots) {
    if (slot.optional) continue;
    if (slot.words) weight += slot.at === 'subj' ? 2 : 3;
    if (slot.act) weight += slot.actTypes ? 2.5 : 2;
    if (slot.actor) weight += 1;
    if (slot.not) weight += 0.5;
    if (slot.role) weight += 1;
  }
  return weight;
}
