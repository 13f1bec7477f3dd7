import { routePath } from '@kankei/core';
import { makeStaffToken, saveMatching } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStage } from '../../packages/server/src/afterwards/ledger.ts';
import { decide } from '../../packages/server/src/applications/decide.ts';
import { doChores } from '../../packages/server/src/housekeeping.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { type ApplicationWorld, fixtureMatching, makeApplicationServer } from './application-world.ts';
import { makeBrowser, type StaffBrowser } from './staff-world.ts';

const code = fixtureTown.code;
const day = (date: string) => [{ startDate: date, startTime: '09:30', endTime: '12:00' }];
const snow = { id: 'snow', title: '雪囲い', kind: 'help' as const, sessions: day('2026-11-29') };
const tea = { id: 'tea', title: 'お茶会', kind: 'event' as const, sessions: day('2026-12-06') };

let world: ApplicationWorld;
let desk: StaffBrowser;
beforeEach(async () => {
  world = await makeApplicationServer();
  await world.offer(snow, tea);
  desk = makeBrowser(world);
});
afterEach(() => world.db.destroy());

const at = (text: string) => {
  world.clock.now = Date.parse(`${text}+09:00`);
};
const chores = () =>
  doChores(world.db, world.clock.now, { data: '/nowhere', publicUrl: 'https://kankei.example' }, (error) => {
    throw error;
  });
const signIn = async () => desk.signIn(await makeStaffToken(world.db, code, now));

/** Applies and is accepted; returns the application's id. */
async function join(id: string, name: string): Promise<string> {
  await world.apply(id, { name, email: `${name}@example.jp` });
  const row = await world.db
    .selectFrom('application')
    .select('id')
    .where('program', '=', id)
    .where('address', '=', `${name}@example.jp`)
    .executeTakeFirstOrThrow();
  const deciding = { town: code, program: id, id: row.id, decision: 'accept' as const, message: '' };
  const options = { publicUrl: 'https://kankei.example', now: world.clock.now };
  await world.db.transaction().execute((transaction) => decide(transaction, deciding, options));
  return row.id;
}

const nameHost = (program: string) =>
  world.db
    .insertInto('program_private')
    .values({ town: code, program, join_url: null, join_note: null, host_email: 'nushi@example.jp' })
    .execute();
const feedbackMails = async () => {
  const mails = (await world.mails()).filter(({ text }) => text.includes('/feedback/'));
  return mails.map(({ to, text }) => ({ to, path: /kankei\.example(\/feedback\/[\w-]+)/.exec(text)![1]! }));
};

