// Whose word an offset stands in. Asked of every act of a dispatch, so the contents are laid out once for each list of statements.

import type { Statement } from '../records.js';

/** Stretches of text in order, each with the innermost statement that holds it; null between contents. */
interface Layout {
  readonly starts: readonly number[];
  readonly holders: readonly (Statement | null)[];
}

/** A list so short is looked through. */
const SHORT = 12;

/** What was laid out, for as long as its list is in use. */
const layouts = new WeakMap<readonly Statement[], Layout>();

/** The innermost statement in whose content `offset` stands, or null: that with the smallest piece, the first of equals. */
export function statementAt(statements: readonly Statement[], offset: number): Statement | null {
  if (statements.length > SHORT) {
    let layout = layouts.get(statements);
    if (layout === undefined) {
      layout = layoutOf(statements);
      layouts.set(statements, layout);
    }
    return lookUp(layout, offset);
  }
  let found: Statement | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    for (const [start, end] of statement.content) {
      const within = end - start === size && statement.parent !== null && statement.parent === found?.id;
      if (start <= offset && offset < end && (end - start < size || within)) {
        found = statement;
        size = end - start;
      }
    }
  }
  return found;
}

function lookUp({ starts, holders }: Layout, offset: number): Statement | null {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : holders[low - 1];
}

/** One sweep over the pieces by their starts; those that are open are few, since contents nest no deeper than a sentence allows. */
function layoutOf(statements: readonly Statement[]): Layout {
  const pieces = statements
    .flatMap((statement, order) => statement.content.map(([start, end]) => ({ start, end, order, statement })))
    .sort((a, b) => a.start - b.start || a.order - b.order);
  const edges = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const holders: (Statement | null)[] = [];
  let open: typeof pieces = [];
  let next = 0;
  for (const edge of edges) {
    open = open.filter(({ end }) => end > edge);
    while (next < pieces.length && pieces[next].start <= edge) open.push(pieces[next++]);
    let inner: (typeof pieces)[number] | null = null;
    for (const piece of open) {
      if (piece.end <= edge) continue;
      const size = piece.end - piece.start;
      const best = inner === null ? Number.POSITIVE_INFINITY : inner.end - inner.start;
      // Of equals the first, but one within the other before it.
      const within = inner !== null && piece.statement.parent === inner.statement.id;
      if (size < best || (size === best && inner !== null && (within || piece.order < inner.order))) inner = piece;
    }
    holders.push(inner?.statement ?? null);
  }
  return { starts: edges, holders };
}
