// The frame of every page: masthead, navigation, the filters that stand in the address, and what is said when there is nothing.

import type { Party } from '../../record/index.js';
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
  ['/filing', 'File'],
];

/** A whole page. */
export function page(title: string, here: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Chancery</title>
<link rel="stylesheet" href="/desk.css">
<link rel="alternate" type="application/atom+xml" href="/incidents.atom" title="Incidents">
<script src="/desk.js" defer></script>
</head>
<body class="desk">
<a class="skip" href="#main">Skip to the page</a>
<header class="masthead">
<a class="brand" href="/">Chancery</a>
<nav aria-label="Rooms">${ROOMS.map(([path, name]) => html`<a href="${path}"${path === here ? html` aria-current="page"` : null}>${name}</a>`)}</nav>
<form class="find" action="/search" role="search"><label class="hidden" for="q">Search everything</label><input id="q" name="text" type="search" placeholder="Search" autocomplete="off"></form>
</header>
<main id="main">${body}</main>
<p class="new" role="status" aria-live="polite" hidden></p>
</body>
</html>
`.html;
}

const FIELDS: readonly [name: keyof Query, label: string, hint: string][] = [
  ['actor', 'Actor', 'IRN, IRNGOV, Gladz'],
  ['dyad', 'Dyad', 'IRN-USA'],
  ['type', 'Type', 'ASSAULT'],
  ['status', 'Status', 'planned'],
  ['from', 'From', '1987-03-01'],
  ['to', 'To', '1987-06-30'],
  ['text', 'Words', 'tanker'],
  ['asOf', 'As of', '1987-06-05'],
];

/** The filters as a form whose state is the address, so that a view can be sent to a colleague. */
export function filters(action: string, query: Query, names: readonly (keyof Query)[]): Html {
  return html`<form class="filters" action="${action}" aria-label="Filters">${FIELDS.filter(([name]) =>
    names.includes(name),
  ).map(
    ([name, label, hint]) =>
      html`<label>${label}<input name="${name}" value="${query[name] ?? ''}" placeholder="${hint}"></label>`,
  )}<button>Show</button></form>`;
}

/** The address of the same view further on. */
export function pager(path: string, query: Query, count: number): Html {
  const limit = query.limit ?? 50;
  const offset = query.offset ?? 0;
  const link = (to: number): string =>
    `${path}?${new URLSearchParams(Object.entries({ ...query, offset: to }).flatMap(([k, v]) => (v === undefined || v === '' ? [] : [[k, String(v)] as [string, string]])))}`;
  return html`<nav class="pager" aria-label="Pages">${offset > 0 ? html`<a rel="prev" href="${link(Math.max(0, offset - limit))}">← Newer</a>` : null}${count >= limit ? html`<a rel="next" href="${link(offset + limit)}">Older →</a>` : null}</nav>`;
}

export const nothing = (what: string): Html => html`<p class="nothing">${what}</p>`;

/** Actors as links to their pages. */
export function parties(list: readonly Party[]): Html {
  if (list.length === 0) return html`<span class="soft">not named</span>`;
  return html`${list.map((party, i) => html`${i > 0 ? ', ' : ''}<a class="actor" href="/actor/${encodeURIComponent(party.code.startsWith('---') ? party.name : party.code)}" title="${party.code}">${party.name}</a>`)}`;
}

/** A link to the words of a report in its dispatch. */
export function source(report: string | null, text: string): Html {
  if (report === null) return html`<span class="words">${text}</span>`;
  const [key, id] = report.split('#');
  return html`<a class="words" href="/dispatch/${key}#${id ?? ''}">${text}</a>`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "3 Jun 1987"; the text itself when it is no day. */
export function dayText(day: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(day);
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : day;
}
