import { applicationReceived, interestCounted, type Program, type ProgramPage, problem, routePath } from '@kankei/core';
import { saveMatching } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doChores } from '../../packages/server/src/housekeeping.ts';
import fc from '../fixtures/fast-check.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { type ApplicationWorld, fixtureMatching, makeApplicationServer } from './application-world.ts';

const code = fixtureTown.code;
const soon = [{ startDate: '2026-11-29', startTime: '09:30', endTime: '12:00' }];

let world: ApplicationWorld;
beforeEach(async () => {
  world = await makeApplicationServer();
  await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, capacity: 5 });
});
afterEach(() => world.db.destroy());

const problemOf = async (response: Response) => problem.parse(await response.json());
const told = async (response: Response) => applicationReceived.parse(await response.json());
const as = (name: string, people = 1) => ({
  email: `${name}@example.jp`,
  people: String(people),
  ...(people > 1 && { members: '家族' }),
});
const subjectsTo = async (name: string) =>
  (await world.mails()).filter(({ to }) => to === `${name}@example.jp`).map(({ subject }) => subject);
const detail = async (id = 'snow') => (await (await world.get(routePath('program', { code, id }))).json()) as Program;
const listed = async () => {
  const page = (await (await world.get(`/v1/towns/${code}/programs?q=雪囲い&past=include`)).json()) as ProgramPage;
  return page.programs.find(({ id }) => id === 'snow');
};

