// Fetching what a reader names, without letting the reader reach what only this machine can reach (server-side request forgery, CWE-918):
// http and https only, no private, loopback, link-local or otherwise special address (IANA special-purpose registries), checked after the
// name was resolved and on that very connection, and again at every redirect. Limits on size, time and redirects.

import { lookup as resolve } from 'node:dns';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ChanceryError } from '../errors.js';

const LARGEST = 8_000_000;
const PATIENCE = 20_000;
const REDIRECTS = 5;

// A list for each: in one list Node takes an IPv4 address for its form in IPv6, all of which we turn away.
const special4 = new BlockList();
const special6 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special4.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  special6.addSubnet(net, bits, 'ipv6');

/** True when the address is one of the public internet. IPv4 in IPv6's clothes is judged as not. */
export function isPublic(address: string): boolean {
  const kind = isIP(address.replace(/%.*$/, ''));
  if (kind === 0) return false;
  const plain = address.replace(/%.*$/, '');
  return kind === 4 ? !special4.check(plain, 'ipv4') : !special6.check(plain, 'ipv6');
}

/** How names become addresses; another one in tests. */
export type Resolver = (name: string) => Promise<readonly { address: string; family: number }[]>;

const system: Resolver = (name) =>
  new Promise((done, fail) => resolve(name, { all: true }, (error, found) => (error ? fail(error) : done(found))));

export interface Fetched {
  readonly bytes: Buffer;
  readonly type: string | null;
  /** The address after all redirects. */
  readonly address: string;
}

/** Every check that can be made on the address itself. Throws E057. */
export function publicAddress(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new ChanceryError('E057', address);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const bad =
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    (isIP(host) !== 0 && !isPublic(host)) ||
    /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host);
  if (bad) throw new ChanceryError('E057', address);
  return url;
}

/** Fetches a public address. Throws E057 when it is none, E003 when it cannot be fetched, E005 when it is too long. Only tests give another judge. */
export async function fetchPublic(
  address: string,
  resolver: Resolver = system,
  judge: (address: string) => boolean = isPublic,
): Promise<Fetched> {
  let url = publicAddress(address);
  for (let i = 0; i <= REDIRECTS; i++) {
    const answer = await one(url, resolver, judge);
    if (!('next' in answer)) return { ...answer, address: url.href };
    url = publicAddress(new URL(answer.next, url).href);
  }
  throw new ChanceryError('E003', address, 'too many redirects');
}

function one(
  url: URL,
  resolver: Resolver,
  judge: (address: string) => boolean,
): Promise<{ bytes: Buffer; type: string | null } | { next: string }> {
  // The connection is made to what this gives and to nothing else, so a name that changes its address in between gains nothing.
  const lookup: LookupFunction = (name, options, done) => {
    resolver(name).then(
      (found) => {
        if (found.length === 0 || !found.every((one) => judge(one.address)))
          done(new ChanceryError('E057', url.href), '', 4);
        else if (options.all) done(null, [...found]);
        else done(null, found[0].address, found[0].family);
      },
      (error: Error) => done(error, '', 4),
    );
  };
  return new Promise((done, fail) => {
    const trouble = (error: Error): void =>
      fail(error instanceof ChanceryError ? error : new ChanceryError('E003', url.href, error.message.split('\n')[0]));
    const request = (url.protocol === 'https:' ? https : http)(
      url,
      {
        lookup,
        agent: false,
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          'user-agent': 'chancery',
          accept: 'application/rss+xml, application/atom+xml, */*',
          'accept-encoding': 'identity',
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        const next = answer.headers.location;
        if (status >= 300 && status < 400 && next !== undefined) {
          answer.resume();
          done({ next });
          return;
        }
        if (status !== 200) {
          answer.resume();
          trouble(new Error(`HTTP ${status}`));
          return;
        }
        const held: Buffer[] = [];
        let length = 0;
        answer.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > LARGEST) request.destroy(new ChanceryError('E005', url.href));
          else held.push(chunk);
        });
        answer.on('end', () => done({ bytes: Buffer.concat(held), type: answer.headers['content-type'] ?? null }));
        answer.on('error', trouble);
      },
    );
    request.on('error', trouble);
    request.end();
  });
}
