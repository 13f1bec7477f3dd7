import { matching } from '@kankei/core';
import { makeStaffToken, saveMatching, saveTown } from '@kankei/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tellStaffLater } from '../../packages/server/src/staff/news.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { type EnquiryWorld, makeEnquiryServer } from './enquiry-world.ts';
import { withNeeds } from './need-world.ts';
import { makeBrowser } from './staff-world.ts';
import { neighbour } from './world.ts';

const code = fixtureTown.code;
const publicUrl = 'https://kankei.example';
const hour = 3600_000;

let world: EnquiryWorld;
beforeEach(async () => {
  world = await makeEnquiryServer();
  await world.offer({ id: 'field', capacity: 50 });
});
afterEach(() => world.db.destroy());

const subjects = async () => (await world.staffMails()).map(({ subject }) => subject);
const later = () => tellStaffLater(world.db, { publicUrl, now: world.clock.now });

it('staff are told of an application, a need and an enquiry, with a link to the desk and nothing of who sent it', async () => {
  await world.apply('field');
  await withNeeds(world).need();
  await world.enquire();
  const mails = await world.staffMails();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['tsunagari@musubino.example', '【むすび野町】申し込みが届きました（1件）'],
    ['tsunagari@musubino.example', '【むすび野町】困りごとが届きました（1件）'],
    ['tsunagari@musubino.example', '【むすび野町】相談が届きました（1件）'],
  ]);
  for (const [index, path] of ['applications', 'needs', 'enquiries'].entries()) {
    const { text, html } = mails[index]!;
    for (const one of [text, html]) {
      expect(one).toContain(`${publicUrl}/staff/${path}`);
      expect(one).not.toMatch(/花子|トメ|青山|hana@|tome@|hikari@|雪囲い/);
    }
  }
});

it('a rush is one mail, and one more an hour later for all that came meanwhile', async () => {
  for (let count = 0; count < 4; count++) {
    await world.apply('field', { email: `guest${count}@example.jp` });
    world.clock.now += 60_000;
  }
  await later();
  expect(await subjects()).toEqual(['【むすび野町】申し込みが届きました（1件）']);
  world.clock.now += hour;
  await later();
  await later();
  expect(await subjects()).toEqual([
    '【むすび野町】申し込みが届きました（1件）',
    '【むすび野町】申し込みが届きました（3件）',
  ]);
  world.clock.now += hour;
  await later();
  expect(await subjects()).toHaveLength(2);
  await world.apply('field', { email: 'late@example.jp' });
  expect((await subjects()).at(-1)).toContain('（1件）');
});

it('nobody is told of what a machine sent, of who has applied before, or where a town gives no address', async () => {
  await world.apply('field', {}, undefined, { website: 'https://spam.example' });
  expect(await subjects()).toEqual([]);
  await world.apply('field');
  world.clock.now += 2 * hour;
  await world.apply('field');
  await later();
  expect(await subjects()).toHaveLength(1);
  const { contact, ...silent } = fixtureTown;
  await saveTown(world.db, silent, now);
  await world.enquire();
  world.clock.now += 2 * hour;
  await later();
  expect(await subjects()).toHaveLength(1);
});

it('the coordinator’s own address goes before the town’s', async () => {
  const coordinator = { name: '野上', contact: { email: 'nogami@musubino.example' } };
  await saveMatching(world.db, code, matching.parse({ ...fixtureMatching, coordinator }), now);
  await world.enquire();
  expect(await subjects()).toEqual([]);
  expect((await world.mails()).map(({ to }) => to)).toContain('nogami@musubino.example');
});

it('the desk’s first page says how much waits for an answer, to the staff of that town alone', async () => {
  await world.apply('field');
  await withNeeds(world).need();
  await world.enquire();
  await world.enquire({ email: 'two@example.jp' });
  const firstPage = async (town: string) => {
    const desk = makeBrowser(world);
    await desk.signIn(await makeStaffToken(world.db, town, now));
    return (await (await desk.get('/staff')).text()).replaceAll(/(\s*<[^>]+>)+\s*/g, ' ');
  };
  expect(await firstPage(code)).toMatch(/申し込み お返事待ち 1件.*困りごと お返事待ち 1件.*相談 お返事待ち 2件/);
  expect(await firstPage(neighbour.code)).not.toContain('お返事待ち');
});