describe('an application', () => {
  it('is taken for a place, told by mail with the way to its page, and takes the place from the list and the detail', async () => {
    expect((await listed())!.placesLeft).toBeUndefined();
    const response = await world.apply('snow', as('a', 2));
    expect(response.status).toBe(202);
    expect(await told(response)).toEqual({ state: 'pending' });
    const [mail] = await world.mails();
    expect(mail).toMatchObject({ to: 'a@example.jp', subject: '【むすび野町】「雪囲い」への申し込みを受け付けました' });
    expect(mail!.text).toContain('11月29日（日）9:30');
    expect(await world.pageOf('a@example.jp')).toMatch(/^\/application\//);
    expect([(await listed())!.placesLeft, (await detail()).placesLeft]).toEqual([3, 3]);
    expect(await world.recruitmentOf('snow')).toMatchObject({ state: 'open', placesLeft: 3, waiting: 0 });
  });

  it('of more than there is room for waits, and others who fit need not', async () => {
    await world.apply('snow', as('a', 3));
    expect(await told(await world.apply('snow', as('b', 3)))).toEqual({ state: 'waiting', position: 1 });
    expect(await told(await world.apply('snow', as('c', 2)))).toEqual({ state: 'pending' });
    expect(await told(await world.apply('snow', as('d')))).toEqual({ state: 'waiting', position: 2 });
    expect(await world.recruitmentOf('snow')).toMatchObject({ state: 'waiting', placesLeft: 0, waiting: 2 });
    expect(await subjectsTo('d')).toEqual(['【むすび野町】「雪囲い」のキャンセル待ちに入りました']);
  });

  it('of somebody who has applied changes nothing, and the answer does not tell; a mail leads to the first', async () => {
    await world.apply('snow', as('a', 2));
    world.clock.now += 3600_000;
    const again = await world.apply('snow', { ...as('a', 2), email: 'A@Example.JP', name: '別の名' });
    const other = await world.apply('snow', as('b', 2));
    const seen = async (response: Response) => [response.status, [...response.headers], await response.text()];
    expect(await seen(again)).toEqual(await seen(other));
    expect(await subjectsTo('a')).toEqual([
      '【むすび野町】「雪囲い」への申し込みを受け付けました',
      '【むすび野町】「雪囲い」には、すでにお申し込みいただいています',
    ]);
    const rows = await world.db.selectFrom('application').select(['address', 'answers', 'party']).execute();
    expect(rows.map(({ address, party }) => [address, party])).toEqual([
      ['a@example.jp', 2],
      ['b@example.jp', 2],
    ]);
    expect(rows[0]!.answers).toContain('山田 花子');
  });

  it('counts once under one key, and under another key of the same person too', async () => {
    const proof = await world.prove();
    const body = { ...world.application(as('a')), proof };
    const key = 'one-key-for-one-application';
    const answers = await Promise.all([1, 2, 3].map(() => world.send('applications', 'snow', body, key)));
    expect(await Promise.all(answers.map((one) => one.text()))).toEqual(Array(3).fill('{"state":"pending"}'));
    await world.apply('snow', as('a'));
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'pending' });
    expect((await world.recruitmentOf('snow')).placesLeft).toBe(4);
    expect((await problemOf(await world.send('interests', 'snow', body, key))).code).toBe('key-reused');
  });

  it('is counted against the places that the source says are left, whatever it is imported again', async () => {
    const brought = { id: 'snow', title: '雪囲い', sessions: soon, capacity: 20, placesLeft: 4 };
    await world.offer(brought);
    await world.apply('snow', as('a', 3));
    expect((await detail()).placesLeft).toBe(1);
    const before = await world.db.selectFrom('program').select('changed_at').where('id', '=', 'snow').execute();
    world.clock.now += 60_000;
    await world.offer(brought);
    expect(await world.db.selectFrom('program').select('changed_at').where('id', '=', 'snow').execute()).toEqual(
      before,
    );
    await world.offer({ ...brought, placesLeft: 2 });
    expect([(await detail()).placesLeft, (await listed())!.placesLeft]).toEqual([0, 0]);
    await world.offer({ ...brought, title: '雪囲いの手伝い', placesLeft: undefined });
    expect([(await detail()).placesLeft, (await listed())!.title]).toEqual([17, '雪囲いの手伝い']);
  });

  it('keeps nobody out where nobody counts places', async () => {
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon });
    expect(await told(await world.apply('snow', as('a', 10)))).toEqual({ state: 'pending' });
    expect((await detail()).placesLeft).toBeUndefined();
    expect((await world.recruitmentOf('snow')).placesLeft).toBeUndefined();
  });

  it('moves up from the waiting list when an import brings room, with a mail, in order, past who does not fit', async () => {
    await world.apply('snow', as('a', 5));
    await world.apply('snow', as('b', 3));
    await world.apply('snow', as('c', 2));
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, capacity: 7 });
    await doChores(world.db, world.clock.now, { data: '/nowhere', publicUrl: 'https://kankei.example' });
    expect(await world.states('snow')).toEqual({
      'a@example.jp': 'pending',
      'b@example.jp': 'waiting',
      'c@example.jp': 'pending',
    });
    expect((await subjectsTo('c')).at(-1)).toBe('【むすび野町】「雪囲い」に空きが出ました');
    expect((await detail()).placesLeft).toBe(0);
  });

  it('is followed by a mail when the program is called off or put off, once each', async () => {
    await world.apply('snow', as('a', 5));
    await world.apply('snow', as('b'));
    const chores = () => doChores(world.db, world.clock.now, { data: '/nowhere', publicUrl: 'https://kankei.example' });
    const bring = async (status: 'postponed' | 'cancelled') => {
      world.clock.now += 3600_000;
      await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, capacity: 5, status });
      await chores();
      world.clock.now += 3600_000;
      await chores();
    };
    await bring('postponed');
    await bring('cancelled');
    for (const name of ['a', 'b'])
      expect((await subjectsTo(name)).slice(1)).toEqual([
        '【むすび野町】「雪囲い」は延期になりました',
        '【むすび野町】「雪囲い」は中止になりました',
      ]);
  });

  it('keeps what was consented to, and is written to in the language it came in', async () => {
    await world.apply('snow', { ...as('a', 2), boots: '25' }, undefined, { language: 'en', source: 'autumn-page' });
    const row = await world.db.selectFrom('application').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ notice_version: 'apply-1', source: 'autumn-page', party: 2, consent_at: now });
    expect(JSON.parse(row.answers)).toEqual({
      name: '山田 花子',
      email: 'a@example.jp',
      people: 2,
      members: '家族',
      boots: '25',
    });
    const notice = await world.db.selectFrom('notice').select('text').where('hash', '=', row.notice_hash).execute();
    expect(notice).toHaveLength(1);
    expect((await world.mails())[0]!.subject).toBe('【むすび野町】We have received your application for “雪囲い”');
  });

  it('is deleted so many months after the day, with its links and mails, as the town says', async () => {
    await world.apply('snow', as('a'));
    await saveMatching(world.db, code, { ...fixtureMatching, retentionMonths: 3 }, now);
    const chores = (day: string) =>
      doChores(world.db, Date.parse(`${day}T12:00:00+09:00`), {
        data: '/nowhere',
        publicUrl: 'https://kankei.example',
      });
    const left = async () => [
      (await world.db.selectFrom('application').selectAll().execute()).length,
      (await world.db.selectFrom('link').selectAll().execute()).length,
    ];
    await chores('2027-02-28');
    expect(await left()).toEqual([1, 1]);
    await chores('2027-03-02');
    expect(await left()).toEqual([0, 0]);
  });
});

