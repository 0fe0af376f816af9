// What the OpenAPI document tells of answers: their types and shapes, what is refused and why, and what a token must allow.

import { type TSchema, Type } from 'typebox';
import type { Role } from './guard.js';

export const JSON_TYPE = 'application/json; charset=utf-8';

const refusal = Type.Object({ error: Type.String({ description: 'what was wrong, in words' }) });
const refused = (description: string) => ({ description, content: { 'application/json': { schema: refusal } } });

const REFUSALS = {
  400: refused('The question is not understood.'),
  401: refused('The desk is open to others, and a token is needed.'),
  403: refused('The token does not allow it, or the request is from another origin.'),
  429: refused('Too many requests from one address.'),
} as const;

const MISSING = { 404: refused('There is no such dispatch or record.') } as const;

/** Any object of the library; docs/reading.md and docs/record.md describe its fields. */
export const open = (description: string): TSchema => Type.Object({}, { additionalProperties: true, description });

/** A page of answers. */
export const pageOf = (what: string): TSchema =>
  Type.Object({
    items: Type.Array(open(what)),
    next: Type.Optional(
      Type.Union([Type.Integer(), Type.Null()], { description: 'offset of the next page, or null at the end' }),
    ),
  });

/** Text of another kind than JSON. */
export const text = (description: string): TSchema => Type.String({ description });

export interface Operation {
  readonly summary: string;
  readonly tag: 'record' | 'dispatches' | 'filing' | 'marks' | 'subscriptions';
  /** What it answers, by media type. */
  readonly gives: Readonly<Record<string, TSchema>>;
  /** True where what is asked for may not be there. */
  readonly missing?: boolean;
  readonly role?: Role;
}

/** The schema of a route, but for what it takes. */
export function operation({ summary, tag, gives, missing = false, role = 'read' }: Operation) {
  return {
    summary,
    tags: [tag],
    description: `A desk that is open to others asks for a token that may ${role}.`,
    security: [{}, { token: [] }],
    response: {
      200: {
        description: summary,
        content: Object.fromEntries(Object.entries(gives).map(([type, schema]) => [type, { schema }])),
      },
      ...REFUSALS,
      ...(missing ? MISSING : {}),
    },
  };
}
