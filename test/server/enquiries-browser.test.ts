import { type Answers, type Enquiry, enquiry as enquirySchema, matching } from '@kankei/core';
import { makeStaffToken, saveMatching } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptEnquiry, checkEnquiry } from '../../packages/server/src/enquiries/leave.ts';
import { findDesk } from '../../packages/server/src/matching/matching-store.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { type BrowserWorld, browser, lookAt, openBrowser } from './browser-world.ts';
import { asking, wishes } from './enquiry-world.ts';
import { show } from './mail-world.ts';
import { makeServer } from './world.ts';

const town = fixtureTown.code;

describe.skipIf(!browser)('enquiries, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  let db: Awaited<ReturnType<typeof makeServer>>['db'];

  beforeAll(async () => {
    ({ db } = await makeServer());
    const coordinator = { name: 'つながり係 野上 みどり' };
    await saveMatching(db, town, matching.parse({ ...fixtureMatching, coordinator }), Date.now());
    world = await openBrowser(db, { embed: false });
    // No page here needs a script; the checks bring their own.
    await world.page.route('**/home.js', (route) => route.abort());
  }, 60_000);
  afterAll(() => world.close());

  /** Leaves an enquiry as the server does after it has let somebody in; the address of the person's page. */
  async function leave(answers: Answers, language: string, profile: Enquiry['profile'] = wishes): Promise<string> {
    const desk = (await findDesk(db, town))!;
    const now = Date.now();
    const sent = enquirySchema.parse({
      answers: { ...asking, ...answers },
      profile,
      language,
      noticeVersion: 'apply-1',
    });
    const checked = checkEnquiry(desk, sent, now);
    await db.transaction().execute((transaction) => acceptEnquiry(transaction, checked, { publicUrl: world.url, now }));
    const rows = await db.selectFrom('mail').select('content').orderBy('created_at', 'desc').execute();
    return rows.flatMap(
      ({ content }) => /http:\/\/localhost:\d+\/enquiry\/[\w-]+/.exec(show(JSON.parse(content!)).text)?.[0] ?? [],
    )[0]!;
  }
  const look = (state: string) => lookAt(world.page, state);
  const press = (key: string) => world.page.keyboard.press(key);
  const pressed = async (name: string, address?: RegExp) => {
    const { page } = world;
    await page.getByRole('button', { name, exact: true }).focus();
    await Promise.all([address ? page.waitForURL(address) : page.waitForNavigation(), press('Enter')]);
  };

  it('are read, answered, marked and deleted by keyboard alone, in every state', async () => {
    const { page, url } = world;
    const long = `週末に通いながら、畑を手伝えるところはありますか。${'長い話'.repeat(300)}`;
    const person = await leave({ message: long, name: `青山${'光'.repeat(60)}` }, 'ja');
    await page.goto(person);
    await look('left');
    await page.goto(`${url}/staff/enquiries`);
    await page.locator('#key').fill(await makeStaffToken(db, town, Date.now()));
    await Promise.all([page.waitForURL(/enquiries\?lang=ja/), press('Enter')]);
    await look('the list');
    await page.getByRole('link', { name: /移住したい（0）/ }).focus();
    await Promise.all([page.waitForURL(/moving=move/), press('Enter')]);
    await look('a group with nobody in it');
    await page.goBack();
    await page.locator('tbody a').focus();
    await Promise.all([page.waitForURL(/enquiries\/[0-9a-f]+/), press('Enter')]);
    await look('one to answer');
    await pressed('お返事をメールで送る');
    await look('no words');
    await page.locator('#message').fill('畑があります。\n・上野の畑\n・棚原の田んぼ');
    await pressed('お返事をメールで送る', /done=answer/);
    await look('answered');
    await page.goto(person);
    await look('answered, for the person');
    expect(await page.locator('.said').textContent()).toContain('上野の畑');
    await page.goBack();
    await page.locator('summary').focus();
    await press('Enter');
    await look('to delete');
    await pressed('消す', /done=delete/);
    await look('deleted');
    expect((await page.goto(person))!.status()).toBe(404);
  }, 60_000);

  it('are looked at in English, and withdrawn', async () => {
    const { page, url } = world;
    const person = await leave({ moving: 'move', message: 'Are there houses?' }, 'en', {});
    await page.goto(`${url}/staff/enquiries?lang=en`);
    await look('the list in English');
    await page.locator('tbody a').focus();
    await Promise.all([page.waitForURL(/enquiries\/[0-9a-f]+/), press('Enter')]);
    await pressed('Mark as answered without a mail', /done=done/);
    await look('marked');
    await page.goto(person);
    await page.getByRole('link', { name: 'I would like to withdraw' }).focus();
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('to withdraw');
    await pressed('Withdraw the message');
    await look('withdrawn');
    expect(await page.locator('h1').textContent()).toBe('Withdrawn');
  }, 60_000);
});
