import { openDatabase, saveFanclub, saveTown } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signStatement } from '../../packages/server/src/card/sign-statement.ts';
import { fixtureFanclub } from '../fixtures/every-question.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { type BrowserWorld, browser, keptBy, openBrowser } from './browser-world.ts';

const { code: town } = fixtureTown;
const valid = '有効な会員証です';
const forged = '偽造の疑いがあります';

describe.skipIf(!browser)('the page that checks cards, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  let statement: string;

  beforeAll(async () => {
    const db = await openDatabase(':memory:');
    await saveTown(db, fixtureTown, 0);
    await saveFanclub(db, town, fixtureFanclub, 0);
    statement = await signStatement(db, { town, number: 42, validUntil: '2149-01-01' }, 0);
    world = await openBrowser(db);
  }, 120_000);
  afterAll(() => world.close());

  const verdict = async (text: string) => {
    const { page, url } = world;
    await page.goto(`${url}/check#${text}`);
    const found = page.locator('kankei-card-check [part="verdict"]');
    await found.waitFor({ timeout: 10_000 });
    return (await found.textContent())?.trim();
  };

  it('tells a good card and its number, with a policy that stops nothing it needs', async () => {
    const { page, complaints } = world;
    expect(await verdict(statement)).toBe(valid);
    expect(await page.locator('[part="facts"]').textContent()).toContain('42');
    const colorOf = (selector: string) => page.locator(selector).evaluate((found) => getComputedStyle(found).color);
    expect(await colorOf('[part="submit"]'), 'the site’s own').toBe(await colorOf('a[data-keep-hash]'));
    expect(complaints).toEqual([]);
  });

  it('sends what is behind # nowhere', async () => {
    const { page } = world;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.reload();
    expect(await verdict(statement)).toBe(valid);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map((one) => one.split('#')[0]).join()).not.toContain(statement.slice(0, 20));
  });

  it('says forged when one character is another', async () => {
    await world.page.goto('about:blank');
    expect(await verdict(`${statement.slice(0, 50)}${statement[50] === 'A' ? 'B' : 'A'}${statement.slice(51)}`)).toBe(
      forged,
    );
  });

  it('works without network after the first visit, also where nothing was checked in it', async () => {
    const { page, url } = world;
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(`${url}/check`);
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // What the page loaded before the worker stood beside it is kept a moment later.
    await expect.poll(() => keptBy(page, 'kankei-check ')).toMatch(/chunks\/card-check-/);
    await world.pullThePlug();
    await page.goto('about:blank');
    expect(await verdict(statement)).toBe(valid);
    await page.goto('about:blank');
    expect(await verdict(statement.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBe(forged);
    await page.goto(`${url}/check?lang=en`);
    expect(await page.locator('h1').textContent()).toBe('Check a member card');
  });

  it('leaves every other page to the network', async () => {
    await expect(world.page.goto(`${world.url}/`)).rejects.toThrow(/ERR_/);
  });
});
