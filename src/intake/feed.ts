// Feeds: RSS 0.9 to 2.0, RDF, Atom. Every item is a dispatch, with the fullest text that the feed gives.

import type { Element } from 'domhandler';
import { ChanceryError } from '../errors.js';
import type { Dispatch } from '../records.js';
import { compose } from './compose.js';
import { attribute, elements, first, parseHtml, parseXml, textOf, value } from './markup.js';
import type { Piece } from './piece.js';

export function dispatchesOfFeed({ body, where, hints }: Piece): (Dispatch | ChanceryError)[] {
  const page = parseXml(body);
  const items = elements(page, 'item', 'entry');
  if (items.length === 0) return [new ChanceryError('E015', where)];
  const feed = first(page, 'channel', 'feed');
  const publisher = feed ? titleOf(feed) : null;
  const language = feed ? (value(feed, 'language') ?? attribute(feed, 'xml:lang')) : null;
  return items.map((item, i) => {
    const headline = titleOf(item);
    const content = contentOf(item);
    if (content === '' && headline === null) return new ChanceryError('E002', `${where}#${i + 1}`);
    return compose(
      {
        id: value(item, 'guid', 'id') ?? linkOf(item) ?? `${where}#${i + 1}`,
        source: linkOf(item),
        headline: content === '' ? null : headline,
        body: content === '' ? (headline ?? '') : content,
        date: value(item, 'pubDate', 'published', 'date', 'updated'),
        agency: value(item, 'source') ?? publisher,
        language,
        authors: elements(item, 'creator', 'author')
          .map((author) => value(author, 'name') ?? textOf(author.children))
          .filter((name) => name !== '' && !name.includes('@')),
      },
      hints,
    );
  });
}

/** The title that stands right under the element: a channel's items have titles too. */
function titleOf(element: Element): string | null {
  const title = element.children.find((node): node is Element => node.type === 'tag' && node.name === 'title');
  return title ? plain(title) || null : null;
}

function contentOf(item: Element): string {
  let best = '';
  for (const name of ['encoded', 'content', 'description', 'summary'])
    for (const element of elements(item, name)) {
      if (attribute(element, 'url')) continue;
      const text = plain(element);
      // The full text beats the summary; a summary stands where nothing else does.
      if (text.length > best.length) best = text;
    }
  return best;
}

/** Text of an element whose content is HTML in CDATA, escaped HTML, XHTML or plain. */
function plain(element: Element): string {
  const text = textOf(element.children);
  return /<\/?[a-z][^>]*>|&[a-z#0-9]+;/i.test(text) ? textOf(parseHtml(raw(element)).children) : text;
}

function raw(element: Element): string {
  return element.children
    .flatMap((node) => (node.type === 'cdata' ? node.children : [node]))
    .map((node) => ('data' in node ? node.data : ''))
    .join('');
}

function linkOf(item: Element): string | null {
  for (const link of elements(item, 'link')) {
    const href = attribute(link, 'href');
    if (href && (attribute(link, 'rel') ?? 'alternate') === 'alternate') return href;
    const text = textOf(link.children);
    if (/^https?:/.test(text)) return text;
  }
  return null;
}
