import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { readKankeiFile } from '@kankei/core';
import { saveFanclub } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedFolder } from '../../scripts/embed.ts';
import { fixtureClub } from '../fixtures/fanclub.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { type BrowserWorld, browser, lookAt, openBrowser } from './browser-world.ts';
import { makeServer } from './world.ts';

/** A municipal site elsewhere, whose pages and files are what `content` says of their names. */
async function openSite(content: (name: string) => string | Buffer): Promise<{ url: string; close: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://a.example').pathname.slice(1));
    response.setHeader('content-type', `${types[extname(name)] ?? 'text/html'}; charset=utf-8`);
    response.end(content(name));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };
const pageWith = (lines = '') => `<!doctype html><html lang="ja"><title>町</title><h1>町</h1>${lines}</html>`;

describe.skipIf(!browser)('the embed builder, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    const { db } = await makeServer();
    await saveFanclub(db, fixtureTown.code, fixtureClub, now);
    world = await openBrowser(db);
    await world.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.url });
  }, 60_000);
  afterAll(() => world.close());

  const open = async (rest = '') => {
    await world.page.goto('about:blank');
    await world.page.goto(`${world.url}/builder${rest}`);
    await world.page.locator('#choose').waitFor();
  };
  const lines = (form: string) => world.page.locator(`#lines-${form}`).inputValue();

  it('makes, by keyboard alone, what was chosen, keeps it in the address and shows it as it will look', async () => {
    const { page } = world;
    await open(`?town=${fixtureTown.code}`);
    await page.locator('[name="widget"][value="program-list"]').focus();
    await page.keyboard.press('ArrowDown');
    // What is usual for one widget is nobody's choice for another.
    expect(await lines('element')).toContain(`<kankei-matching-form town="${fixtureTown.code}">`);
    await page.keyboard.press('ArrowUp');
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[name="sort"][value="soon"]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await lines('element')).toContain(`<kankei-program-list town="${fixtureTown.code}" sort="new">`);
    expect(new URL(page.url()).hash).toBe(`#town=${fixtureTown.code}&widget=program-list&sort=new`);
    const frame = page.frameLocator('iframe');
    await frame.locator('kankei-program-list[sort="new"] [part="card"]').first().waitFor();

    // Sent on, the address says the same; another's choices are nobody's history.
    await open(`?lang=en${new URL(page.url()).hash}&pin=pinned`);
    await page.waitForFunction(() =>
      document
        .querySelector('#builder')
        ?.shadowRoot?.querySelector<HTMLTextAreaElement>('#lines-script')
        ?.value.includes('integrity="sha384-'),
    );
    expect(await lines('div')).toContain('data-sort="new"');
    expect(await page.locator('h1').last().textContent()).toBe('Make your embed');
    expect(world.complaints).toEqual([]);
  }, 60_000);

  it('is held by axe and in 320 px, in both languages, also with all that can go wrong', async () => {
    await open();
    await lookAt(world.page, 'ja');
    await open('?lang=en#widget=program-list&town=123456&height=1&limit=x&background=red&cms=markdown');
    // What the address got wrong is unfolded; the rest is opened here.
    await world.page.locator('details:not([open]) > summary').click();
    await world.page.locator('#pasted').fill('{ "town": { "fanclub": {} } }');
    await world.page.locator('#pasted').press('Tab');
    await world.page.keyboard.press('Enter');
    await world.page.locator('.findings li').first().waitFor();
    expect(await world.page.locator('[part="fault"]').count()).toBe(4);
    expect(await world.page.locator('.card').count()).toBe(0);
    await lookAt(world.page, 'en, faults');
    expect(world.complaints).toEqual([]);
  }, 60_000);

  it('warns of a colour that cannot be read while it is chosen', async () => {
    const { page } = world;
    await open(`#town=${fixtureTown.code}&accent=%230017c1`);
    const low = page.locator('#accent-note .low');
    expect(await low.count()).toBe(1); // Only black on dark blue, for comparison.
    expect(await page.locator('#accent-note [role="status"]').textContent()).toBe('');
    await page.locator('#accent').fill('#ff9900');
    await low.nth(1).waitFor();
    expect(await page.locator('#accent-note [role="status"]').textContent()).toContain('4.5');
    expect(await page.locator('#accent-note').textContent()).toContain('2.1');
    await page.locator('[name="pick-accent"]').fill('#003300');
    await page.waitForFunction(() => location.hash.includes('accent=%23003300'));
    expect(await lines('element')).toContain('accent="#003300"');
  }, 60_000);

  it('copies each of the four forms, and each works when pasted into a page of another site', async () => {
    const { page, context } = world;
    await open(`#town=${fixtureTown.code}&widget=program-list&sort=new`);
    const script = await lines('script');
    const pasted: Record<string, string> = {};
    for (const form of ['element', 'div', 'link', 'frame']) {
      await page.locator(`section[aria-labelledby="form-${form}"] button`).click();
      await page
        .locator(`section[aria-labelledby="form-${form}"] [role="status"]`, { hasText: 'コピーしました' })
        .waitFor();
      pasted[form] = await page.evaluate(() => navigator.clipboard.readText());
      expect(pasted[form]).toBe(await lines(form));
    }
    const cases: Record<string, string> = { ...pasted, 'link with script': `${pasted.link}\n${script}` };
    const townHall = await openSite((name) => pageWith(cases[name]));
    const there = await context.newPage();
    const faults: string[] = [];
    there.on('pageerror', (error) => faults.push(String(error)));
    const card = 'kankei-program-list[sort="new"] [part="card"]';
    for (const form of ['element', 'div', 'link with script', 'frame']) {
      await there.goto(`${townHall.url}/${encodeURIComponent(form)}`);
      const where = form === 'frame' ? there.frameLocator('iframe') : there;
      await where.locator(card).first().waitFor();
    }
    await there.goto(`${townHall.url}/link`);
    await there.getByRole('link').click();
    await there.locator(card).first().waitFor();
    expect(faults).toEqual([]);
    await there.close();
    townHall.close();
  }, 90_000);

  it('saves a kankei.json that can be read, and finds what is open in what is pasted or registered', async () => {
    const { page } = world;
    await open('#town=212172&widget=fanclub-signup');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#files ~ p button').click()]);
    expect(download.suggestedFilename()).toBe('kankei.json');
    const text = readFileSync(await download.path(), 'utf8');
    expect('file' in readKankeiFile(JSON.parse(text))).toBe(true);
    expect(await page.locator('.places code').allTextContents()).toContain('town.fanclub.notice.purpose');

    await page.locator('#pasted').fill(text);
    await page.getByRole('button', { name: '貼った内容を確かめる' }).click();
    await page.locator('.findings li').first().waitFor();
    expect(await page.locator('.findings').textContent()).toContain('town.fanclub.delivery.mail');
    await page.locator('#pasted').fill('{');
    await page.getByRole('button', { name: '貼った内容を確かめる' }).click();
    await page.getByText('JSON として読めません').waitFor();

    await open(`#town=${fixtureTown.code}`);
    await page.getByRole('button', { name: 'この町の登録内容を確かめる' }).click();
    await page.locator('.findings li').first().waitFor();
    expect(await page.locator('.findings').textContent()).toContain('town.fanclub.notice.items');
  }, 60_000);

  it('is a page among copied files too, where what it makes names the file beside the script', async () => {
    const { page } = world;
    const town = { code: '212172', name: '飛騨市' };
    const program = { id: 'a', town: town.code, title: '屋台を曳く', kind: 'festival', mode: 'onsite' };
    const files: Record<string, string> = {
      'kankei/kankei.json': JSON.stringify({ town, programs: ['programs.json'] }),
      'kankei/programs.json': JSON.stringify([program]),
    };
    const read = (path: string) => (existsSync(path) ? readFileSync(path) : '');
    const site = await openSite((name) => files[name] ?? read(join(embedFolder, name.replace(/^kankei\//, ''))));
    const complaints = world.complaints.length;
    await page.goto(`${site.url}/kankei/builder.html`);
    await page.locator('#town').fill('２１２１７');
    await page.frameLocator('iframe').getByText('屋台を曳く').first().waitFor();
    const element = await lines('element');
    expect(element).toContain(`<script type="module" src="${site.url}/kankei/kankei.js"></script>`);
    expect(element).toContain(`<kankei-program-list town="212172" src="${site.url}/kankei/kankei.json">`);
    expect(await lines('address')).toContain('/kankei/w/program-list.html?town=212172&src=');
    expect(world.complaints.slice(complaints)).toEqual([]);
    site.close();
  }, 60_000);
});
