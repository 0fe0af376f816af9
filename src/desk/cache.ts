// Bodies that are made once for each state of the log. A body depends on its address, on the log, and on the little that is personal in
// it; its ETag names all three, so that a reader who has it already gets none.

import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ask } from './ask.js';
import type { Desk } from './desk.js';

/** A body longer than this, in characters, is not kept. */
const LARGEST = 2_000_000;

export function sender(ask: Ask, version: string): Desk['send'] {
  // A program that was changed under the same version must not answer with what its forerunner said.
  const salt = `${version} ${process.pid} ${process.hrtime.bigint()}`;
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    type: string,
    make: () => Promise<string | null>,
    personal = '',
  ) => {
    const { seq } = await ask.position();
    const name = `${request.url}\n${personal}`;
    const tag = `"${seq}-${createHash('sha256').update(`${salt}\n${name}`).digest('base64url').slice(0, 16)}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    const made = await ask.once(`body ${name}`, async () => {
      const body = await make();
      return body === null ? null : Buffer.from(body);
    });
    if (made === null) {
      reply.removeHeader('etag');
      reply.callNotFound();
      return reply;
    }
    if (made.length > LARGEST) ask.forget(`body ${name}`);
    return reply.type(type).send(made);
  };
}
