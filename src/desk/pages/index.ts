// The pages of the desk. Each is one question to the record and one template; the filters stand in the address.

import type { FastifyInstance } from 'fastify';
import { SCRIPT, STYLE } from '../../render/index.js';
import { madeOf, sendMade } from '../cache.js';
import type { Desk } from '../desk.js';
import { addActors } from './actor.js';
import { addCompare } from './compare.js';
import { addCrisis } from './crisis.js';
import { addDispatch } from './dispatch.js';
import { addDyad } from './dyad.js';
import { addFiling } from './filing.js';
import { addMap } from './map-room.js';
import { addRooms } from './rooms.js';
import { DESK_SCRIPT } from './script.js';
import { addSearch } from './search.js';
import { DESK_STYLE } from './style.js';
import { addWhy } from './why.js';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#1d1b18"/><text x="16" y="24" font-family="Georgia,serif" font-size="24" font-weight="700" text-anchor="middle" fill="#fbfaf6">C</text></svg>';

/** Our own files: the same for everybody, and needed to log in. */
const FILES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/desk.css': ['text/css; charset=utf-8', STYLE + DESK_STYLE],
  '/desk.js': ['text/javascript; charset=utf-8', SCRIPT + DESK_SCRIPT],
  '/icon.svg': ['image/svg+xml', ICON],
};

/** Adds every page. */
export async function addPages(app: FastifyInstance, desk: Desk): Promise<void> {
  for (const [path, [type, body]] of Object.entries(FILES)) {
    const made = await madeOf(body);
    app.get(path, { schema: { hide: true }, config: { role: null } }, async (request, reply) =>
      sendMade(request, reply.type(type).header('cache-control', 'max-age=300'), made),
    );
  }
  addCrisis(app, desk);
  addRooms(app, desk);
  addDyad(app, desk);
  addActors(app, desk);
  addDispatch(app, desk);
  addCompare(app, desk);
  addWhy(app, desk);
  addSearch(app, desk);
  addMap(app, desk);
  await addFiling(app, desk);
}
