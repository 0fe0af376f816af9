// NITF (IPTC News Industry Text Format): headline, by-line, dateline and paragraphs under their own names.

import type { ParentNode } from 'domhandler';
import { ChanceryError } from '../errors.js';
import type { Dispatch } from '../records.js';
import { compose, type Parts } from './compose.js';
import { attribute, first, parseXml, textOf, value } from './markup.js';
import type { Piece } from './piece.js';

export function dispatchOfNitf({ body, where, hints }: Piece): Dispatch | ChanceryError {
  const root = first(parseXml(body), 'nitf');
  const parts = root && partsOfNitf(root);
  return parts ? compose(parts, hints) : new ChanceryError('E015', where);
}

/** The parts of a <nitf> element; null when it has no content. */
export function partsOfNitf(root: ParentNode): Parts | null {
  const content = first(root, 'body.content');
  const body = content ? textOf(content.children) : '';
  if (body === '') return null;
  const issued = first(root, 'date.issue', 'story.date', 'pubdata');
  return {
    body,
    id: attribute(first(root, 'doc-id'), 'id-string'),
    headline: value(root, 'hl1', 'headline', 'hedline', 'title'),
    byline: value(root, 'byline'),
    dateline: value(root, 'dateline'),
    end: value(root, 'tagline', 'body.end'),
    date: attribute(issued, 'norm') ?? attribute(issued, 'date.publication'),
    slug:
      attribute(first(root, 'fixture'), 'fix-id') ?? attribute(first(root, 'keyword'), 'key') ?? value(root, 'slug'),
    agency: value(root, 'distributor') ?? attribute(first(root, 'doc.copyright'), 'holder'),
    language: attribute(first(root, 'nitf'), 'xml:lang'),
  };
}
