// `npm run images`: takes the pictures of the desk in docs/images anew, from a desk that is open on the sample crisis (`npm start` elsewhere).
// Give its address where it is not http://127.0.0.1:1851.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:1851';
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
const browser = await chromium.launch({ executablePath, args: FLAGS });
const { items } = await (await fetch(`${base}/api/stories?text=Suez&limit=1`)).json();
const dispatch = items[0]?.editions[0].dispatch;
const PAGES = [
  ['crisis', '/', 1280, 'light'],
  ['dyad', '/dyad?dyad=EGY-ETH', 1280, 'light'],
  ['dispatch', `/dispatch/${dispatch}`, 1280, 'light'],
  ['narrow', '/ledger', 390, 'dark'],
];
mkdirSync('docs/images', { recursive: true });
for (const [name, path, width, colorScheme] of PAGES) {
  const page = await browser.newPage({ viewport: { width, height: width > 400 ? 800 : 780 }, colorScheme });
  await page.goto(base + path, { waitUntil: 'load' });
  await page.screenshot({ path: `docs/images/${name}.png` });
  await page.close();
  console.log(`docs/images/${name}.png`);
}
await browser.close();
