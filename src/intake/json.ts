// A JSON document: ninjs (IPTC, versions 1 to 3), JSON Feed, one row, or an array of any of them.

import { ChanceryError } from '../errors.js';
import type { Dispatch } from '../records.js';
import { compose } from './compose.js';
import { dispatchOfRow, type Row } from './jsonl.js';
import { parseHtml, textOf } from './markup.js';
import type { Piece } from './piece.js';

export function dispatchesOfJson(piece: Piece): (Dispatch | ChanceryError)[] {
  let data: unknown;
  try {
    data = JSON.parse(piece.body);
  } catch (error) {
    return [new ChanceryError('E010', piece.where, error instanceof Error ? error.message.slice(0, 100) : '')];
  }
  const items = Array.isArray(data) ? data : isObject(data) && Array.isArray(data.items) ? data.items : [data];
  if (items.length === 0) return [new ChanceryError('E015', piece.where)];
  return items.map((item: unknown, i) => {
    const where = items.length > 1 ? `${piece.where}#${i + 1}` : piece.where;
    return isObject(item) ? dispatchOfItem(item, { ...piece, where }) : new ChanceryError('E011', where);
  });
}

function dispatchOfItem(item: Row, piece: Piece): Dispatch | ChanceryError {
  const body = bodyOf(item);
  // A plain row, as in JSON Lines.
  if (body === null) return dispatchOfRow(item, piece);
  if (body.trim() === '') return new ChanceryError('E002', piece.where);
  return compose(
    {
      body,
      id: text(item.uri) ?? text(item.guid) ?? text(item.id) ?? piece.where,
      headline: text(item.headline) ?? valueIn(item.headlines) ?? text(item.title),
      byline: text(item.byline) ?? valueIn(item.bylines),
      dateline: text(item.dateline),
      date:
        text(item.versioncreated) ??
        text(item.versionCreated) ??
        text(item.firstcreated) ??
        text(item.date_published) ??
        text(item.date),
      slug: text(item.slugline) ?? text(item.slug),
      agency:
        text(item.infosource) ?? valueIn(item.infosources, 'name') ?? text(item.copyrightholder) ?? text(item.provider),
      language: text(item.language),
      source: text(item.url),
      authors: (Array.isArray(item.authors) ? item.authors : isObject(item.author) ? [item.author] : [])
        .map((author: unknown) => (isObject(author) ? text(author.name) : text(author)))
        .filter((name): name is string => name !== null),
    },
    piece.hints,
  );
}

function bodyOf(item: Row): string | null {
  const plain = text(item.body_text) ?? text(item.content_text);
  if (plain) return plain;
  const html = text(item.body_xhtml) ?? text(item.body_html) ?? text(item.content_html);
  if (html) return textOf(parseHtml(html).children);
  if (!Array.isArray(item.bodies)) return null;
  const bodies = item.bodies.filter(isObject);
  const best = bodies.find((one) => text(one.contenttype ?? one.contentType) === 'text/plain') ?? bodies[0];
  const value = best && text(best.value);
  if (!value) return null;
  return /<p\b|<div\b|<br\b/i.test(value) ? textOf(parseHtml(value).children) : value;
}

function valueIn(list: unknown, key = 'value'): string | null {
  return Array.isArray(list) && isObject(list[0]) ? text(list[0][key]) : null;
}

function isObject(item: unknown): item is Row {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

function text(item: unknown): string | null {
  return typeof item === 'string' && item !== '' ? item : typeof item === 'number' ? String(item) : null;
}