describe('after the day', () => {
  it('those who took part and the host are asked two questions, once', async () => {
    await nameHost('snow');
    await join('snow', 'a');
    await world.apply('snow', { email: 'pending@example.jp' });
    at('2026-11-29T11:59:00');
    await chores();
    expect(await feedbackMails()).toEqual([]);
    at('2026-11-29T13:00:00');
    await chores();
    await chores();
    const mails = await feedbackMails();
    expect(mails.map(({ to }) => to)).toEqual(['a@example.jp', 'nushi@example.jp']);

    const [guest, host] = mails.map(({ path }) => path);
    expect(await (await world.get(guest!)).text()).toContain('ご参加を、ありがとうございました');
    expect(await (await world.get(`${host}?lang=en`)).text()).toContain('Thank you for having people');
    const refused = await world.press(`${guest}/answer`, { good: 'perhaps', again: '' });
    expect(refused.status).toBe(422);
    await world.press(`${guest}/answer`, { good: 'yes', again: 'maybe', message: '<b>雪</b>が' });
    await world.press(`${guest}/answer`, { good: 'yes', again: 'yes', message: '<b>雪</b>が軽かった' });
    await world.press(`${host}/answer`, { good: 'partly', again: 'yes' });
    expect(await (await world.get(guest!)).text()).toContain('軽かった');

    await signIn();
    const page = await (await desk.get('/staff/applications/snow')).text();
    expect(page).toContain('&lt;b&gt;雪&lt;/b&gt;が軽かった');
    expect(page).toMatch(/受け入れた方<\/th><td[^>]*>よいところも/);
    expect(page).not.toContain('まだわからない');
  });

  it('nobody is asked of what was called off, or is long over', async () => {
    await join('snow', 'a');
    await world.offer({ ...snow, status: 'cancelled' }, tea);
    at('2026-11-29T13:00:00');
    await chores();
    await world.offer(snow, tea);
    at('2027-01-05T13:00:00');
    await chores();
    expect(await feedbackMails()).toEqual([]);
    expect(await world.db.selectFrom('ledger').select('event').execute()).toEqual([{ event: 'interest' }]);
  });

  it('a report is shown with the program to everybody, the newest, and nobody can tell of days to come', async () => {
    at('2026-11-30T10:00:00');
    await signIn();
    const send = async (more: Record<string, string>) => {
      await desk.get('/staff/applications/snow/report');
      const report = {
        day: '2026-11-29',
        done: '三十軒の庭木を\n囲いました。',
        people: '12',
        thanks: 'たすかりました。',
      };
      return desk.post('/staff/applications/snow/report', { ...report, ...more });
    };
    expect((await send({ day: '2026-12-01' })).status).toBe(422);
    expect((await send({ done: '' })).status).toBe(422);
    expect((await world.recruitmentOf('snow')).report).toBeUndefined();
    expect((await send({})).status).toBe(303);
    await send({ people: '13' });
    const told = { day: '2026-11-29', done: '三十軒の庭木を\n囲いました。', people: 13, thanks: 'たすかりました。' };
    expect((await world.recruitmentOf('snow')).report).toEqual(told);
    await send({ day: '2026-11-22', done: '下見をしました。' });
    expect((await world.recruitmentOf('snow')).report).toEqual(told);
    expect(await (await desk.get('/staff/applications/snow/report')).text()).toContain('三十軒の庭木を');
  });
});

describe('the ledger', () => {
  const stageOf = async (name: string, matching = fixtureMatching) =>
    (await findStage(world.db, { town: code, address: `${name}@example.jp` }, matching))?.id;

  it('tells the stage of a relation by the town’s rules, to its staff alone', async () => {
    expect(await stageOf('a')).toBeUndefined();
    await join('tea', 'a');
    expect(await stageOf('a')).toBe('interested');
    at('2026-12-06T13:00:00');
    await chores();
    expect(await stageOf('a')).toBe('joined');
    await world.offer({ ...snow, sessions: day('2026-12-13') }, tea);
    await join('snow', 'a');
    at('2026-12-13T13:00:00');
    await chores();
    // Who helps on a second day has come back.
    expect(await stageOf('a')).toBe('connected');
    const own = {
      ...fixtureMatching,
      stages: [{ id: 'friend', label: 'とも', from: [{ event: 'joined', times: 2 }] }],
    };
    await saveMatching(world.db, code, own as typeof fixtureMatching, world.clock.now);
    await signIn();
    expect(await (await desk.get('/staff/applications/snow')).text()).toContain('とも');
    for (const path of [routePath('recruitment', { code, id: 'snow' }), await world.pageOf('a@example.jp')])
      expect(await (await world.get(path)).text()).not.toContain('とも');
  });

  it('counts a host as one', async () => {
    await nameHost('snow');
    await join('snow', 'a');
    at('2026-11-29T13:00:00');
    await chores();
    expect([await stageOf('nushi'), await stageOf('a')]).toEqual(['connected', 'helping']);
  });

  it('names nobody, and is forgotten with the applications', async () => {
    await nameHost('snow');
    await join('snow', 'a');
    at('2026-11-29T13:00:00');
    await chores();
    const rows = await world.db.selectFrom('ledger').selectAll().execute();
    expect(rows.map(({ event }) => event).toSorted()).toEqual(['helped', 'hosted', 'interest']);
    expect(JSON.stringify(rows)).not.toContain('@');
    const path = (await feedbackMails()).find(({ to }) => to === 'a@example.jp')!.path;
    await world.press(`${path}/answer`, { good: 'yes', again: 'yes' });
    at('2027-12-15T13:00:00');
    await chores();
    for (const table of ['application', 'ledger', 'feedback', 'program_private', 'link'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect((await world.get(path)).status).toBe(404);
  });
});
