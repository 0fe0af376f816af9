// What can be subscribed to: the daybook for a calendar, incidents for a feed reader, and a message for each dispatch that is filed.

import type { FastifyInstance } from 'fastify';
import { calendarOf } from '../export/ics.js';
import * as record from '../store/index.js';
import { shift } from './days.js';
import type { Desk } from './desk.js';
import { operation, text } from './document.js';
import { feedOf } from './feed.js';
import { filterOf } from './filter.js';
import { secure } from './session.js';
import { Query } from './shapes.js';

/** Days before the last dispatch from which the calendar begins when nothing else is asked for. */
const PAST = 60;

/** Adds the routes of what is subscribed to. */
export function addSubscriptions(app: FastifyInstance, desk: Desk): void {
  const { ask, store } = desk;
  app.get<{ Querystring: Query }>(
    '/daybook.ics',
    {
      schema: {
        querystring: Query,
        ...operation({
          summary: 'The daybook for a calendar, from two months before the last dispatch on',
          tag: 'subscriptions',
          gives: { 'text/calendar': text('iCalendar (RFC 5545)') },
        }),
      },
    },
    (request, reply) =>
      desk.send(request, reply, 'text/calendar; charset=utf-8', async () => {
        // Who subscribes is told what lies ahead and what has just been, not what was years ago.
        const from = shift(await ask.today(), -PAST);
        return calendarOf(
          await record.daybook(store, { limit: 1000, ...(from === '' ? {} : { from }), ...filterOf(request.query) }),
        );
      }),
  );
  app.get<{ Querystring: Query }>(
    '/incidents.atom',
    {
      schema: {
        querystring: Query,
        ...operation({
          summary: 'New incidents as an Atom feed',
          tag: 'subscriptions',
          gives: { 'application/atom+xml': text('Atom (RFC 4287)') },
        }),
      },
    },
    (request, reply) => {
      // A feed's reader is elsewhere: what it is told must lead back here.
      const here = `${secure(request) ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;
      const make = async () => feedOf(await ask.incidents(filterOf(request.query)), here, request.url);
      return desk.send(request, reply, 'application/atom+xml; charset=utf-8', make, here);
    },
  );
  app.get(
    '/api/new',
    {
      schema: operation({
        summary: 'Server-sent events: a message for each dispatch that is filed',
        tag: 'subscriptions',
        gives: { 'text/event-stream': text('event "filed", with the key of the dispatch as its id and in its data') },
      }),
    },
    (request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      reply.raw.write(': listening\n\n');
      const end = desk.listen((keys) => {
        for (const key of keys) reply.raw.write(`event: filed\nid: ${key}\ndata: ${JSON.stringify({ key })}\n\n`);
      });
      const beat = setInterval(() => reply.raw.write(': beat\n\n'), 25_000);
      beat.unref();
      request.raw.on('close', () => {
        clearInterval(beat);
        end();
      });
    },
  );
}
