// NewsML-G2 (IPTC): the newsItems of a newsMessage, with XHTML, NITF or plain text inside. NewsML 1 by the same names where they agree.

import type { Element } from 'domhandler';
import { ChanceryError } from '../errors.js';
import type { Dispatch } from '../records.js';
import { compose } from './compose.js';
import { attribute, elements, first, parseXml, textOf, value } from './markup.js';
import { partsOfNitf } from './nitf.js';
import type { Piece } from './piece.js';

export function dispatchesOfNewsml({ body, where, hints }: Piece): (Dispatch | ChanceryError)[] {
  const page = parseXml(body);
  const items = elements(page, 'newsItem', 'NewsItem');
  const found: (Dispatch | ChanceryError)[] = [];
  for (const item of items) {
    const content = contentOf(item);
    if (content === null) continue;
    found.push(
      compose(
        {
          ...content,
          id: attribute(item, 'guid') ?? value(item, 'PublicIdentifier') ?? null,
          headline: value(item, 'headline', 'HeadLine') ?? content.headline ?? null,
          byline: value(item, 'by', 'ByLine') ?? content.byline ?? null,
          dateline: value(item, 'dateline', 'DateLine') ?? content.dateline ?? null,
          date:
            value(item, 'versionCreated', 'ThisRevisionCreated', 'DateAndTime') ??
            value(item, 'contentCreated') ??
            content.date ??
            null,
          slug: value(item, 'slugline', 'SlugLine') ?? content.slug ?? null,
          agency:
            value(item, 'creditline', 'CreditLine') ?? attribute(first(item, 'infoSource', 'provider'), 'literal'),
          language: attribute(first(item, 'language'), 'tag') ?? attribute(item, 'xml:lang'),
        },
        hints,
      ),
    );
  }
  return found.length > 0 ? found : [new ChanceryError('E015', where)];
}

function contentOf(item: Element): ReturnType<typeof partsOfNitf> | null {
  const nitf = first(item, 'nitf');
  if (nitf) return partsOfNitf(nitf);
  const inline = first(item, 'inlineXML', 'inlineData', 'DataContent');
  if (!inline) return null;
  const html = first(inline, 'body') ?? inline;
  const body = textOf(html.children);
  return body === '' ? null : { body };
}
