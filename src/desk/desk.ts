// What the desk's routes work on: the store, the memory of answers, filing, and who listens for what is new.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as record from '../store/index.js';
import type { Ask } from './ask.js';
import type { Role } from './guard.js';
import type { Reader } from './reader.js';
import type { Rejects } from './receive.js';

export interface Desk {
  readonly store: record.Store;
  /** The questions of the record, each answered once for each state of the log. */
  readonly ask: Ask;
  /** True when every request needs a token. */
  readonly guarded: boolean;
  /** Files readings and tells the listeners. */
  readonly file: (entries: readonly record.Prepared[]) => Promise<record.Receipt>;
  /** Who reads texts and files. */
  readonly reader: Reader;
  /** What could not be read, newest first. */
  readonly rejects: Rejects;
  /** Fetches a feed and files what it holds. */
  readonly askFeed: (address: string) => Promise<string>;
  /** Time now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Called with every new key; gives a function that ends it. */
  readonly listen: (hear: (keys: readonly string[]) => void) => () => void;
  /**
   * Sends what `make` gives, made once for each state of the log, with an ETag; null is a 404.
   * @param personal what else of the request the body depends on
   */
  readonly send: (
    request: FastifyRequest,
    reply: FastifyReply,
    type: string,
    make: () => Promise<string | null>,
    personal?: string,
  ) => Promise<FastifyReply>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a token must allow; "read" when not given, null when none is needed. */
    role?: Role | null;
  }
  interface FastifyRequest {
    /** What the request's token or session allows. */
    role: Role;
  }
}

export const HTML = 'text/html; charset=utf-8';
