// Who may do what at the desk. On this machine alone everybody may; opened to others, every request needs a token, and a token has a role.

import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';

/** What a token allows; each role includes those before it. */
export const ROLES = ['read', 'file', 'correct'] as const;
export type Role = (typeof ROLES)[number];

/** Tokens by role, as `CHANCERY_TOKENS=read:abc,file:def` gives them. */
export type Tokens = ReadonlyMap<string, Role>;

/** Reads "role:token,role:token". Throws on an unknown role or a token of fewer than 16 characters. */
export function tokensOf(text: string): Tokens {
  const tokens = new Map<string, Role>();
  for (const part of text.split(',').filter((entry) => entry.trim() !== '')) {
    const colon = part.indexOf(':');
    const role = part.slice(0, colon).trim() as Role;
    const token = part.slice(colon + 1).trim();
    if (!ROLES.includes(role) || token.length < 16)
      throw new Error(`"${part.slice(0, colon)}": write read:, file: or correct: and a token of 16 characters or more`);
    tokens.set(token, role);
  }
  return tokens;
}

/** True when the address is this machine alone. */
export function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The role that the request's token has, or null. Takes the same time whichever token it is. */
export function roleOf(tokens: Tokens, given: string | undefined): Role | null {
  let found: Role | null = null;
  const offered = Buffer.from(given ?? '');
  for (const [token, role] of tokens) {
    const known = Buffer.from(token);
    if (known.length === offered.length && timingSafeEqual(known, offered)) found = role;
  }
  return found;
}

/** True when a token of role `has` may do what needs `needs`. */
export function allows(has: Role, needs: Role): boolean {
  return ROLES.indexOf(has) >= ROLES.indexOf(needs);
}
