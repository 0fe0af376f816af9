// What format an input has, from its first bytes; the extension decides only where content leaves it open.

import type { Format } from './piece.js';

export function sniff(head: Buffer, name: string, type: string | null): Format {
  const text = head.toString('latin1').replace(/^(?:\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '');
  const start = text.slice(0, 4096);
  if (/^WARC\/\d/.test(start)) return 'warc';
  if (/^\{/.test(start)) return isOneObject(text, head.length) ? 'ninjs' : 'jsonl';
  if (/^\[\s*\{/.test(start)) return 'ninjs';
  if (start.startsWith('<')) return markup(start) ?? (/\.x?html?$/i.test(name) ? 'html' : 'wire');
  if (/\.(?:csv|tsv)(?:\.gz)?$/i.test(name) || type?.startsWith('text/csv')) return 'csv';
  if (/\.conllu$/i.test(name) || /^(?:# (?:sent_id|newdoc|text) ?=?.*\n|1\t\S+\t)/.test(start)) return 'conllu';
  if (/\.x?html?$/i.test(name)) return 'html';
  const firstLine = start.slice(0, Math.max(0, start.indexOf('\n'))).toLowerCase();
  if (/^"?(?:id|date|title|headline|text)"?[,;\t]/.test(firstLine) && /\b(?:text|body)\b/.test(firstLine)) return 'csv';
  return 'wire';
}

function markup(start: string): Format | null {
  if (/<(?:newsMessage|newsItem|packageItem|NewsML)\b/.test(start)) return 'newsml';
  if (/<nitf\b/.test(start)) return 'nitf';
  if (/<(?:rss|feed|rdf:RDF)\b/.test(start)) return 'feed';
  if (/<!doctype html|<html\b|<head\b|<body\b|<article\b|<div\b|<p\b/i.test(start)) return 'html';
  return null;
}

/** One JSON object over several lines is a document; one a line is rows. */
function isOneObject(text: string, size: number): boolean {
  const line = text.indexOf('\n');
  const first = (line < 0 ? text : text.slice(0, line)).trim();
  if (/^\{\s*$/.test(first) || (line >= 0 && !first.endsWith('}'))) return true;
  const ninjs =
    /"(?:versioncreated|body_text|body_xhtml|body_html|headlines|bodies)"\s*:/.test(first) ||
    /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/.test(first);
  return ninjs && (line < 0 || text.slice(line).trim() === '') && size < 65_536;
}
