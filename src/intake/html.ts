// A web page: its article (Mozilla's Readability on linkedom; no script runs, nothing is fetched) and its metadata
// (JSON-LD of schema.org, Open Graph, <time>).

import { createRequire } from 'node:module';
import type { Document } from 'domhandler';
import { ChanceryError } from '../errors.js';
import type { Dispatch } from '../records.js';
import { compose, type Parts } from './compose.js';
import { attribute, elements, first, parseHtml, textOf, value } from './markup.js';
import type { Piece } from './piece.js';

// Loaded when the first page comes: they are large, and most inputs need neither.
const load = createRequire(import.meta.url);

/** Pages with more elements than this are no news pages. */
const MOST_ELEMENTS = 100_000;

export function dispatchOfHtml({ body, where, hints }: Piece): Dispatch | ChanceryError {
  const page = parseHtml(body);
  const meta = metadata(page);
  const content = article(body) ?? plainBody(page);
  if (content === null || content.trim() === '') return new ChanceryError('E016', where);
  return compose({ ...meta, body: content }, hints);
}

function article(html: string): string | null {
  const { parseHTML } = load('linkedom') as typeof import('linkedom');
  const { Readability } = load('@mozilla/readability') as typeof import('@mozilla/readability');
  try {
    const { document } = parseHTML(html);
    const found = new Readability(document, {
      maxElemsToParse: MOST_ELEMENTS,
      charThreshold: 200,
    }).parse();
    return found?.content ? textOf(parseHtml(found.content).children) : null;
  } catch {
    // Pages that Readability cannot stand are read whole.
    return null;
  }
}

/** All text of the page's article or body, where nothing better is found. */
function plainBody(page: Document): string | null {
  const root = first(page, 'article', 'main', 'body');
  const text = textOf(root ? root.children : page.children);
  return text === '' ? null : text;
}

type Meta = Omit<Parts, 'body'>;

function metadata(page: Document): Meta {
  const tags = new Map<string, string>();
  for (const tag of elements(page, 'meta')) {
    const name = attribute(tag, 'property') ?? attribute(tag, 'name') ?? attribute(tag, 'itemprop');
    const content = attribute(tag, 'content');
    if (name && content && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), content);
  }
  const tag = (...names: readonly string[]): string | null => {
    for (const name of names) if (tags.has(name)) return tags.get(name)!;
    return null;
  };
  const news = newsArticle(page);
  return {
    headline: text(news?.headline) ?? tag('og:title', 'twitter:title') ?? value(page, 'h1') ?? value(page, 'title'),
    date:
      text(news?.datePublished) ??
      tag(
        'article:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'pubdate',
        'parsely-pub-date',
      ) ??
      attribute(first(page, 'time'), 'datetime'),
    agency: nameOf(news?.publisher) ?? tag('og:site_name'),
    language: text(news?.inLanguage) ?? attribute(first(page, 'html'), 'lang'),
    authors: names(news?.author) ?? (tag('author', 'article:author') ? [tag('author', 'article:author')!] : []),
  };
}

type Json = Readonly<Record<string, unknown>>;

/** The page's schema.org article, wherever in its JSON-LD it stands. */
function newsArticle(page: Document): Json | null {
  for (const script of elements(page, 'script')) {
    if (attribute(script, 'type') !== 'application/ld+json') continue;
    let data: unknown;
    try {
      data = JSON.parse(script.children.map((node) => ('data' in node ? node.data : '')).join(''));
    } catch {
      continue;
    }
    const queue: unknown[] = [data];
    for (let i = 0; i < queue.length && i < 200; i++) {
      const item = queue[i];
      if (Array.isArray(item)) queue.push(...item.slice(0, 100));
      else if (typeof item === 'object' && item !== null) {
        const type = String((item as Json)['@type'] ?? '');
        if (/Article|Posting|Report/.test(type)) return item as Json;
        if ('@graph' in item) queue.push((item as Json)['@graph']);
      }
    }
  }
  return null;
}

function text(item: unknown): string | null {
  return typeof item === 'string' && item.trim() !== '' ? item.trim() : null;
}

function nameOf(item: unknown): string | null {
  if (Array.isArray(item)) return nameOf(item[0]);
  return text(item) ?? (typeof item === 'object' && item !== null ? text((item as Json).name) : null);
}

function names(item: unknown): string[] | null {
  const list = (Array.isArray(item) ? item : [item]).map(nameOf).filter((name): name is string => name !== null);
  return list.length > 0 ? list.slice(0, 20) : null;
}
