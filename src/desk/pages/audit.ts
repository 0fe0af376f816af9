// The audit of anonymous sources: how much of what is said hangs on people without a name, how they are described, and whether a reason is given.

import type * as record from '../../store/index.js';
import type { Ask } from '../ask.js';
import { type Html, html } from '../html.js';
import { many } from '../names.js';
import type { Query } from '../shapes.js';
import { address } from './layout.js';

/** Statements looked at. */
const MOST = 500;

/** Stands beside the statements; null where nothing is anonymous. */
export async function audit(ask: Ask, filter: record.Filter, query: Query): Promise<Html | null> {
  if (query.sourcing !== 'anonymous') return grades(ask, filter, query);
  const found = await ask.statements({ ...filter, limit: MOST, offset: 0 });
  if (found.length === 0) return null;
  const reasons = found.filter(({ reason }) => reason !== null).length;
  // "A local official" and "the local official" describe alike; what is shown is how the newest has it.
  const described = new Map<string, { readonly name: string; count: number }>();
  for (const { description, speaker } of found) {
    const name = (description ?? speaker ?? 'no description').replace(/^(?:an?|the) /i, '');
    const known = described.get(name.toLowerCase());
    if (known) known.count++;
    else described.set(name.toLowerCase(), { name, count: 1 });
  }
  const most = [...described.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, 14);
  const top = most[0].count;
  return html`<section class="audit" aria-label="Audit of anonymous sources"><h2>The audit</h2><p>${found.length === MOST ? `The last ${MOST} statements` : many(found.length, 'statement')} on an anonymous word. A reason is given for <b>${reasons}</b>, none for <b>${found.length - reasons}</b>.</p><table class="bars"><caption>How they are described</caption><tbody>${most.map(
    ({ name, count }) => html`<tr><th scope="row">${name}</th><td>${shareBar(count / top)}${count}</td></tr>`,
  )}</tbody></table></section>`;
}

/** How the statements under these filters are sourced. */
async function grades(ask: Ask, filter: record.Filter, query: Query): Promise<Html | null> {
  if (query.sourcing) return null;
  const found = await ask.statements({ ...filter, limit: MOST, offset: 0 });
  if (found.length === 0) return null;
  return html`<section class="audit" aria-label="Sourcing"><h2>Sourcing</h2>${gradeBars(found, (grade) => address('/statements', { ...query, sourcing: grade, offset: undefined }))}</section>`;
}

/** A bar for each grade. */
export function gradeBars(statements: readonly { readonly grade: string }[], link: (grade: string) => string): Html {
  const counts = new Map<string, number>();
  for (const { grade } of statements) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return html`<table class="bars"><caption>${many(statements.length, 'statement')} by source</caption><tbody>${sorted.map(
    ([grade, count]) =>
      html`<tr><th scope="row"><a href="${link(grade)}">${grade === 'none' ? 'no source' : grade}</a></th><td>${shareBar(count / statements.length)}${count}</td></tr>`,
  )}</tbody></table>`;
}

/** A bar as long as its share. */
export const shareBar = (share: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${(100 * share).toFixed(1)}" height="10"/></svg>`;
