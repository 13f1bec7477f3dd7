import {
  type Answers,
  applicationFields,
  checkForm,
  dayAt,
  dayLength,
  enquiryFields,
  type Field,
  matchProfile,
  needFields,
  toInstant,
} from '@kankei/core';
import { type Database, keepDemo, openDatabase } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoDesk } from '../../packages/server/src/demo/desk.ts';
import { demoMatching, demoPrograms } from '../../packages/server/src/demo/index.ts';
import { answerEnquiry } from '../../packages/server/src/enquiries/answer.ts';
import { doChores } from '../../packages/server/src/housekeeping.ts';
import { listNeeds } from '../../packages/server/src/needs/need-store.ts';

const publicUrl = 'https://kankei.example';
const today = toInstant('2026-11-21', '23:30');
const tables = ['need', 'enquiry', 'application', 'interest'] as const;

describe('what came in for the made-up town', () => {
  it('is what its forms take, on any day, and names programs that are there', () => {
    for (let days = 0; days < 400; days += 13) {
      const now = today + days * dayLength;
      const { needs, applications, enquiries, interests } = demoDesk(now);
      const faultsOf = (fields: readonly Field[], { answers }: { answers: Answers }) =>
        checkForm(fields, { ...answers, privacy: true }, dayAt(now)).faults;
      for (const need of needs) expect(faultsOf(needFields(demoMatching), need)).toEqual([]);
      for (const one of applications)
        expect(faultsOf(applicationFields({ people: 10, questions: [] }, demoMatching), one)).toEqual([]);
      for (const one of enquiries) {
        expect(faultsOf(enquiryFields(demoMatching), one)).toEqual([]);
        expect(matchProfile.parse(one.profile)).toEqual(one.profile);
      }
      expect(new Set(enquiries.map(({ answers }) => answers.moving)).size).toBe(3);
      const ids = demoPrograms({ now, publicUrl }).map(({ id }) => id);
      for (const id of [...applications.map(({ program }) => program), ...Object.keys(interests)])
        expect(ids).toContain(id);
      const written = JSON.stringify({ needs, applications, enquiries });
      for (const [, domain] of written.matchAll(/@([\w.]+)/g)) expect(domain).toBe('example.jp');
    }
  });
});

describe('the desk of the made-up town', () => {
  let db: Database;
  let stop = () => {};
  beforeEach(async () => {
    vi.useFakeTimers({ now: today, toFake: ['Date', 'setInterval', 'clearInterval'] });
    db = await openDatabase(':memory:');
  });
  afterEach(async () => {
    stop();
    vi.useRealTimers();
    await db.destroy();
  });
  const start = async (more: { demo?: boolean; smtpUrl?: string } = {}) => {
    stop();
    stop = await keepDemo(db, { demo: true, publicUrl, ...more });
  };
  const count = async (table: (typeof tables)[number] | 'mail' | 'link' | 'town') =>
    (await db.selectFrom(table).selectAll().execute()).length;

  it('is full on the first start, and nobody is mailed, also not by the chores of the next days', async () => {
    await start();
    for (const table of tables) expect(await count(table), table).toBeGreaterThan(1);
    const needs = await listNeeds(db, '999997');
    expect(needs.map(({ state }) => state)).toEqual(['draft', 'draft']);
    const { places_left } = await db
      .selectFrom('program')
      .select('places_left')
      .where('id', '=', 'fence-mending')
      .executeTakeFirstOrThrow();
    expect(places_left).toBe(7 - 4);
    for (const days of [0, 1, 2])
      await doChores(db, today + days * dayLength, { data: '/nowhere', publicUrl }, (error) => {
        throw error;
      });
    expect(await count('mail')).toBe(0);
  });

  it('is dated anew with every day, but for what somebody has dealt with', async () => {
    await start();
    const find = () => db.selectFrom('enquiry').select(['id', 'created_at', 'state']).orderBy('id').execute();
    const before = await find();
    await db
      .transaction()
      .execute((transaction) =>
        answerEnquiry(
          transaction,
          { town: '999997', id: 'demo-enquiry-1', seen: before[0]!.created_at, doing: 'done', message: '' },
          { publicUrl, now: today },
        ),
      );
    await vi.advanceTimersByTimeAsync(31 * 60_000);
    const applications = await count('application');
    const after = await find();
    expect(after[0]).toMatchObject({ created_at: before[0]!.created_at, state: 'answered' });
    expect(after[1]!.created_at).toBeGreaterThan(before[1]!.created_at);
    expect([after.length, applications]).toEqual([3, 4]);
    const { interested } = await db
      .selectFrom('interest')
      .select((eb) => eb.fn.sum<number>('count').as('interested'))
      .where('program', '=', 'star-night')
      .executeTakeFirstOrThrow();
    expect(interested).toBe(7);
  });

  it('goes with the town, and is empty where mails really leave', async () => {
    await start();
    await start({ demo: false });
    for (const table of [...tables, 'link', 'town'] as const) expect(await count(table), table).toBe(0);
    await start({ smtpUrl: 'smtp://mail.example.jp' });
    for (const table of tables) expect(await count(table), table).toBe(0);
  });
});
