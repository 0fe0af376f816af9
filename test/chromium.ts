// Finds the Chromium of this machine and starts it, for tests that need a real browser. Debian's package is `chromium`.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is, or null. CHROMIUM names another place. */
export const CHROMIUM: string | null = PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;

/** What a test that needs it gives as its options: it is skipped, and says so, where there is no Chromium. */
export const needsChromium = {
  skip: CHROMIUM === null ? 'no Chromium here: install Debian\u2019s "chromium" or set CHROMIUM to its path' : false,
};

/** A browser without window, sandbox or calls to the network of its own. Close it after use. */
export async function startChromium(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('no Chromium');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
