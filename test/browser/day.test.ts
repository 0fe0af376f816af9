// The analyst's day in a real browser: each test is one thing that is done at the desk, by mouse and keyboard.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { needsChromium, startChromium } from '../chromium.js';
import { deskWith, entry, sample } from '../desk/here.js';
import { crisis } from '../record/crisis.js';

// In continuous integration a skipped test is no answer: there the browser must be found.
const skip = process.env.CI ? false : needsChromium.skip;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FILED = [
  '2046-05-12-nile-1',
  '2046-05-12-nile-2',
  'crisis/2046-05-20-nna-ports',
  'crisis/2046-06-12-explosion-update-1',
  'crisis/2046-06-21-riyadh-set',
  'crisis/2046-06-25-canal',
];

let browser: Browser;
let context: BrowserContext;
let page: Page;
let base: string;
let desk: Awaited<ReturnType<typeof deskWith>>;
const faults: string[] = [];

before(async () => {
  if (skip) return;
  desk = await deskWith([...FILED.map(sample), ...crisis().map(entry)]);
  base = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await startChromium();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.setDefaultNavigationTimeout(20_000);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
});

after(async () => {
  await browser?.close();
  await desk?.close();
});

const told = async (found: Locator): Promise<string> => (await found.textContent()) ?? '';
const go = (path: string) => page.goto(base + path);

