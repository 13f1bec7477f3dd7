import { type Answers, matching } from '@kankei/core';
import { makeStaffToken, saveMatching } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDesk } from '../../packages/server/src/matching/matching-store.ts';
import { acceptNeed, checkNeed } from '../../packages/server/src/needs/offer.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { type BrowserWorld, browser, lookAt, openBrowser } from './browser-world.ts';
import { show } from './mail-world.ts';
import { snow } from './need-world.ts';
import { makeServer } from './world.ts';

const town = fixtureTown.code;
const long = `上野の三十軒の庭木を、雪が降る前にみんなで囲う。${'長い話'.repeat(200)}`;

describe.skipIf(!browser)('needs, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  let db: Awaited<ReturnType<typeof makeServer>>['db'];

  beforeAll(async () => {
    ({ db } = await makeServer());
    await saveMatching(db, town, matching.parse(fixtureMatching), Date.now());
    world = await openBrowser(db, { embed: false });
    // No page here needs a script; the checks bring their own.
    await world.page.route('**/home.js', (route) => route.abort());
  }, 60_000);
  afterAll(() => world.close());

  /** Tells of a need as the server does after it has let somebody in; the address of the host's page. */
  async function tell(answers: Answers, language: string): Promise<string> {
    const desk = (await findDesk(db, town))!;
    const now = Date.now();
    const sent = { answers: { ...snow, ...answers }, language, noticeVersion: 'apply-1' };
    const checked = checkNeed(desk, sent, now);
    await db.transaction().execute((transaction) => acceptNeed(transaction, checked, { publicUrl: world.url, now }));
    const rows = await db.selectFrom('mail').select('content').orderBy('created_at', 'desc').execute();
    return rows.flatMap(
      ({ content }) => /http:\/\/localhost:\d+\/need\/[\w-]+/.exec(show(JSON.parse(content!)).text)?.[0] ?? [],
    )[0]!;
  }
  const look = (state: string) => lookAt(world.page, state);
  const press = (key: string) => world.page.keyboard.press(key);
  const pressed = async (name: string, address?: RegExp) => {
    const { page } = world;
    await page.getByRole('button', { name }).focus();
    await Promise.all([address ? page.waitForURL(address) : page.waitForNavigation(), press('Enter')]);
  };

  it('are told, corrected, prepared, published and called off by keyboard alone, in every state', async () => {
    const { page, url } = world;
    const host = await tell({ what: long }, 'ja');
    await page.goto(host);
    await look('a draft that is not confirmed');
    await pressed('この内容で相談する', /done=confirm/);
    await look('a draft');
    await page.locator('summary').focus();
    await press('Enter');
    await page.locator('#field-people').fill('たくさん');
    await pressed('直した内容を保存する');
    await look('a correction at fault');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
    await page.locator('#field-people').fill('5');
    await pressed('直した内容を保存する', /done=details/);
    await look('corrected');

    await page.goto(`${url}/staff/needs`);
    await page.locator('#key').fill(await makeStaffToken(db, town, Date.now()));
    await Promise.all([page.waitForURL(/needs\?lang=ja/), press('Enter')]);
    await look('the list');
    await page.locator('tbody a').focus();
    await Promise.all([page.waitForURL(/needs\/[0-9a-f]+/), press('Enter')]);
    await look('a corrected draft at the desk');
    await page.getByRole('link', { name: '届いた内容を直す' }).focus();
    await Promise.all([page.waitForURL(/told/), press('Enter')]);
    await look('what was told');
    await page.locator('#field-people').fill('五人くらい');
    await pressed('直した内容を保存する');
    await look('what was told, at fault');
    await page.locator('#field-people').fill('5');
    await pressed('直した内容を保存する', /done=edit/);
    await look('what was told, corrected');
    await pressed('お断りする');
    await look('no words');
    await pressed('募集として公開する');
    await look('a program without a title');
    await page.locator('#field-title').fill('雪囲い');
    await pressed('下書きを保存する', /done=save/);
    await look('saved');
    await pressed('募集として公開する', /done=publish/);
    await look('published');
    await page.goto(host);
    await look('published, for the host');
    await page.goBack();
    await page.locator('#field-status').selectOption('cancelled');
    await pressed('保存して公開し直す');
    expect(await page.locator('#field-status').inputValue()).toBe('cancelled');
    await look('called off');
  }, 60_000);

  it('are declined in English, and withdrawn', async () => {
    const { page, url } = world;
    const host = await tell({ what: 'Picking persimmons' }, 'en');
    await page.goto(`${url}/staff/needs?lang=en`);
    await page.getByRole('link', { name: 'Picking persimmons' }).focus();
    await Promise.all([page.waitForURL(/needs\/[0-9a-f]+/), press('Enter')]);
    await look('a draft in English that is not confirmed');
    await page.locator('#message').fill('The fire brigade will come.');
    await pressed('Decline', /done=decline/);
    await look('declined');
    await page.goto(host);
    await look('declined, for the host');
    await page.goto(await tell({}, 'en'));
    await page.getByRole('link', { name: 'I would like to withdraw' }).focus();
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('to withdraw');
    await pressed('Withdraw the request', /need\/[\w-]+\?lang=en$/);
    await look('withdrawn');
    expect(await page.locator('.done h2').textContent()).toBe('Withdrawn');
  }, 60_000);
});
