import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp, type Database, openDatabase, readSettings, saveTown } from '@kankei/server';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signStatement } from '../../packages/server/src/card/sign-statement.ts';
import { findBrowsers } from '../../scripts/browsers.mjs';
import { buildEmbed } from '../../scripts/embed.ts';
import { fixtureTown } from '../fixtures/programs.ts';

/** Service workers and pulling the plug need a browser that is driven from outside; one engine tells. */
const browser = findBrowsers().find(({ name }) => name === 'chromium')?.programs.browser;
const { code: town } = fixtureTown;

const valid = '有効な会員証です';
const forged = '偽造の疑いがあります';

describe.skipIf(!browser)('the page that checks cards, in a browser (skipped where there is no Chromium)', () => {
  let db: Database;
  let url: string;
  let stopServer: () => void;
  let context: BrowserContext;
  let page: Page;
  let statement: string;
  const complaints: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'kankei-check-'));

  beforeAll(async () => {
    await buildEmbed();
    db = await openDatabase(':memory:');
    await saveTown(db, fixtureTown, 0);
    statement = await signStatement(db, { town, number: 42, validUntil: '2149-01-01' }, 0);
    let app: ReturnType<typeof createApp> | undefined;
    await new Promise<void>((ready) => {
      const fetch = (request: Request) => app!.fetch(request);
      const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        url = `http://localhost:${port}`;
        app = createApp({ db, settings: readSettings({ PORT: String(port), KANKEI_PUBLIC_URL: url }) });
        ready();
      });
      stopServer = () => server.close();
    });
    context = await chromium.launchPersistentContext(folder, {
      executablePath: browser!,
      args: ['--no-sandbox', '--disable-gpu'],
      locale: 'ja-JP',
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    stopServer?.();
    await db?.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const verdict = async (text: string) => {
    await page.goto(`${url}/check#${text}`);
    const found = page.locator('kankei-card-check [part="verdict"]');
    await found.waitFor({ timeout: 10_000 });
    return (await found.textContent())?.trim();
  };

  it('tells a good card and its number, with a policy that stops nothing it needs', async () => {
    expect(await verdict(statement)).toBe(valid);
    expect(await page.locator('[part="facts"]').textContent()).toContain('42');
    expect(complaints).toEqual([]);
  });

  it('sends what is behind # nowhere', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.reload();
    expect(await verdict(statement)).toBe(valid);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map((one) => one.split('#')[0]).join()).not.toContain(statement.slice(0, 20));
  });

  it('says forged when one character is another', async () => {
    await page.goto('about:blank');
    expect(await verdict(`${statement.slice(0, 50)}${statement[50] === 'A' ? 'B' : 'A'}${statement.slice(51)}`)).toBe(
      forged,
    );
  });

  it('works without network after the first visit, for cards of a town it knows', async () => {
    await page.goto(`${url}/check`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // What the page loaded before the worker stood beside it is kept a moment later.
    const kept = () =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find((one) => one.startsWith('kankei-check '))!;
        return (await (await caches.open(name)).keys()).map((request) => request.url).join();
      });
    await expect.poll(kept).toMatch(/chunks\/card-check-/);
    stopServer();
    await context.setOffline(true);
    await page.goto('about:blank');
    expect(await verdict(statement)).toBe(valid);
    await page.goto('about:blank');
    expect(await verdict(statement.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBe(forged);
    await page.goto(`${url}/check?lang=en`);
    expect(await page.locator('h1').textContent()).toBe('Check a member card');
  });

  it('leaves every other page to the network', async () => {
    await expect(page.goto(`${url}/`)).rejects.toThrow(/ERR_/);
  });
});