test('a dispatch is pasted, read at once, and filed; files are dropped, and what is none is rejected with a reason', {
  skip,
}, async () => {
  await go('/filing');
  const text =
    'KHARTOUM, June 26 (Meridian) - Sudan warned Ethiopia on Tuesday that it would close its ports unless the shelling stopped by Friday.';
  await page.getByLabel('Text', { exact: true }).fill(text);
  await page.getByLabel('Day, if the text does not tell it').fill('2046-06-26');
  await page.locator('#said .preview .card').first().waitFor();
  await page.getByRole('button', { name: 'Read and file' }).click();
  await page.waitForURL(/\/dispatch\//);
  assert.match(await told(page.locator('.story')), /warned Ethiopia/);
  await go('/filing');
  await page.evaluate(`(() => {
    const files = new DataTransfer();
    const dropped = 'CAIRO, June 27, 2046 (Meridian) - Egypt recalled its ambassador from Khartoum on Wednesday, the Foreign Ministry said.';
    files.items.add(new File([dropped], 'recall.txt', { type: 'text/plain' }));
    files.items.add(new File([new Uint8Array([0, 1, 2, 0, 0, 255])], 'picture.txt'));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  })()`);
  await page.locator('#said .results').waitFor();
  const said = await told(page.locator('#said'));
  assert.match(said, /recall/);
  assert.match(said, /filed: .*event/);
  assert.match(said, /\[E004\] picture\.txt/);
});

test('a threat is followed to its end: from the ledger to the act that carried it out, and why', { skip }, async () => {
  await go('/ledger?actor=IRN');
  const threat = page.locator('.row', { hasText: 'carried out' }).first();
  assert.match(await told(threat.locator('.steps')), /opened/);
  await threat.getByRole('link', { name: 'carried out' }).click();
  await page.waitForURL(/\/dispatch\/.*#e/);
  const card = page.locator('.card.named');
  await card.waitFor();
  await card.getByRole('link', { name: 'why?' }).click();
  await page.waitForURL(/\/why\//);
  assert.match(await told(page.locator('h1')), /^Why\?/);
});

test('a span shows its record and a record its span', { skip }, async () => {
  await go('/search?text=canal');
  await page.locator('.row a[href^="/dispatch/"]').first().click();
  const mark = page.locator('.story .k-event').first();
  await mark.hover();
  await page.locator('.card.lit').first().waitFor();
  const other = page.locator('.group.c-statement .card').first();
  await other.hover();
  assert.ok((await page.locator('.story .lit').count()) > 0);
});

test('a speaker is corrected; the correction shows in the text, in the list and in the export', { skip }, async () => {
  await go('/statements?text=piracy');
  await page.locator('.row .words').first().click();
  await page.waitForURL(/\/dispatch\//);
  const id = new URL(page.url()).hash.slice(1);
  await page.locator(`.card[data-id="${id}"]`).getByRole('link', { name: 'mark' }).click();
  await page.waitForURL(/mark=/);
  assert.equal(
    await page
      .locator('.marking select[name=report]')
      .inputValue()
      .then((value) => value.split('#')[1]),
    id,
  );
  await page.getByLabel('Field').fill('speaker');
  await page.getByLabel('should read').fill('Foreign Ministry of Ethiopia');
  await page.getByLabel('Your name').fill('An Analyst');
  await page.getByLabel('Note').fill('as the next edition has it');
  await page.getByRole('button', { name: 'Mark' }).click();
  await page.locator('.marking .verdict.corrected').waitFor();
  assert.match(await told(page.locator('.marking')), /Foreign Ministry of Ethiopia/);
  await go('/statements?text=piracy');
  assert.match(await told(page.locator('.row .said').first()), /corrected by An Analyst/);
  const [row] = (await (await fetch(`${base}/api/statements?text=piracy&format=jsonl`)).text()).split('\n');
  assert.equal(JSON.parse(row).marks[0].correction.value, 'Foreign Ministry of Ethiopia');
});

test('two editions are compared: the words and the records that changed', { skip }, async () => {
  await go('/stories?text=Egypt%20Ethiopia%20Nairobi');
  await page.getByRole('link', { name: 'all that changed' }).first().click();
  await page.waitForURL(/\/compare\//);
  assert.ok((await page.locator('.edition-text del').count()) > 0);
  assert.ok((await page.locator('.edition-text ins').count()) > 0);
  assert.ok((await page.locator('.changes li').count()) > 0);
});

test('the daybook is subscribed to', { skip }, async () => {
  await go('/daybook');
  assert.ok((await page.locator('.calendar .busy').count()) > 0);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Subscribe (.ics)' }).click(),
  ]);
  assert.match(readFileSync(await file.path(), 'utf8'), /BEGIN:VEVENT[\s\S]*20460703/);
});

test('a dyad is followed, and days are chosen on its chart', { skip }, async () => {
  await go('/dyad?dyad=EGY-ETH');
  await page.getByRole('button', { name: 'Follow this dyad' }).click();
  await page.getByRole('button', { name: 'Do not follow any more' }).waitFor();
  const box = (await page.locator('.chart svg.broad').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 30, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/from=2046-/);
  assert.match(await told(page.locator('.chosen-days')), /Chosen: .* 2046 to /);
  await go('/');
  assert.match(await told(page.locator('.dyads')), /of the dyads you follow/i);
});

test('what changed since the last look is told until it was seen; an open page hears of what is filed', {
  skip,
}, async () => {
  await go('/');
  if ((await page.locator('.since').count()) > 0) await page.getByRole('button', { name: 'I have seen this' }).click();
  await page.locator('.dyads').waitFor();
  assert.equal(await page.locator('.since').count(), 0);
  const filed = await desk.post('/api/file', {
    text: 'ADDIS ABABA, June 30, 2046 (Meridian) - Ethiopia demanded on Saturday that Egypt reopen the Suez Canal by July 3.',
  });
  assert.equal(filed.statusCode, 200);
  await page.getByRole('link', { name: /new dispatch/ }).click();
  await page.locator('.since').waitFor();
  assert.match(await told(page.locator('.since')), /1 dispatch filed/);
  await page.getByRole('button', { name: 'I have seen this' }).click();
  await page.locator('.since').waitFor({ state: 'detached' });
});

test('a hostile dispatch is text and nothing else', { skip }, async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const { key } = (
    await desk.post('/api/file', {
      text: `Egypt ${evil} attacks Sudan\n\nCAIRO, June 29, 2046 (Meridian) - Egypt attacked Sudan on Friday, the "${evil}" minister said. javascript:alert(3)`,
    })
  ).json() as { key: string };
  for (const path of [
    `/dispatch/${key}`,
    '/',
    '/incidents',
    `/search?text=${encodeURIComponent(evil)}`,
    `/why/${key}/e1`,
  ]) {
    await go(path);
    assert.equal(await page.locator('main script, main img').count(), 0, path);
  }
  await go(`/dispatch/${key}`);
  assert.match(await told(page.locator('.story')), /<script>alert\(1\)<\/script>/);
});

test('no page has a fault that keeps somebody out, at either width, and none overflows', { skip }, async () => {
  const key = FILED.map(sample)[1].key;
  const first = FILED.map(sample)[0].key;
  const pages = [
    '/',
    '/incidents?limit=6',
    '/ledger?limit=6',
    '/daybook?limit=6',
    '/disputes?limit=6',
    '/statements?limit=6',
    '/statements?sourcing=anonymous&limit=6',
    '/stories?limit=6',
    '/dyad',
    '/dyad?dyad=EGY-ETH',
    '/actors',
    '/actor/EGY',
    '/map',
    '/search?text=dam',
    '/filing',
    `/dispatch/${key}`,
    `/compare/${first}/${key}`,
    `/why/${key}/e1`,
    '/nowhere',
  ];
  const found: string[] = [];
  for (const path of pages) {
    for (const [width, scheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: scheme });
      if (scheme === 'light') {
        await go(path);
        await page.evaluate(AXE);
      }
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (over > 1) found.push(`${path} at ${width}: ${over} pixels too wide`);
      const rules = scheme === 'dark' ? `runOnly: ['color-contrast'],` : '';
      const violations = await page.evaluate<string[]>(
        `axe.run({ ${rules} resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, impact, nodes }) => impact + ' ' + id + ' ' + nodes[0].html.slice(0, 160)))`,
      );
      for (const one of violations.filter((text) => /^(serious|critical)/.test(text)))
        found.push(`${path} ${scheme}: ${one}`);
    }
  }
  assert.deepEqual(found, []);
});

test('no page threw, logged an error or broke its content policy', { skip }, () => assert.deepEqual(faults, []));
