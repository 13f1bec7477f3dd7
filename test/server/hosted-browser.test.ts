import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { writeEventCsv } from '@kankei/formats';
import { openDatabase, refreshDemo } from '@kankei/server';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widgetNames } from '../../packages/server/src/hosted/widgets.ts';
import { embedFolder } from '../../scripts/embed.ts';
import { integrityOf } from '../../scripts/integrity.ts';
import { buildSingle, singleFile } from '../../scripts/single.ts';
import { makeProgram } from '../fixtures/programs.ts';
import { type BrowserWorld, browser, lookAt, openBrowser } from './browser-world.ts';

const town = '999997';
/** A town that has files alone. */
const near = { code: '213306', name: '白川村', prefecture: '岐阜県' };

/** What a widget says of itself once its script has come. */
const shown: Record<(typeof widgetNames)[number], string> = {
  'program-list': '[part~=card]',
  'matching-form': '[part~=title]',
  'furusato-link': '[part~=use]',
  'fanclub-signup': 'input[name=email], [part~=title]',
  'member-card': '*',
  'card-check': '*',
};

describe.skipIf(!browser)('hosted pages, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  let url: string;
  /** The town's own site, of another origin: what is put here is what it serves. */
  let site: Server;
  let siteUrl: string;
  let serve: (path: string) => { body: string | Buffer; type: string } | undefined = () => undefined;

  beforeAll(async () => {
    const db = await openDatabase(':memory:');
    world = await openBrowser(db);
    ({ url } = world);
    await refreshDemo(db, { now: Date.now(), publicUrl: url });
    site = createServer((request, response) => {
      const found = serve(new URL(request.url!, 'http://x').pathname);
      response.writeHead(found ? 200 : 404, {
        'content-type': found?.type ?? 'text/plain',
        'cache-control': 'no-store',
      });
      response.end(found?.body);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  }, 60_000);
  afterAll(async () => {
    site.close();
    await world.close();
  });

  it('are read and used without a script, as axe would have it, dark and narrow too', async () => {
    const { page } = world;
    await page.route('**/*.js', (route) => route.abort());
    for (const widget of widgetNames) {
      await page.goto(`${url}/w/${widget}?town=${town}${widget === 'program-list' ? '&limit=5' : ''}`);
      await lookAt(page, `${widget} without a script`);
    }
    await page.goto(`${url}/w/program-list?town=${town}&lang=en&limit=5`);
    await lookAt(page, 'in English');
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.getByRole('searchbox').fill('祭り');
    await page.getByRole('button', { name: 'Search' }).click();
    const title = await page.locator('.program h2').first().textContent();
    await page.locator('.program h2 a').first().click();
    expect(await page.locator('main h2').first().textContent()).toBe(title);
    await lookAt(page, 'a program');
    await page.goto(`${url}/w/program-list?town=${town}&kind=x`);
    await lookAt(page, 'an option that cannot be read');
    await page.goto(`${url}/w/?lang=en`);
    await lookAt(page, 'all pages');
    await page.unroute('**/*.js');
    world.complaints.length = 0;
  }, 60_000);

  it('become the widget once the script has come, and no policy stops anything', async () => {
    const { page } = world;
    for (const widget of widgetNames) {
      // What is light or dark is looked at once the widget has come.
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${url}/w/${widget}?town=${town}&lang=en`);
      await page.locator(`kankei-${widget} ${shown[widget]}`).first().waitFor({ state: 'attached' });
      await page.locator(`kankei-${widget}:defined`).waitFor();
      // What the others look like in a page is seen where their elements are tested.
      if (widget === 'program-list' || widget === 'furusato-link') await lookAt(page, widget);
    }
    expect(world.complaints).toEqual([]);
  }, 60_000);

  it('open the program and keep the words that their address names', async () => {
    const { page } = world;
    await page.goto(`${url}/w/program-list?town=${town}&program=bath-cleaning`);
    await page.locator('[part~=detail] [part~=fields]').waitFor();
    expect(new URL(page.url()).hash).toBe(`#kankei-program=${town}/bath-cleaning`);
    await page.goto(`${url}/w/program-list?town=${town}&q=祭り`);
    await page.locator('[part~=card]').first().waitFor();
    await expect.poll(() => page.locator('input[type=search]').first().inputValue()).toBe('祭り');
    expect(world.complaints).toEqual([]);
  });

  /** A page of the town's own site around a frame, which keeps what the frame says; it says hello when it is told to. */
  async function pageAround(
    src: string,
  ): Promise<{ page: Page; inside: FrameLocator; said: () => Promise<unknown[]> }> {
    const page = await world.context.newPage();
    const body = `<!doctype html><html lang="en"><title>Town</title><iframe src="${src}" width="600" height="300"></iframe>
      <iframe srcdoc="" name="other"></iframe>
      <script>said = []; addEventListener('message', ({ data, source }) => { if (source === frames[0]) said.push(data) });</script>`;
    serve = () => ({ body, type: 'text/html' });
    await page.goto(siteUrl);
    const said = () => page.evaluate(() => (globalThis as unknown as { said: unknown[] }).said);
    return { page, inside: page.frameLocator('iframe').first(), said };
  }

  it('tell in a frame how high they are and what happens, and only who says hello around them', async () => {
    const { page, inside, said } = await pageAround(`${url}/w/program-list?town=${town}&limit=5`);
    await inside.locator('[part~=card]').first().waitFor();
    // Another window of the page is not the page.
    await page.evaluate(() =>
      (frames[1] as unknown as { eval(code: string): void }).eval(
        `parent.frames[0].postMessage({ kankei: 'hello', lang: 'en' }, '*')`,
      ),
    );
    await page.evaluate(() => frames[0]!.postMessage({ kankei: 'hello', lang: 7 }, '*'));
    await expect.poll(said).toEqual([{ kankei: 'here' }]);
    expect(await inside.locator('.masthead').isVisible()).toBe(false);
    const hello = (lang: string) =>
      page.evaluate((lang) => frames[0]!.postMessage({ kankei: 'hello', lang }, '*'), lang);
    await hello('en');
    const heights = async () =>
      ((await said()) as { kankei: string; height: number }[])
        .filter(({ kankei }) => kankei === 'height')
        .map(({ height }) => height);
    await inside.getByRole('search').getByText('Search by keyword').waitFor();
    await expect.poll(async () => (await heights()).at(-1)).toBeGreaterThan(600);
    const before = (await heights()).at(-1)!;
    const real = () => inside.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    await inside.locator('[part~=more]').click();
    await expect.poll(async () => (await heights()).at(-1)).toBeGreaterThan(before + 300);
    await expect.poll(async () => (await heights()).at(-1)! - (await real())).toBe(0);
    await inside.locator('[part~=card] a').first().click();
    await expect.poll(said).toContainEqual({
      kankei: 'event',
      type: 'kankei-program-open',
      fields: { town, program: expect.stringMatching(/^[\w-]+$/) },
    });
    // What is closed again is lower.
    await inside.locator('[part~=back]').click();
    await hello('ja');
    await inside.getByRole('search').getByText('キーワードで探す').waitFor();
    await page.close();
  });

  it('have in a frame the colours of a tag, as dark as the page around them says, and light until it does, whatever the visitor prefers', async () => {
    const { page, inside } = await pageAround(`${url}/w/program-list?town=${town}&limit=5`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await inside.locator('[part~=card]').first().waitFor();
    const look = () =>
      inside
        .locator('[part~=title] a')
        .first()
        .evaluate((link) => {
          const { color, backgroundColor, colorScheme } = getComputedStyle(document.body);
          return [colorScheme, backgroundColor, color, getComputedStyle(link).color];
        });
    await expect.poll(look).toEqual(['light', 'rgb(255, 255, 255)', 'rgb(26, 26, 28)', 'rgb(0, 23, 193)']);
    const hello = (dark: boolean) =>
      page.evaluate((dark) => frames[0]!.postMessage({ kankei: 'hello', lang: 'ja', dark }, '*'), dark);
    await hello(true);
    await expect.poll(look).toEqual(['dark', 'rgba(0, 0, 0, 0)', 'rgb(236, 238, 236)', 'rgb(157, 183, 249)']);
    await hello(false);
    await expect.poll(look).toEqual(['light', 'rgba(0, 0, 0, 0)', 'rgb(26, 26, 28)', 'rgb(0, 23, 193)']);
    await page.close();
  });

  it('scroll in a frame where nobody answers, and leave the visitor’s place in it alone', async () => {
    const { page, inside, said } = await pageAround(`${url}/w/furusato-link?town=${town}&lang=en`);
    await inside.locator('[part~=use]').first().waitFor();
    expect(await said()).toEqual([{ kankei: 'here' }]);
    const scrolled = await inside.locator('html').evaluate((html) => {
      html.scrollTop = 200;
      return [html.scrollTop, html.scrollWidth <= innerWidth];
    });
    expect(scrolled).toEqual([200, true]);
    await page.close();
  });

  /** Serves a folder of files as a plain web server would, and tells what was asked of other hosts. */
  async function openFolder(
    body: string | undefined,
    path: string,
    more: Record<string, Buffer> = {},
  ): Promise<{ page: Page; elsewhere: string[] }> {
    const page = await world.context.newPage();
    const elsewhere: string[] = [];
    const types: Record<string, string> = {
      '.js': 'text/javascript',
      '.json': 'application/json',
      '.html': 'text/html',
      '.css': 'text/css',
      '.csv': 'text/csv',
    };
    await page.route(
      ({ origin }) => origin !== siteUrl,
      (route) => {
        elsewhere.push(route.request().url());
        return route.abort();
      },
    );
    serve = (path) => {
      const type = types[extname(path)] ?? 'text/html';
      if (path === '/' && body !== undefined) return { body, type };
      const name = path.replace(/^\/kankei\//, '');
      const found = more[name] ?? readOr(join(embedFolder, name));
      return found && { body: found, type };
    };
    await page.goto(siteUrl + path);
    return { page, elsewhere };
  }
  const readOr = (path: string) => {
    try {
      return readFileSync(path);
    } catch {
      return undefined;
    }
  };
  const files = () => {
    const programs = ['雪またじの手伝い', '合掌の話'].map((title, i) =>
      makeProgram({ id: `p${i}`, town: near.code, title, sessions: [{ startDate: '2099-01-01' }] }),
    );
    return {
      'kankei.json': Buffer.from(JSON.stringify({ town: near, programs: ['programs.csv'] })),
      'programs.csv': Buffer.from(writeEventCsv(programs, near)),
    };
  };

  it('stand as files in a copied folder, take their options from the address, and no source that a stranger names', async () => {
    const evil = 'endpoint=https%3A%2F%2Fevil.example&src=https%3A%2F%2Fevil.example%2Fkankei.json';
    const { page, elsewhere } = await openFolder(
      undefined,
      `/kankei/w/program-list.html?town=213306&lang=en&views=cards&limit=1&${evil}`,
      files(),
    );
    await page.locator('[part~=card]').first().waitFor();
    expect(await page.locator('[part~=card]').count()).toBe(1);
    await page.getByRole('search').getByText('Search by keyword').waitFor();
    expect(await page.locator('kankei-program-list').getAttribute('src')).toBeNull();
    expect(elsewhere).toEqual([]);
    await lookAt(page, 'a hosted page of files');
    await page.close();
    const without = await openFolder(undefined, '/kankei/w/program-list.html?town=213306');
    await without.page.route('**/*.js', (route) => route.abort());
    await without.page.reload();
    await lookAt(without.page, 'the same without its script');
    expect(await without.page.getByRole('link').getAttribute('href')).toBe('/');
    await without.page.close();
  });

  it('are not needed by a page that brings the embed as one file, by its hash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kankei-single-'));
    await buildSingle(folder);
    const single = readFileSync(join(folder, singleFile));
    rmSync(folder, { recursive: true });
    const pageOf = (integrity: string) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Town</title>
      <script type="module" src="/kankei/${singleFile}" integrity="${integrity}"></script>
      <kankei-program-list town="213306"><a href="/programs">一覧</a></kankei-program-list>
      <kankei-furusato-link town="213306"><a href="/donate">寄付</a></kankei-furusato-link>`;
    const only = { ...files(), [singleFile]: single };
    const asked: string[] = [];
    const good = await openFolder(pageOf(integrityOf(single)), '/', only);
    good.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await good.page.reload();
    await good.page.locator('[part~=card]').first().waitFor();
    await good.page.locator('[part~=card] a').first().click();
    await good.page.locator('[part~=detail] [part~=fields]').waitFor();
    expect(asked.filter((path) => path.endsWith('.js'))).toEqual([`/kankei/${singleFile}`]);
    await good.page.close();
    const bad = await openFolder(pageOf(integrityOf(Buffer.from('another'))), '/', only);
    expect(await bad.page.getByRole('link', { name: '一覧' }).isVisible()).toBe(true);
    expect(await bad.page.evaluate(() => customElements.get('kankei-program-list'))).toBeUndefined();
    await bad.page.close();
  }, 60_000);
});