describe('an application is refused', () => {
  it.each([
    ['after its deadline', { deadline: { date: '2026-11-20' } }],
    ['when it is over', { sessions: [{ startDate: '2026-11-20' }] }],
    ['when it is called off', { status: 'cancelled' as const }],
    ['when it is closed', { status: 'closed' as const }],
  ])('%s', async (_, more) => {
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, ...more });
    const response = await world.apply('snow');
    expect(response.status).toBe(409);
    expect((await problemOf(response)).code).toBe('recruitment-closed');
    expect((await world.recruitmentOf('snow')).state).toBe('closed');
  });

  it('a moment after the deadline by the server’s clock, and not a moment before', async () => {
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, deadline: { date: '2026-11-21', time: '18:00' } });
    world.clock.now = Date.parse('2026-11-21T18:00:00+09:00') - 1;
    expect((await world.apply('snow', as('a'))).status).toBe(202);
    world.clock.now += 1;
    expect((await world.apply('snow', as('b'))).status).toBe(409);
  });

  it('for the waiting list it is not, when the organiser calls it full', async () => {
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, status: 'full' });
    expect(await told(await world.apply('snow'))).toEqual({ state: 'waiting', position: 1 });
  });

  it.each([
    [{ people: '11' }, 'answers.people', 'too-big'],
    [{ people: '0' }, 'answers.people', 'too-small'],
    [{ people: '2' }, 'answers.members', 'required'],
    [{ email: 'hana' }, 'answers.email', 'email-without-at'],
    [{ privacy: false }, 'answers.privacy', 'required'],
    [{ shoes: 'x' }, 'answers.shoes', 'unknown'],
  ])('with the field named and not what was in it: %j', async (answers, name, reason) => {
    const response = await world.send('applications', 'snow', world.application(answers));
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors).toContainEqual({ name, reason });
  });

  it('without a proof, a key, a program, a notice, or a town that takes applications', async () => {
    const send = (id: string) => world.send('applications', id, world.application());
    expect((await problemOf(await send('snow'))).code).toBe('proof-failed');
    expect((await problemOf(await send('nowhere'))).code).toBe('program-not-found');
    const path = routePath('applications', { code: '212172', id: 'float' });
    expect((await problemOf(await world.get(path, { method: 'POST' }))).code).toBe('not-taken');
    const { notice, ...unsaid } = fixtureMatching;
    await saveMatching(world.db, code, unsaid, now + 1);
    expect((await problemOf(await send('snow'))).code).toBe('not-taken');
    await saveMatching(world.db, code, { ...fixtureMatching, takes: ['interest'] }, now + 2);
    expect((await problemOf(await send('snow'))).code).toBe('not-taken');
    expect((await world.recruitmentOf('snow')).state).toBe('closed');
  });

  it('whatever is sent, and never breaks', async () => {
    const value = fc.oneof(fc.constantFrom(...nasty), fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary' }));
    const field = fc.constantFrom('name', 'email', 'people', 'members', 'boots', 'privacy', '__proto__', 'x y');
    const sent = fc.oneof(
      value,
      fc.record({ answers: fc.dictionary(field, value, { maxKeys: 4 }), language: value, noticeVersion: value }),
      fc.record({ answers: fc.dictionary(field, value, { maxKeys: 4 }), language: fc.constant('ja'), proof: value }),
    );
    await fc.assert(
      fc.asyncProperty(sent, fc.constantFrom('applications' as const, 'interests' as const), async (body, what) => {
        const response = await world.send(what, 'snow', JSON.stringify(body) ?? '');
        expect(response.status).toBe(422);
        problem.parse(await response.json());
      }),
      { numRuns: 200 },
    );
    expect(await world.states('snow')).toEqual({});
  });

  it('silently where a machine filled the field that no person sees', async () => {
    expect(await told(await world.apply('snow', as('a'), undefined, { website: 'x' }))).toEqual({ state: 'pending' });
    expect([await world.states('snow'), await world.mails()]).toEqual([{}, []]);
    expect((await world.recruitmentOf('snow')).placesLeft).toBe(5);
  });
});

describe('that one is interested', () => {
  it('is a number a day, once a key, and nothing of who it was', async () => {
    const proof = await world.prove();
    const key = 'one-key-for-one-interest';
    const answers = await Promise.all([1, 2].map(() => world.send('interests', 'snow', { proof }, key)));
    for (const answer of answers) expect(interestCounted.parse(await answer.json())).toEqual({ interested: 1 });
    world.clock.now += 24 * 3600_000;
    await world.send('interests', 'snow', { proof: await world.prove() });
    expect((await world.recruitmentOf('snow')).interested).toBe(2);
    expect(await world.db.selectFrom('interest').selectAll().execute()).toEqual([
      { town: code, program: 'snow', day: '2026-11-21', count: 1 },
      { town: code, program: 'snow', day: '2026-11-22', count: 1 },
    ]);
  });

  it('is taken without a notice, for nothing of it is personal', async () => {
    const { notice, ...unsaid } = fixtureMatching;
    await saveMatching(world.db, code, unsaid, now + 1);
    expect((await world.send('interests', 'snow', { proof: await world.prove() })).status).toBe(202);
    expect((await problemOf(await world.send('interests', 'snow', {}))).code).toBe('proof-failed');
  });
});
