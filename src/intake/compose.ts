// Puts the parts of a marked-up item in the order of wire copy, so that one reader of heads serves all formats.

import type { Dispatch } from '../records.js';
import { isoDay } from './calendar.js';
import type { Hints } from './hints.js';
import { flat } from './lines.js';
import { dispatchOf } from './wire.js';

/** The parts of an item as its format names them; null or missing where it has none. */
export interface Parts {
  readonly id?: string | null;
  readonly headline?: string | null;
  readonly byline?: string | null;
  readonly dateline?: string | null;
  readonly body: string;
  readonly end?: string | null;
  readonly date?: string | null;
  readonly slug?: string | null;
  readonly agency?: string | null;
  readonly language?: string | null;
  readonly authors?: readonly string[];
  readonly source?: string | null;
}

export function compose(parts: Parts, hints: Hints): Dispatch {
  const body = parts.body.trim();
  const headline = parts.headline ? flat(parts.headline) : null;
  const pieces: string[] = [];
  if (headline && !flat(body.slice(0, headline.length * 2 + 40)).startsWith(headline)) pieces.push(headline);
  if (parts.byline) pieces.push(/^by\b/i.test(parts.byline) ? flat(parts.byline) : `By ${flat(parts.byline)}`);
  const dateline = parts.dateline ? flat(parts.dateline) : null;
  if (dateline && !flat(body.slice(0, 200)).startsWith(dateline.slice(0, 12)))
    pieces.push(/[-–—_]$/.test(dateline) ? `${dateline} ${body}` : `${dateline} - ${body}`);
  else pieces.push(body);
  if (parts.end) pieces.push(parts.end.trim());
  const date = parts.date ? isoDay(parts.date) : null;
  return dispatchOf(pieces.join('\n\n'), {
    ...hints,
    ...(parts.id ? { id: parts.id } : {}),
    ...(parts.source ? { source: parts.source } : {}),
    ...(headline ? { headline } : {}),
    ...(date ? { date, dateBasis: 'metadata' as const } : {}),
    ...(parts.slug ? { slug: flat(parts.slug) } : {}),
    ...(parts.agency ? { agency: flat(parts.agency) } : {}),
    ...(parts.language ? { language: parts.language } : {}),
    ...(parts.authors ? { authors: parts.authors } : {}),
  });
}
