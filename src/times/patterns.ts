// The pattern language of codebook/times: compiles a pattern over lexemes to a matcher.
//
//   word          that word               CLASS          a word of the class, with the features it sets
//   a|b|CLASS     one of them             CLASS:name     as a nested feature of that name
//   x?            x or nothing            ( a b | c )    either sequence
//   { x }         x must stand beside the expression, outside its span; { !x } must not
//   MACRO         a pattern with a name, defined by a line "MACRO = ..."
//
// Optional parts are taken when they can be; alternatives are tried in their order. Matching never looks further back
// than three words outside the span, so a sentence takes time in proportion to its words and rules.

import type { Lexeme } from './lexemes.js';
import type { Features } from './meaning.js';

/** Matches a part of a pattern and all that comes behind it: what comes behind is known when the pattern is compiled. */
type Matcher = (line: readonly Lexeme[], at: number, features: Features) => Match | null;

/** A match: where it ends (exclusive), and what it says. */
export interface Match {
  readonly end: number;
  readonly features: Features;
}

/** A compiled pattern. */
export interface Pattern {
  /** The words and classes of which one must stand at the start, each with those of which one must stand behind it; null where nothing must. */
  readonly openings: ReadonlyMap<string, ReadonlySet<string> | null>;
  match(line: readonly Lexeme[], at: number): Match | null;
}

type Node =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'class'; readonly name: string; readonly label: string | null }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly items: readonly Node[] }
  | { readonly kind: 'optional'; readonly item: Node }
  | { readonly kind: 'beside'; readonly item: Node; readonly not: boolean };

/** How many words before the span a pattern can look at. */
const BACK = 3;

/** Compiles a pattern. Throws with a plain sentence when it cannot be read. */
export function compile(text: string, macros: ReadonlyMap<string, string>): Pattern {
  const node = parsePattern(text, macros);
  const items = node.kind === 'sequence' ? [...node.items] : [node];
  const before: Node[] = [];
  while (items[0]?.kind === 'beside') before.push(items.shift() as Node);
  if (items.length === 0) throw new Error('a pattern needs words inside its span');
  const body = compileNode({ kind: 'sequence', items }, (_, end, features) => ({ end, features }));
  // What stands before must end where the span begins.
  let begin = 0;
  const ends: Matcher = (_, end, features) => (end === begin ? { end, features } : null);
  const behind = before.map((x) => (x.kind === 'beside' ? { not: x.not, test: compileNode(x.item, ends) } : null));
  return {
    openings: openingsOf(items),
    match(line, at) {
      begin = at;
      for (const check of behind) {
        if (check === null) continue;
        let found = false;
        for (let from = at - 1; !found && from >= 0 && from >= at - BACK; from--)
          found = check.test(line, from, NOTHING) !== null;
        if (found === check.not) return null;
      }
      return body(line, at, NOTHING);
    },
  };
}

const NOTHING: Features = {};

function parsePattern(text: string, macros: ReadonlyMap<string, string>): Node {
  let source = text;
  for (let round = 0; round < 8; round++) {
    const wider = source.replace(/[A-Z][A-Z0-9_]+(?![\w/])/g, (name) =>
      macros.has(name) ? `( ${macros.get(name)} )` : name,
    );
    if (wider === source) break;
    source = wider;
  }
  const tokens = source
    .replace(/([{}()])/g, ' $1 ')
    .replace(/\)\s+\?/g, ')?')
    .trim()
    .split(/\s+/);
  let i = 0;
  const choice = (closers: readonly string[]): Node => {
    const branches: Node[][] = [[]];
    while (i < tokens.length && !closers.includes(tokens[i])) {
      const token = tokens[i++];
      if (token === '|') branches.push([]);
      else branches[branches.length - 1].push(item(token));
    }
    const nodes = branches.map((items): Node => (items.length === 1 ? items[0] : { kind: 'sequence', items }));
    return nodes.length === 1 ? nodes[0] : { kind: 'choice', items: nodes };
  };
  const close = (closers: readonly string[]): string => {
    const token = tokens[i++];
    if (token === undefined || !closers.includes(token)) throw new Error(`"${closers[0]}" is missing in: ${text}`);
    return token;
  };
  const item = (token: string): Node => {
    if (token === '(') {
      const inner = choice([')', ')?']);
      return close([')', ')?']) === ')?' ? { kind: 'optional', item: inner } : inner;
    }
    if (token === '{') {
      const not = tokens[i] === '!' || tokens[i]?.startsWith('!');
      if (not) {
        if (tokens[i] === '!') i++;
        else tokens[i] = tokens[i].slice(1);
      }
      const inner = choice(['}']);
      close(['}']);
      return { kind: 'beside', item: inner, not };
    }
    if (token.endsWith('?') && token.length > 1) return { kind: 'optional', item: item(token.slice(0, -1)) };
    if (token.length > 1 && token.includes('|')) return { kind: 'choice', items: token.split('|').map(item) };
    const [name, label] = token.split(':');
    if (/^[A-Z][A-Z0-9]+(?:\/[a-z]+)?$/.test(name)) return { kind: 'class', name, label: label ?? null };
    return { kind: 'word', text: token };
  };
  const node = choice([]);
  return node;
}

