// The desk by keyboard alone: no mouse is touched. The order of stops, the way past the masthead, a focus that can be seen, and the way from
// a list to the words, to the reason, and back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { needsChromium, startChromium } from '../chromium.js';
import { deskWith, entry } from '../desk/here.js';
import { crisis } from '../record/crisis.js';

const skip = process.env.CI ? false : needsChromium.skip;

let browser: Browser;
let page: Page;
let base: string;
let desk: Awaited<ReturnType<typeof deskWith>>;

before(async () => {
  if (skip) return;
  desk = await deskWith(crisis().map(entry));
  base = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await startChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
});

after(async () => {
  await browser?.close();
  await desk?.close();
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** What has the focus: its words, and whether its outline can be seen. */
const focused = () =>
  page.evaluate<{ text: string; href: string; seen: boolean; inside: boolean }>(`(() => {
    const at = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return {
      text: (at.getAttribute('aria-label') || at.textContent || at.id || at.name || '').trim(),
      href: at.getAttribute('href') || '',
      seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && box.width > 0 && box.right > 0,
      inside: document.getElementById('main').contains(at),
    };
  })()`);
/** Goes from stop to stop until one answers. */
async function until(wanted: (stop: Awaited<ReturnType<typeof focused>>) => boolean, key = 'Tab') {
  for (let i = 0; i < 120; i++) {
    await press(key);
    const stop = await focused();
    if (wanted(stop)) return stop;
  }
  throw new Error('no such stop');
}

test('the first stop leads past the masthead; the rooms follow in their order, each with a focus that is seen', {
  skip,
}, async () => {
  await page.goto(`${base}/ledger`);
  await press('Tab');
  const first = await focused();
  assert.equal(first.text, 'Skip to the page');
  assert.ok(first.seen);
  const stops: string[] = [];
  for (let i = 0; i < 12; i++) {
    await press('Tab');
    const stop = await focused();
    assert.ok(stop.seen, `${stop.text} has no outline`);
    stops.push(stop.text);
  }
  assert.deepEqual(
    stops,
    'Chancery Crisis Incidents Ledger Daybook Disputes Statements Stories Dyads Actors Map File'.split(' '),
  );
  await page.goto(`${base}/ledger`);
  await press('Tab', 'Enter', 'Tab');
  assert.ok((await focused()).inside, 'after the skip the next stop is in the page');
});

test('from a threat to its words, to the reason and back, without a mouse', { skip }, async () => {
  await page.goto(`${base}/ledger?actor=IRN`);
  await press('Tab', 'Enter');
  const words = await until(({ href }) => /^\/dispatch\/.*#c/.test(href));
  assert.ok(words.seen);
  await press('Enter');
  await page.waitForURL(/\/dispatch\//);
  await page.locator('.card.named').waitFor();
  // The record that the address names has the focus already: its reason is the next stop.
  const why = await until(({ text }) => text === 'why?');
  assert.ok(why.seen);
  await press('Enter');
  await page.waitForURL(/\/why\//);
  await press('Tab', 'Enter');
  await until(({ text }) => text.startsWith('Back to the words'));
  await press('Enter');
  await page.waitForURL(/\/dispatch\/.*#c/);
});

test('from record to record on a dispatch; a slash searches, and the answer is reached', { skip }, async () => {
  await page.goto(`${base}/dispatch/${entry(crisis()[2]).key}`);
  const stops = new Set<string>();
  for (let i = 0; i < 40 && stops.size < 3; i++) {
    await press('Tab');
    const id = await page.evaluate<string | null>(`document.activeElement.closest('.card')?.dataset.id ?? null`);
    if (id) stops.add(id);
  }
  assert.ok(stops.size >= 2, 'one record after the other');
  await page.goto(base);
  await press('/');
  await page.keyboard.type('tanker');
  await press('Enter');
  await page.waitForURL(/search\?text=tanker/);
  await press('Tab', 'Enter');
  await until(({ href, inside }) => inside && href.startsWith('/dispatch/'));
  await press('Enter');
  await page.waitForURL(/\/dispatch\//);
});

test('a mark is made by keyboard', { skip }, async () => {
  const key = entry(crisis()[2]).key;
  await page.goto(`${base}/dispatch/${key}`);
  await until(({ text }) => text === 'mark');
  await press('Enter');
  await page.waitForURL(/mark=/);
  await page.getByLabel('Your name').focus();
  await page.keyboard.type('An Analyst');
  await page.locator('.marking select[name=verdict]').focus();
  await page.keyboard.type('right');
  await until(({ text }) => text === 'Mark');
  await press('Enter');
  await page.locator('.marking .verdict.confirmed').waitFor();
});

test('a screen reader finds its way by landmarks, headings and names, and is told of what is filed', {
  skip,
}, async () => {
  await page.goto(`${base}/ledger`);
  const told = await page.locator('body').ariaSnapshot();
  for (const part of [
    /link "Skip to the page"/,
    /banner/,
    /navigation "Rooms"/,
    /search:/,
    /searchbox "Search everything"/,
    /main/,
    /heading "Ledger" \[level=1\]/,
    /form "Filters"/,
    /combobox "Type"/,
    /list "Ledger"/,
  ])
    assert.match(told, part);
  // The page hears of what is filed once its stream is open.
  const listening = page.waitForResponse(/\/api\/new$/);
  await page.goto(`${base}/dyad?dyad=IRN-USA`);
  await listening;
  const chart = await page.locator('figure.chart').ariaSnapshot();
  assert.match(chart, /group "Tension between Iran and United States, .*at the end, strongest/);
  assert.match(chart, /link "\d+ \w+ 1987: [+−]?\d+, \d+ incidents?"/);
  // The region is there, and empty, before anything is said in it: only then is it read out.
  const news = page.getByRole('status').last();
  assert.equal(await news.textContent(), '');
  const filed = await desk.post('/api/file', {
    text: 'TEHRAN, June 9, 1987 (Agency) - Iran accused Kuwait on Tuesday of helping Iraq.',
  });
  assert.equal(filed.statusCode, 200);
  await page.getByRole('status').filter({ hasText: 'One new dispatch was filed' }).waitFor();
});

test('no stop of any page is without a name, and none is a trap', { skip }, async () => {
  for (const path of [
    '/',
    '/daybook',
    '/statements',
    '/disputes',
    '/stories',
    '/actors',
    '/actor/IRN',
    '/map',
    '/filing',
  ]) {
    await page.goto(base + path);
    const nameless = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim() || one.title || (one.labels && one.labels.length > 0)))
      .map((one) => one.outerHTML.slice(0, 120))`);
    assert.deepEqual(nameless, [], path);
    // A day has four stops of its own (month, day, year, the calendar); nothing holds longer.
    await page.evaluate(`document.getElementById('main').focus()`);
    const stops: string[] = [];
    for (let i = 0; i < 10; i++) {
      await press('Tab');
      stops.push(await page.evaluate<string>(`document.activeElement.outerHTML.slice(0, 200)`));
    }
    assert.ok(new Set(stops).size >= 2, `${path}: ${stops[0]} does not let go`);
  }
});
