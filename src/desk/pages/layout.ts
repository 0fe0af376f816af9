// The frame of every page: masthead, rooms, the filters that stand in the address, and what is said when there is nothing.

import type { Party } from '../../record/index.js';
import { allows, type Role } from '../guard.js';
import { type Html, html } from '../html.js';
import type { Query } from '../shapes.js';

const ROOMS: readonly [path: string, name: string][] = [
  ['/', 'Crisis'],
  ['/incidents', 'Incidents'],
  ['/ledger', 'Ledger'],
  ['/daybook', 'Daybook'],
  ['/disputes', 'Disputes'],
  ['/statements', 'Statements'],
  ['/stories', 'Stories'],
  ['/dyad', 'Dyads'],
  ['/actors', 'Actors'],
  ['/map', 'Map'],
];

/** Who looks at a page: what is allowed, and whether there is a session to leave. Null before logging in. */
export interface Viewer {
  readonly role: Role;
  readonly guarded: boolean;
}

/** A whole page. */
export function page(title: string, here: string, body: Html, viewer: Viewer | null): string {
  const file = viewer && allows(viewer.role, 'file');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Chancery</title>
<link rel="stylesheet" href="/desk.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" href="/incidents.atom" title="Incidents">
<script src="/desk.js" defer></script>
</head>
<body class="desk">
<a class="skip" href="#main">Skip to the page</a>
<header class="masthead">
<a class="brand" href="/">Chancery</a>
${
  viewer
    ? html`<nav aria-label="Rooms">${ROOMS.map(([path, name]) => html`<a href="${path}"${path === here ? html` aria-current="page"` : null}>${name}</a>`)}${file ? html`<a class="act" href="/filing"${here === '/filing' ? html` aria-current="page"` : null}>File</a>` : null}</nav>
<form class="find" action="/search" role="search"><label class="hidden" for="q">Search everything</label><input id="q" name="text" type="search" placeholder="Search  /" autocomplete="off"></form>${viewer.guarded ? html`<form class="leave" method="post" action="/logout"><button class="plain">Log out</button></form>` : null}`
    : null
}
</header>
<main id="main" tabindex="-1">${body}</main>
<aside class="peek" hidden aria-live="polite"></aside>
<p class="new" role="status" aria-live="polite"></p>
</body>
</html>
`.html;
}

/** The values that a filter can have; none where any word goes. */
export type Choices = Partial<Record<keyof Query, readonly string[]>>;

const FIELDS: readonly [name: keyof Query, label: string, hint: string][] = [
  ['text', 'Words', 'tanker strait'],
  ['actor', 'Actor', 'IRN, IRNGOV, Gladz'],
  ['dyad', 'Dyad', 'IRN-USA'],
  ['type', 'Type', ''],
  ['status', 'State', ''],
  ['sourcing', 'Source', ''],
  ['place', 'Place', 'Muscat'],
  ['from', 'From', ''],
  ['to', 'To', ''],
  ['asOf', 'As of', '1987-06-05'],
];

/** The filters as a form whose state is the address, so that a view can be sent to a colleague. */
export function filters(action: string, query: Query, names: readonly (keyof Query)[], choices: Choices = {}): Html {
  const control = (name: keyof Query, hint: string): Html => {
    const value = String(query[name] ?? '');
    const known = choices[name];
    if (known)
      return html`<select name="${name}"><option value="">any</option>${[...new Set([...known, ...(value ? [value] : [])])].map((one) => html`<option${one === value ? html` selected` : null}>${one}</option>`)}</select>`;
    if (name === 'from' || name === 'to') return html`<input type="date" name="${name}" value="${value}">`;
    return html`<input name="${name}" value="${value}" placeholder="${hint}">`;
  };
  const set = names.some((name) => query[name] !== undefined);
  return html`<form class="filters" action="${action}" aria-label="Filters">${FIELDS.filter(([name]) =>
    names.includes(name),
  ).map(
    ([name, label, hint]) => html`<label><span>${label}</span>${control(name, hint)}</label>`,
  )}<button>Show</button>${set ? html`<a class="clear" href="${action}">Clear</a>` : null}</form>`;
}

/** The address of `path` with these filters; what is undefined or empty is left out. */
export function address(path: string, query: Readonly<Record<string, unknown>>): string {
  const words = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === null || value === '' ? [] : [[key, String(value)] as [string, string]],
    ),
  ).toString();
  return words === '' ? path : `${path}?${words}`;
}

/** The address of the same view further on. */
export function pager(
  path: string,
  query: Query,
  count: number,
  words: readonly [string, string] = ['Newer', 'Older'],
): Html {
  const limit = query.limit ?? 50;
  const offset = query.offset ?? 0;
  if (offset === 0 && count < limit) return html``;
  const link = (to: number): string => address(path, { ...query, offset: to || undefined });
  return html`<nav class="pager" aria-label="Pages">${offset > 0 ? html`<a rel="prev" href="${link(Math.max(0, offset - limit))}">← ${words[0]}</a>` : html`<span></span>`}${count >= limit ? html`<a rel="next" href="${link(offset + limit)}">${words[1]} →</a>` : null}</nav>`;
}

export const nothing = (what: string | Html): Html => html`<p class="nothing">${what}</p>`;

/** Where an actor's page is. */
export const actorPath = (code: string, name: string): string =>
  `/actor/${encodeURIComponent(code.startsWith('---') || code === '' ? name : code)}`;

/** A code without the dashes that stand for a country nobody told. @example plainCode('---CVL') // "CVL" */
export const plainCode = (code: string): string => code.replace(/^-+/, '');

/** Actors as links to their pages. */
export function parties(list: readonly Party[]): Html {
  if (list.length === 0) return html`<span class="soft">not named</span>`;
  // "The leaders of Egypt, Sudan and Ethiopia" are three actors of one name: they are named once.
  const all = list.filter(({ name }, i) => list.findIndex((one) => one.name === name) === i);
  const shown = all.slice(0, 6);
  return html`${shown.map((party, i) => html`${i > 0 ? ', ' : ''}<a class="actor" href="${actorPath(party.code, party.name)}" title="${plainCode(party.code)}">${party.name}</a>`)}${all.length > shown.length ? html` <span class="soft">and ${all.length - shown.length} more</span>` : null}`;
}

/** The page of a report's words in its dispatch. */
export function place(report: string): string {
  const [key, id = ''] = report.split('#');
  return `/dispatch/${key}#${id}`;
}

/** A link to the words of a report in its dispatch. */
export function source(report: string | null, text: string): Html {
  if (report === null) return html`<span class="words">${text}</span>`;
  return html`<a class="words" href="${place(report)}">${text}</a>`;
}

/** A link to the explanation of a report. */
export function why(report: string): Html {
  const [key, id = ''] = report.split('#');
  if (id === '' || id === 'story') return html``;
  return html`<a class="why" href="/why/${key}/${id}">why?</a>`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "3 Jun 1987"; the text itself when it is no day. */
export function dayText(day: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(day);
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : day;
}

/** "3 Jun": where the year is plain. */
export function shortDay(day: string): string {
  return dayText(day).replace(/ \d{4}$/, '');
}

/** "Jun 1987" of "1987-06". */
export function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}
