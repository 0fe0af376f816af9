// The map's page: one question with filters that stand in the address, and whether the shade counts who acts or where it happens.

import type { FastifyInstance } from 'fastify';
import { type Desk, HTML } from '../desk.js';
import { filterOf } from '../filter.js';
import { html } from '../html.js';
import { many } from '../names.js';
import { MapQuery } from '../shapes.js';
import { address, filters, page } from './layout.js';
import { worldMap } from './map.js';
import { GRADES, TYPES } from './rooms.js';

/** Incidents that are drawn where something is asked for; where nothing is, those of the last months are there already. */
const MOST = 1000;
const FIELDS = ['actor', 'dyad', 'type', 'sourcing', 'from', 'to', 'asOf'] as const;

export function addMap(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: MapQuery }>('/map', { schema: { hide: true, querystring: MapQuery } }, (request, reply) =>
    desk.send(
      request,
      reply,
      HTML,
      async () => {
        const { by = 'actor', ...query } = request.query;
        const asked = Object.keys(query).length > 0;
        const incidents = asked
          ? await desk.ask.incidents({ ...filterOf(query), limit: MOST })
          : await desk.ask.recent();
        const of =
          incidents.length === MOST && asked
            ? `The last ${MOST} incidents`
            : `${many(incidents.length, 'incident')}${asked ? '' : ' of the last months'}`;
        // Of one country's incidents the map tells with whom; every country leads to the dyad.
        const side = /^[A-Z]{3}$/.test(query.actor ?? '') ? query.actor : undefined;
        const kept = { from: query.from, to: query.to, asOf: query.asOf };
        const link = (code: string): string =>
          side && code !== side
            ? address('/dyad', { dyad: `${side}-${code}`, ...kept })
            : address(`/actor/${code}`, kept);
        const way = (to: 'actor' | 'scene', name: string) =>
          html`<a href="${address('/map', { ...query, by: to === 'actor' ? undefined : to })}"${to === by ? html` aria-current="true"` : null}>${name}</a>`;
        const body = html`<header class="room"><h1>Map</h1><p class="lead">Who acts on whom, and where.</p><p class="tools">${way('actor', 'Who takes part')} ${way('scene', 'Where it happens')}</p></header>${filters('/map', query, FIELDS, { type: TYPES, sourcing: GRADES })}${worldMap(incidents, { by, link, without: side && by === 'actor' ? [side] : [], of })}`;
        return page('Map', '/map', body, { role: request.role, guarded: desk.guarded });
      },
      request.role,
    ),
  );
}
