// Logging in with a token, so that a reader with a browser can use the pages of a desk that is open to others. The cookie holds a random
// name of a session and nothing else; a script cannot read it, and a browser sends it to our own pages alone.

import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HTML } from './desk.js';
import { allows, type Role, roleOf, type Tokens } from './guard.js';
import { html } from './html.js';
import { page } from './pages/layout.js';

const COOKIE = 'chancery';
/** How long a session lasts without being used, in milliseconds. */
const LASTS = 12 * 3_600_000;

/** True when the browser says that its own page of ours sent the request; requests of programs say nothing and `unless` decides. */
export function fromUs(request: FastifyRequest, unless: boolean): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = request.headers;
  if (origin === undefined) return unless;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** A place of ours to go on to, never another site's. */
export function ourPlace(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[!-[\]-~]*$/.test(next) ? next : '/';
}

/** Who asks: by bearer token or session, or everybody when there are no tokens. Adds the login page. */
export async function addSessions(app: FastifyInstance, tokens: Tokens | null, clock: () => number): Promise<void> {
  const sessions = new Map<string, { readonly role: Role; until: number }>();
  await app.register(cookie);
  app.decorateRequest('role', 'read');

  const sessionOf = (request: FastifyRequest): Role | null => {
    const name = request.cookies[COOKIE];
    const session = name === undefined ? undefined : sessions.get(name);
    if (!session || name === undefined) return null;
    if (session.until < clock()) {
      sessions.delete(name);
      return null;
    }
    session.until = clock() + LASTS;
    return session.role;
  };

  app.addHook('onRequest', async (request, reply) => {
    const needs = request.routeOptions.config.role;
    const writes = request.method !== 'GET' && request.method !== 'HEAD';
    if (!tokens) {
      request.role = 'correct';
      // Listening on this machine alone, a page of another origin must not write through the reader's browser, nor reach us by another name.
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      if (!['localhost', '127.0.0.1', '[::1]'].includes(host))
        return reply.code(403).send({ error: 'The desk answers to localhost only.' });
      if (writes && !fromUs(request, true)) return reply.code(403).send({ error: 'Not from another origin.' });
      return;
    }
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const session = bearer === undefined ? sessionOf(request) : null;
    const role = bearer === undefined ? session : roleOf(tokens, bearer);
    // A browser adds the cookie by itself, so a request that writes must show that it is from our own page; a token shows it already.
    if (writes && bearer === undefined && !fromUs(request, false))
      return reply.code(403).send({ error: 'Not from another origin.' });
    if (needs === null) return;
    if (role === null) {
      if (request.method === 'GET' && (request.headers.accept ?? '').includes('text/html'))
        return reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
      return reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'A token is needed.' });
    }
    request.role = role;
    if (!allows(role, needs ?? 'read')) return reply.code(403).send({ error: 'This token does not allow it.' });
  });

  const open = { schema: { hide: true }, config: { role: null } };
  const form = (next: string, said: string | null): string =>
    page(
      'Log in',
      '/login',
      html`<h1>Log in</h1><p class="lead">This desk asks for a token. Whoever runs it gives you one.</p>${said ? html`<p class="warn" role="alert">${said}</p>` : null}<form class="login" method="post" action="/login"><input type="hidden" name="next" value="${next}"><label>Token<input name="token" type="password" autocomplete="current-password" required autofocus maxlength="400"></label><button>Log in</button></form>`,
      null,
    );
  app.get<{ Querystring: { next?: string } }>('/login', open, async (request, reply) =>
    tokens ? reply.type(HTML).send(form(ourPlace(request.query.next), null)) : reply.redirect('/', 303),
  );
  app.post<{ Body: { token?: string; next?: string } | undefined }>(
    '/login',
    { schema: { hide: true }, config: { role: null, rateLimit: { max: 20, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const next = ourPlace(request.body?.next);
      const role = tokens ? roleOf(tokens, request.body?.token ?? '') : null;
      if (role === null) return reply.code(401).type(HTML).send(form(next, 'This token is not known.'));
      for (const [name, { until }] of sessions) if (until < clock()) sessions.delete(name);
      const name = randomBytes(24).toString('base64url');
      sessions.set(name, { role, until: clock() + LASTS });
      setCookie(reply, COOKIE, name, secure(request));
      return reply.redirect(next, 303);
    },
  );
  app.post('/logout', open, async (request, reply) => {
    sessions.delete(request.cookies[COOKIE] ?? '');
    reply.clearCookie(COOKIE, { path: '/' });
    return reply.redirect('/login', 303);
  });
}

/** True when a proxy in front of us speaks TLS with the reader. */
export const secure = (request: FastifyRequest): boolean => request.headers['x-forwarded-proto'] === 'https';

export function setCookie(reply: FastifyReply, name: string, value: string, tls: boolean, seconds?: number): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: tls,
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  });
}