function compileNode(node: Node, next: Matcher): Matcher {
  switch (node.kind) {
    case 'word': {
      const { text } = node;
      return (line, at, features) =>
        at >= 0 && at < line.length && line[at].text === text ? next(line, at + 1, features) : null;
    }
    case 'class': {
      const { name, label } = node;
      return (line, at, features) => {
        if (at >= line.length) return null;
        for (const hit of line[at].hits) {
          if (hit.name !== name) continue;
          const found = next(
            line,
            at + 1,
            label === null ? { ...features, ...hit.features } : { ...features, [label]: labelled(hit.features, label) },
          );
          if (found !== null) return found;
        }
        return null;
      };
    }
    case 'sequence':
      return node.items.reduceRight((rest, item) => compileNode(item, rest), next);
    case 'choice': {
      const items = node.items.map((item) => compileNode(item, next));
      return (line, at, features) => {
        for (const item of items) {
          const found = item(line, at, features);
          if (found !== null) return found;
        }
        return null;
      };
    }
    case 'optional': {
      const item = compileNode(node.item, next);
      return (line, at, features) => item(line, at, features) ?? next(line, at, features);
    }
    case 'beside': {
      const item = compileNode(node.item, (_, end, features) => ({ end, features }));
      const { not } = node;
      return (line, at, features) => ((item(line, at, NOTHING) !== null) === not ? null : next(line, at, features));
    }
  }
}

// "DAY:day2" gives the one value under the new name; a whole expression keeps all its features.
function labelled(features: Features, label: string): number | string | object {
  if (label === 'outer') return features;
  const values = Object.values(features);
  return values.length > 0 ? values[0] : '';
}

/** What may come first, each with what is left of the pattern behind it; null where all of it may be passed without taking a word. */
type Lead = { readonly first: string; readonly rest: readonly Node[] } | null;

function* leadsOf(items: readonly Node[]): Generator<Lead> {
  if (items.length === 0) {
    yield null;
    return;
  }
  const [node, ...rest] = items;
  switch (node.kind) {
    case 'word':
      yield { first: node.text, rest };
      return;
    case 'class':
      yield { first: node.name, rest };
      return;
    case 'optional':
      yield* leadsOf([node.item, ...rest]);
      yield* leadsOf(rest);
      return;
    case 'choice':
      for (const item of node.items) yield* leadsOf([item, ...rest]);
      return;
    case 'sequence':
      yield* leadsOf([...node.items, ...rest]);
      return;
    case 'beside':
      yield* leadsOf(rest);
  }
}

function openingsOf(items: readonly Node[]): Map<string, Set<string> | null> {
  const openings = new Map<string, Set<string> | null>();
  for (const lead of leadsOf(items)) {
    if (lead === null) continue;
    const seconds = openings.get(lead.first);
    if (seconds === null) continue;
    const behind = [...leadsOf(lead.rest)];
    if (behind.includes(null)) openings.set(lead.first, null);
    else openings.set(lead.first, new Set([...(seconds ?? []), ...behind.map((next) => next?.first ?? '')]));
  }
  return openings;
}
