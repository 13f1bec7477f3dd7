import { type Answers, matching } from '@kankei/core';
import { makeStaffToken, replacePrograms, saveMatching } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAfterwards } from '../../packages/server/src/afterwards/ask-afterwards.ts';
import { acceptApplication, checkApplication } from '../../packages/server/src/applications/apply.ts';
import { findRecruiting } from '../../packages/server/src/applications/recruiting.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, makeProgram } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { type BrowserWorld, browser, lookAt, openBrowser } from './browser-world.ts';
import { show } from './mail-world.ts';
import { makeServer } from './world.ts';

const town = fixtureTown.code;
const long = '雪が降る前に、上野の三十軒の庭木をみんなで囲う、一日がかりの大仕事のお手伝い（昼と夜のごはんつき）';

describe.skipIf(!browser)('applications, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  let db: Awaited<ReturnType<typeof makeServer>>['db'];

  beforeAll(async () => {
    ({ db } = await makeServer());
    await saveMatching(db, town, matching.parse(fixtureMatching), Date.now());
    await offer({});
    world = await openBrowser(db, { embed: false });
    // No page here needs a script; the checks bring their own.
    await world.page.route('**/home.js', (route) => route.abort());
  }, 60_000);
  afterAll(() => world.close());

  const offer = (more: object) =>
    replacePrograms(db, [makeProgram({ id: 'snow', town, title: long, capacity: 3, ...more })], {
      town,
      source: 'import:offers',
      now: Date.now(),
    });

  /** Applies as the server does after it has let somebody in. */
  async function apply(name: string, answers: Answers = {}): Promise<void> {
    const recruiting = (await findRecruiting(db, town, 'snow'))!;
    const given = { name, email: `${name}@example.jp`, people: '1', privacy: true, ...answers };
    const now = Date.now();
    const checked = checkApplication(recruiting, { answers: given, language: 'ja', noticeVersion: 'apply-1' }, now);
    const options = { publicUrl: world.url, now };
    await db.transaction().execute((transaction) => acceptApplication(transaction, checked, options));
  }
  /** The newest link to somebody's page. */
  async function linkTo(name: string, kind: 'application' | 'feedback' | 'host' = 'application'): Promise<string> {
    const rows = await db.selectFrom('mail').select('content').orderBy('created_at', 'desc').execute();
    const mails = rows.map(({ content }) => show(JSON.parse(content!)));
    const texts = mails.filter(({ to }) => to === `${name}@example.jp`).map(({ text }) => text);
    return texts.flatMap((text) => new RegExp(`${world.url}/${kind}/[\\w-]+`).exec(text)?.[0] ?? [])[0]!;
  }
  const look = (state: string) => lookAt(world.page, state);
  const press = async (...keys: string[]) => {
    for (const one of keys) await world.page.keyboard.press(one);
  };

  it('are made, looked at, asked about, answered, accepted and withdrawn by keyboard alone, in every state', async () => {
    const { page, url } = world;
    await apply('a', { people: '2', members: '次郎（8歳）' });
    await apply('b', { people: '2', members: '妹' });
    await page.goto(`${url}/staff/applications`);
    await page.locator('#key').fill(await makeStaffToken(db, town, Date.now()));
    await Promise.all([page.waitForURL(/applications\?lang=ja/), press('Enter')]);
    await look('programs at the desk');
    await page.getByRole('link', { name: long }).focus();
    await Promise.all([page.waitForURL(/applications\/snow/), press('Enter')]);
    await page.locator('summary').first().focus();
    await press('Enter');
    await look('the applications of a program');
    await page.getByRole('button', { name: 'お尋ねする' }).first().focus();
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('no words');
    await page.locator('textarea').first().fill('高いところは\n平気ですか');
    await page.getByRole('button', { name: 'お尋ねする' }).first().focus();
    await Promise.all([page.waitForURL(/done=ask/), press('Enter')]);
    await look('asked');

    await page.goto(await linkTo('a'));
    await page.locator('summary').focus();
    await press('Enter');
    await look('a question for the applicant');
    await page.getByRole('button', { name: '返事を送る' }).focus();
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('no answer');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
    await press('Tab', 'Enter');
    await page.keyboard.type('heiki');
    await page.getByRole('button', { name: '返事を送る' }).focus();
    await Promise.all([page.waitForURL(/done=reply/), press('Enter')]);
    await look('answered');
    await page.locator('summary').focus();
    await press('Enter');
    await page.locator('#field-people').fill('9');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('too many people');
    await page.goto(await linkTo('b'));
    await look('on the waiting list');

    await page.goto(`${url}/staff/applications/snow/settings`);
    await look('the settings');
    await page.locator('#field-joinUrl').fill('meet');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('settings at fault');
    await page.locator('#field-joinUrl').fill('https://meet.example/snow');
    await page.locator('#field-hostEmail').fill('nushi@example.jp');
    await Promise.all([page.waitForURL(/done=settings/), press('Enter')]);
    await apply('c');
    await page.goto(await linkTo('nushi', 'host'));
    await page.locator('summary').first().click();
    await look('the page of the host');
    await page.getByRole('button', { name: 'お断りする' }).first().click();
    await look('the host without words');
    await page.goto(`${url}/staff/applications/snow`);
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: '参加を決める' }).first().click();
    await page.waitForURL(/done=accept/);
    await page.goto(await linkTo('a'));
    await look('accepted');
    expect(await page.getByRole('link', { name: '参加用のリンクを開く' }).getAttribute('href')).toBe(
      'https://meet.example/snow',
    );
    await page.goto(`${await linkTo('b')}?lang=en`);
    await look('on the waiting list, in English');
    await page.getByRole('link', { name: 'I would like to withdraw' }).focus();
    await Promise.all([page.waitForURL(/withdraw/), press('Enter')]);
    await look('withdraw?');
    await page.getByRole('button', { name: 'Withdraw the application' }).focus();
    await Promise.all([page.waitForURL(/application\/[\w-]+\?lang=en$/), press('Enter')]);
    await look('withdrawn');
  }, 120_000);

  it('are followed by two questions and a report', async () => {
    const { page, url } = world;
    await offer({ sessions: [{ startDate: new Date(Date.now() - 36 * 3600_000).toISOString().slice(0, 10) }] });
    await askAfterwards(db, { publicUrl: url, now: Date.now() });
    await page.goto(await linkTo('a', 'feedback'));
    await look('two questions');
    await page.getByRole('button', { name: '答えを送る' }).focus();
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await look('no answers');
    await page.locator('#field-good').selectOption('yes');
    await page.locator('#field-again').selectOption('maybe');
    await page.getByRole('button', { name: '答えを送る' }).focus();
    await Promise.all([page.waitForURL(/done=answer/), press('Enter')]);
    await look('thanks');
    await page.goto(`${await linkTo('nushi', 'feedback')}?lang=en`);
    await look('two questions to the host, in English');
    await page.goto(`${url}/staff/applications/snow/report?lang=en`);
    await look('the report');
    await page.locator('#field-done').fill('Thirty gardens.');
    await page.getByRole('button', { name: 'Publish the report' }).click();
    await page.waitForURL(/done=report/);
    await look('what they said');
    await page.goto(`${url}/feedback/${'x'.repeat(43)}`);
    await look('a wrong link');
  }, 60_000);

  it('run nothing of what somebody wrote', async () => {
    const { page, url } = world;
    let ran = false;
    page.on('dialog', (dialog) => {
      ran = true;
      void dialog.dismiss();
    });
    await offer({ capacity: undefined });
    const names = nasty
      .map((text) => text.trim().slice(0, 60))
      .filter((text) => /\S/.test(text) && !/\p{C}/u.test(text));
    for (const [index, name] of names.entries()) await apply(`p${index}`, { name, message: name, boots: name });
    await page.goto(`${url}/staff/applications/snow`);
    const shown = await page.locator('summary strong').allTextContents();
    const kept = await db.selectFrom('application').select('answers').execute();
    expect(kept.length).toBeGreaterThan(20);
    for (const { answers } of kept) expect(shown).toContain(JSON.parse(answers).name);
    await page.goto(await linkTo('p0'));
    expect(ran).toBe(false);
    expect(world.complaints.filter((text) => !/status of 4\d\d|ERR_FAILED/.test(text))).toEqual([]);
  }, 120_000);
});
