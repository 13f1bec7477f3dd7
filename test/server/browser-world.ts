import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp, type Database, readSettings } from '@kankei/server';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.mjs';
import { buildEmbed } from '../../scripts/embed.ts';

/** Service workers and pulling the plug need a browser that is driven from outside; one engine tells. */
export const browser = findBrowsers().find(({ name }) => name === 'chromium')?.programs.browser;

export interface BrowserWorld {
  url: string;
  context: BrowserContext;
  page: Page;
  /** What the page complained of: errors, and what a policy stopped. */
  complaints: string[];
  /** The server stops and the network is gone. */
  pullThePlug(): Promise<void>;
  close(): Promise<void>;
}

/** The server on a port of its own, with the built embed unless its pages need none, and a browser before it. */
export async function openBrowser(db: Database, { embed = true } = {}): Promise<BrowserWorld> {
  if (embed) await buildEmbed();
  const { url, stop } = await listen(db);
  const folder = mkdtempSync(join(tmpdir(), 'kankei-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: browser!,
    args: ['--no-sandbox', '--disable-gpu'],
    locale: 'ja-JP',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    url,
    context,
    page,
    complaints,
    async pullThePlug() {
      stop();
      await context.setOffline(true);
    },
    async close() {
      await context.close();
      stop();
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The port is known only once the server listens, and its pages must know it. */
function listen(db: Database): Promise<{ url: string; stop: () => void }> {
  let app: ReturnType<typeof createApp> | undefined;
  return new Promise((resolve) => {
    const fetch = (request: Request) => app!.fetch(request);
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const url = `http://localhost:${port}`;
      app = createApp({ db, settings: readSettings({ PORT: String(port), KANKEI_PUBLIC_URL: url }) });
      resolve({ url, stop: () => server.close() });
    });
  });
}

/** The addresses a service worker has kept under a cache whose name begins so. */
export const keptBy = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (begin) => {
    const cache = (await caches.keys()).find((one) => one.startsWith(begin));
    return cache ? (await (await caches.open(cache)).keys()).map((request) => request.url).join(' ') : '';
  }, name);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Holds a page to what axe finds at fault, light and dark, and to be read without scrolling sideways in 320 px. */
export async function lookAt(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Widgets follow the colours of their page in the frame after.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const found = await page.evaluate(`${axe}; axe.run().then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBe(320);
  await page.setViewportSize({ width: 1280, height: 800 });
}
