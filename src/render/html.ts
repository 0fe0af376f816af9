// A Reading as a web page that needs nothing else: the dispatch as a newspaper would set it, its spans marked by kind,
// and beside it the records. Pointing at one lights the other. No network, no inline handler, everything escaped, a strict CSP.

import { createHash } from 'node:crypto';
import type { Block, Reading } from '../records.js';
import { cardsOf } from './cards.js';
import { escapeHtml } from './escape.js';
import { type Mark, marksOf, type Segment, segmentsOf } from './marks.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { day, editionOf, titleOf } from './view.js';

/** The whole page for one reading. */
export function renderHtml(reading: Reading): string {
  return pageStart(titleOf(reading)) + renderArticle(reading) + pageEnd();
}

/** The page up to its first dispatch. A page can hold any number of them. */
export function pageStart(title = 'Chancery'): string {
  const policy = `default-src 'none'; style-src '${hash(STYLE)}'; script-src '${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Chancery">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav class="legend" aria-label="What is marked">
<span class="brand">Chancery</span>
${LEGEND.map(([kind, name]) => `<label class="chip c-${kind}"><input type="checkbox" id="show-${kind}" checked><span>${name}</span></label>`).join('\n')}
</nav>
`;
}

export function pageEnd(): string {
  return `<aside class="peek" hidden aria-live="polite"></aside>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const LEGEND: readonly (readonly [string, string])[] = [
  ['commitment', 'threats & conditions'],
  ['event', 'events'],
  ['statement', 'statements'],
  ['meeting', 'meetings'],
  ['claim', 'disputes'],
  ['actor', 'actors'],
  ['time', 'times'],
  ['place', 'places'],
];

function hash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

/** One dispatch with its records, as a part of a page; `tools` is what the cards carry beside their titles, as HTML. */
export function renderArticle(reading: Reading, tools?: (id: string) => string): string {
  const { dispatch } = reading;
  const marks = marksOf(reading);
  const edition = editionOf(reading);
  const story: string[] = [];
  let paragraph = 0;
  const labelled = new Set<string>();
  for (const block of dispatch.blocks) {
    if (block.kind === 'paragraph') paragraph++;
    // The mark stands in the line above the headline already.
    if (block.kind === 'edition') continue;
    story.push(blockHtml(block, reading, marks, paragraph, labelled));
  }
  const hasHeadline = dispatch.blocks.some((block) => block.kind === 'headline');
  const facts = [
    dispatch.agency,
    dispatch.date ? `${day(dispatch.date.value)}${dispatch.date.known ? '' : ' (year inferred)'}` : 'no date',
    // A slug in the text stands in its own line.
    dispatch.blocks.some((block) => block.kind === 'slug') ? null : dispatch.slug,
    dispatch.source,
  ].filter((fact): fact is string => fact !== null);
  return `<article class="dispatch">
<div class="story">
<header>
<p class="kicker">${edition ? `<b>${escapeHtml(edition)}</b> ` : ''}${facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join(' ')}</p>
${hasHeadline || !dispatch.headline ? '' : `<h1>${escapeHtml(dispatch.headline)}</h1>`}
</header>
${story.join('\n')}
</div>
<div class="records">
${cardsOf(reading, tools)}
</div>
</article>
`;
}

const TAGS: Readonly<Record<Block['kind'], string>> = {
  slug: 'p',
  edition: 'p',
  headline: 'h1',
  attribution: 'p',
  note: 'p',
  byline: 'p',
  dateline: 'span',
  paragraph: 'p',
  crosshead: 'h2',
  table: 'pre',
  credits: 'p',
  end: 'p',
};

function blockHtml(
  block: Block,
  reading: Reading,
  marks: readonly Mark[],
  paragraph: number,
  labelled: Set<string>,
): string {
  const tag = TAGS[block.kind];
  const number = block.kind === 'paragraph' ? ` data-n="${paragraph}"` : '';
  const inner = segmentsOf(marks, block.span[0], block.span[1])
    .map((segment) => segmentHtml(segment, reading.dispatch.text, labelled))
    .join('');
  return `<${tag} class="${block.kind}"${number}>${inner}</${tag}>`;
}

function segmentHtml({ start, end, marks }: Segment, text: string, labelled: Set<string>): string {
  const words = escapeHtml(text.slice(start, end));
  if (marks.length === 0) return words;
  const kinds = [...new Set(marks.map((mark) => `k-${mark.kind}`))].join(' ');
  const ids = [...new Set(marks.map((mark) => mark.id))].map(escapeHtml).join(' ');
  // A mark may go over several segments: only its first carries the label and takes the focus.
  const opens = marks.filter((mark) => mark.start === start && !labelled.has(`${mark.kind} ${mark.id} ${mark.start}`));
  for (const mark of opens) labelled.add(`${mark.kind} ${mark.id} ${mark.start}`);
  const label = opens.find((mark) => mark.label)?.label;
  const focus = opens.find((mark) => FOCUSABLE.has(mark.kind));
  return `<span class="${kinds}" data-r="${ids}"${label ? ` data-label="${escapeHtml(label)}"` : ''}${focus ? ` data-f="${escapeHtml(focus.id)}" tabindex="0"` : ''}>${words}</span>`;
}

const FOCUSABLE: ReadonlySet<Mark['kind']> = new Set(['event', 'cue', 'if', 'then', 'commitment', 'meeting', 'claim']);
