// The language core in a real browser gives what it gives in Node. No bundler: an import map does what the `browser` field of package.json
// asks of one.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { test } from 'node:test';
import { parse } from '../../src/language/index.js';
import { needsChromium, startChromium } from '../chromium.js';

const TEXT =
  'ARL/SZOHOD, June 3 (Agency) - Arland\u2019s President Ida Holm told Plekszy Gladz on Thursday that any closure of the strait would bring sanctions.\n\n' +
  '"We won\u2019t wait," she said. BORDURIA SAYS ITS NAVY FIRED ON A BOAT \ud83d\ude00 qwertz 1,200 pct\u2026';

const { browser, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  browser: Record<string, string>;
  exports: Record<string, { default: string }>;
};

function page(): string {
  const absolute = (path: string): string => path.replace(/^\./, '');
  const imports = {
    'chancery/language': absolute(exports['./language'].default),
    ...Object.fromEntries(Object.entries(browser).map(([from, to]) => [absolute(from), absolute(to)])),
  };
  return `<!doctype html><meta charset="utf-8"><script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">
import { parse, useModel } from 'chancery/language';
useModel(new Uint8Array(await (await fetch('/models/language.bin')).arrayBuffer()));
window.read = (text) => JSON.stringify(parse(text));
</script>`;
}

/** Gives the page, the compiled modules and the model. */
function serve() {
  return createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join('.', path);
    if (path === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(page());
    } else if (/^\/(?:dist\/src|models)\//.test(path) && existsSync(file)) {
      if (path.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(file));
    } else response.writeHead(404).end();
  });
}

test('the language core in Chromium', needsChromium, async () => {
  const server = serve();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const chromium = await startChromium();
  try {
    const tab = await chromium.newPage();
    const faults: string[] = [];
    tab.on('pageerror', (fault) => faults.push(String(fault)));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForFunction('window.read', undefined, { timeout: 30_000 });
    const there = await tab.evaluate(`window.read(${JSON.stringify(TEXT)})`);
    assert.deepEqual(faults, []);
    assert.equal(there, JSON.stringify(parse(TEXT)));
  } finally {
    await chromium.close();
    server.close();
  }
});
