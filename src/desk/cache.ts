// Bodies that are made once for each state of the log. A body depends on its address, on the log, and on the little that is personal in
// it; its ETag names all three, so that a reader who has it already gets none. It is packed once, for the readers whose browser can unpack.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ask } from './ask.js';
import type { Desk } from './desk.js';

/** A body longer than this, in bytes, is not kept. */
const LARGEST = 2_000_000;

/** Bodies that are compared with what they were, and how long they may be. */
const KEPT = 200;
const KEPT_BYTES = 300_000;

/** A body shorter than this, in bytes, is sent as it is. */
const SHORTEST = 1400;

const pack = promisify(gzip);

/** A body as it is and packed. */
interface Made {
  readonly plain: Buffer;
  readonly packed: Buffer | null;
}

/** True when the request takes gzip. */
export const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /(^|[\s,])gzip(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers['accept-encoding'] ?? ''));

/** Sends a body, packed where that is known and wanted. */
export function sendMade(request: FastifyRequest, reply: FastifyReply, { plain, packed }: Made): FastifyReply {
  if (packed === null) return reply.send(plain);
  reply.header('vary', 'accept-encoding');
  return takesGzip(request) ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(plain);
}

export async function madeOf(body: string): Promise<Made> {
  const plain = Buffer.from(body);
  return { plain, packed: plain.length < SHORTEST ? null : await pack(plain, { level: 5 }) };
}

export function sender(ask: Ask, version: string): Desk['send'] {
  // What did not change with the log need not be packed again.
  const packed = new Map<string, { readonly body: string; readonly made: Made }>();
  const madeAgain = async (name: string, body: string): Promise<Made> => {
    const last = packed.get(name);
    packed.delete(name);
    const made = last?.body === body ? last.made : await madeOf(body);
    if (made.plain.length <= KEPT_BYTES) packed.set(name, { body, made });
    if (packed.size > KEPT) packed.delete(packed.keys().next().value as string);
    return made;
  };
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
    const tag = `W/"${seq}-${createHash('sha256').update(`${salt}\n${name}`).digest('base64url').slice(0, 16)}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    const made = await ask.once(`body ${name}`, async () => {
      const body = await make();
      return body === null ? null : madeAgain(name, body);
    });
    if (made === null) {
      reply.removeHeader('etag');
      reply.callNotFound();
      return reply;
    }
    if (made.plain.length > LARGEST) ask.forget(`body ${name}`);
    return sendMade(request, reply.type(type), made);
  };
}
