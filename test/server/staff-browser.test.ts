import { type Furusato, furusato } from '@kankei/core';
import { findFurusato, makeStaffToken, saveFurusato } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureFurusato } from '../fixtures/furusato.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { type BrowserWorld, browser, lookAt, openBrowser } from './browser-world.ts';
import { makeServer } from './world.ts';

const town = fixtureTown.code;
// The browser's server has the clock of the machine: figures of long ago, and no days that come.
const bus = { id: 'bus', title: '通学バスを走らせる', goal: 3_000_000, raised: 1_240_000, asOf: '2020-01-01' };
const kiln = { id: 'kiln', title: '炭焼き窯を残す', goal: 800_000, raised: 912_000, donors: 41, asOf: '2020-01-01' };
const flagged: Furusato = { ...fixtureFurusato, projects: [bus, kiln], button: '返礼品が豪華！ポイント還元でお得' };

describe.skipIf(!browser)('the staff desk, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  let db: Awaited<ReturnType<typeof makeServer>>['db'];
  let key: string;

  beforeAll(async () => {
    ({ db } = await makeServer());
    await saveFurusato(db, town, flagged, now);
    key = await makeStaffToken(db, town, now);
    world = await openBrowser(db, { embed: false });
    // No page here needs a script; the checks bring their own.
    await world.page.route('**/home.js', (route) => route.abort());
  }, 60_000);
  afterAll(() => world.close());

  const look = (state: string) => lookAt(world.page, state);

  it('is opened, used and left by keyboard alone, its cookie out of reach of scripts', async () => {
    const { page } = world;
    await page.goto(`${world.url}/staff`);
    await look('signed out');
    const press = async (...keys: string[]) => {
      for (const one of keys) await page.keyboard.press(one);
    };
    await page.locator('#key').focus();
    await page.keyboard.type('x');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('a wrong key');
    // The field at fault has the focus.
    await page.keyboard.type(key);
    await Promise.all([page.waitForURL(/staff\?lang=ja$/), press('Enter')]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await look('the first page');
    await page.getByRole('link', { name: 'ふるさと納税' }).first().focus();
    await Promise.all([page.waitForURL(/furusato/), press('Enter')]);
    await look('figures, and words that may not be used');
    await page.locator('#field-raised-bus').fill('たくさん');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('figures at fault');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
    await press('Tab', 'Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-raised-bus');
    await page.locator('#field-raised-bus').fill('150万');
    await Promise.all([page.waitForURL(/done=bus/), press('Enter')]);
    await look('saved');
    await page.locator('summary').first().click();
    await look('the history');
    expect((await findFurusato(db, town))!.projects[0]!.raised).toBe(1_500_000);
    await page.getByRole('button', { name: 'ログアウト' }).click();
    await look('left');
    await page.goto(`${world.url}/staff/furusato`);
    expect(await page.locator('h1').textContent()).toBe('担当者の画面にログイン');
  }, 60_000);

  it('is the same in English', async () => {
    const { page } = world;
    await page.goto(`${world.url}/staff?lang=en`);
    await look('signed out');
    await page.locator('#key').fill(key);
    await page.keyboard.press('Enter');
    await page.waitForURL(/staff\?lang=en$/);
    await page.getByRole('link', { name: 'Furusato nozei' }).first().click();
    await page.waitForURL(/furusato\?lang=en/);
    await look('figures');
  }, 60_000);

  it('runs nothing of what a town wrote', async () => {
    const { page } = world;
    let ran = false;
    page.on('dialog', (dialog) => {
      ran = true;
      void dialog.dismiss();
    });
    const plain = nasty.filter((title) => furusato.safeParse({ projects: [{ ...bus, title }] }).success).slice(0, 59);
    const projects = plain.map((title, index) => ({ ...bus, id: `p${index}`, title, text: title }));
    await saveFurusato(db, town, { ...flagged, projects: [...projects, kiln] }, now + 1);
    await page.goto(`${world.url}/staff/furusato`);
    const titles = await page.locator('legend').allTextContents();
    expect(plain.length).toBeGreaterThan(20);
    expect(titles).toEqual([...plain, kiln.title]);
    expect(ran).toBe(false);
    const stopped = world.complaints.filter((text) => !/status of 4\d\d|ERR_FAILED/.test(text));
    expect(stopped).toEqual([]);
  }, 60_000);
});
