import { routePath } from '@kankei/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decide } from '../../packages/server/src/applications/decide.ts';
import { moveUpEverywhere } from '../../packages/server/src/applications/move-up.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { type ApplicationWorld, makeApplicationServer } from './application-world.ts';

const code = fixtureTown.code;
const soon = [{ startDate: '2026-11-29', startTime: '09:30', endTime: '12:00' }];

let world: ApplicationWorld;
beforeEach(async () => {
  world = await makeApplicationServer();
  await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, capacity: 5, meetingPlace: 'むすび野駅前' });
});
afterEach(() => world.db.destroy());

const as = (name: string, people = 1) => ({
  name,
  email: `${name}@example.jp`,
  people: String(people),
  ...(people > 1 && { members: '家族' }),
});
const open = async (name: string) => world.pageOf(`${name}@example.jp`);
const textOf = async (path: string) => (await world.get(path)).text();
const idOf = async (name: string) =>
  (
    await world.db
      .selectFrom('application')
      .select('id')
      .where('address', '=', `${name}@example.jp`)
      .executeTakeFirstOrThrow()
  ).id;
const decideOn = async (name: string, decision: 'accept' | 'decline' | 'ask', message = '') => {
  const deciding = { town: code, program: 'snow', id: await idOf(name), decision, message };
  const options = { publicUrl: 'https://kankei.example', now: world.clock.now };
  return world.db.transaction().execute((transaction) => decide(transaction, deciding, options));
};
const details = (answers: Record<string, string>) => ({ name: '花子', people: '1', ...answers });

describe('the page of an applicant', () => {
  it('says how the application stands, what it is for and what is kept, and changes nothing when it is opened', async () => {
    await world.apply('snow', as('a', 2));
    const before = await world.db.selectFrom('application').selectAll().execute();
    const response = await world.get(await open('a'));
    const page = await response.text();
    for (const text of ['返事を待っています', '雪囲い', '11月29日（日）9:30', 'むすび野駅前', '2人', 'apply-1版'])
      expect(page).toContain(text);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(page).not.toMatch(/style="|<script(?! type="module" src)/);
    expect(await world.db.selectFrom('application').selectAll().execute()).toEqual(before);
    expect(await (await world.get(`${await open('a')}?lang=en`)).text()).toContain('Waiting for an answer');
  });

  it('is nobody else’s: a wrong link, and one of another kind, open nothing', async () => {
    await world.apply('snow', as('a'));
    const token = (await open('a')).split('/').at(-1)!;
    for (const path of [`/application/${'x'.repeat(43)}`, '/application/x', `/member/${token}`])
      expect((await world.get(path)).status).toBe(404);
    expect((await world.press(`/application/${'x'.repeat(43)}/withdraw`, {})).status).toBe(404);
  });

  it('lets one correct the answers; the party grows only by places that are left', async () => {
    await world.apply('snow', as('a', 2));
    await world.apply('snow', as('b', 2));
    const path = await open('a');
    const big = await world.press(`${path}/details`, details({ people: '4', members: 'みんな' }));
    expect(big.status).toBe(422);
    expect(await big.text()).toContain('参加する人数は、3以下にしてください。');
    const good = await world.press(`${path}/details`, details({ people: '３', members: '次郎（8歳）', boots: '27' }));
    expect([good.status, good.headers.get('location')]).toEqual([303, expect.stringContaining('done=details')]);
    const { answers, party } = await world.db
      .selectFrom('application')
      .select(['answers', 'party'])
      .where('address', '=', 'a@example.jp')
      .executeTakeFirstOrThrow();
    expect(party).toBe(3);
    expect(JSON.parse(answers)).toEqual({
      name: '花子',
      email: 'a@example.jp',
      people: 3,
      members: '次郎（8歳）',
      boots: '27',
    });
    expect((await world.recruitmentOf('snow')).placesLeft).toBe(0);
  });

  it('lets who waits up as soon as a smaller party fits, or another makes room', async () => {
    await world.apply('snow', as('a', 3));
    await world.apply('snow', as('b', 3));
    await world.apply('snow', as('c', 3));
    expect(await textOf(await open('c'))).toContain('いま、2番目です。');
    await world.press(`${await open('c')}/details`, details({ people: '2', members: '家族' }));
    const states = async () => Object.values(await world.states('snow'));
    expect(await states()).toEqual(['pending', 'waiting', 'pending']);
    await world.press(`${await open('a')}/details`, details({ people: '2', members: '家族' }));
    expect(await states()).toEqual(['pending', 'waiting', 'pending']);
    await world.press(`${await open('c')}/withdraw`, {});
    expect(await states()).toEqual(['pending', 'pending', 'withdrawn']);
  });

  it('withdraws after asking once more; the next who fits moves up, in order of arrival, with a mail', async () => {
    await world.apply('snow', as('a', 4));
    await world.apply('snow', as('x'));
    await world.apply('snow', as('b', 5));
    await world.apply('snow', as('c', 2));
    await world.apply('snow', as('d', 2));
    const path = await open('a');
    expect(await textOf(`${path}/withdraw`)).toContain('申し込みを取り消しますか');
    expect(Object.values(await world.states('snow'))[0]).toBe('pending');
    await world.press(`${path}/withdraw`, {});
    await world.press(`${path}/withdraw`, {});
    expect(Object.values(await world.states('snow'))).toEqual([
      'withdrawn',
      'pending',
      'waiting',
      'pending',
      'pending',
    ]);
    const subjects = (await world.mails()).map(
      ({ to, subject }) => `${to[0]} ${subject.replace('【むすび野町】', '')}`,
    );
    expect(subjects.slice(5)).toEqual([
      'a 「雪囲い」への申し込みを取り消しました',
      'c 「雪囲い」に空きが出ました',
      'd 「雪囲い」に空きが出ました',
    ]);
    expect(await textOf(path)).toContain('取り消しました');
    expect((await world.recruitmentOf('snow')).placesLeft).toBe(0);
    // Who withdrew may apply again, behind those who wait.
    await world.apply('snow', as('a', 2));
    expect(await world.states('snow')).toEqual({
      'x@example.jp': 'pending',
      'b@example.jp': 'waiting',
      'c@example.jp': 'pending',
      'd@example.jp': 'pending',
      'a@example.jp': 'waiting',
    });
  });

  it('moves nobody up to what its source no longer names', async () => {
    await world.apply('snow', as('a', 5));
    await world.apply('snow', as('b'));
    await world.offer();
    await world.press(`${await open('a')}/withdraw`, {});
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'withdrawn', 'b@example.jp': 'waiting' });
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, capacity: 5 });
    await moveUpEverywhere(world.db, { publicUrl: 'https://kankei.example', now: world.clock.now });
    expect((await world.states('snow'))['b@example.jp']).toBe('pending');
  });

  it('takes the answer to what was asked back', async () => {
    await world.apply('snow', as('a'));
    expect(await decideOn('a', 'ask', '')).toBe('words');
    expect(await decideOn('a', 'ask', '高いところは\n平気ですか')).toBe('done');
    const path = await open('a');
    expect(await textOf(path)).toContain('高いところは\n平気ですか');
    expect((await world.press(`${path}/reply`, { reply: ' ' })).status).toBe(422);
    expect((await world.press(`${path}/reply`, { reply: 'はい、平気です' })).status).toBe(303);
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'pending' });
    expect(await textOf(path)).toContain('はい、平気です');
    const late = await world.press(`${path}/reply`, { reply: 'もう一度' });
    expect(late.headers.get('location')).toContain('done=late');
    expect((await world.recruitmentOf('snow')).placesLeft).toBe(4);
  });

  it('tells in the mail what was decided and why; who was declined has no place and no form', async () => {
    await world.apply('snow', as('a', 5));
    await world.apply('snow', as('b'));
    expect(await decideOn('a', 'decline', '今年は小学生の回です。')).toBe('done');
    expect(await decideOn('a', 'decline', 'もう一度')).toBe('late');
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'declined', 'b@example.jp': 'pending' });
    const mail = (await world.mails()).filter(({ to }) => to === 'a@example.jp').at(-1)!;
    expect(mail.text).toContain('今年は小学生の回です。');
    const page = await textOf(await open('a'));
    expect(page).toContain('今回はお受けできませんでした');
    expect(page).not.toContain('<form');
    expect(await decideOn('b', 'accept')).toBe('done');
    expect(await decideOn('a', 'accept')).toBe('full');
    // An accepted party that grows is looked at once more.
    await world.press(`${await open('b')}/details`, details({ people: '2', members: '家族' }));
    expect((await world.states('snow'))['b@example.jp']).toBe('pending');
  });

  it('can no longer be changed when the program is over or called off', async () => {
    await world.apply('snow', as('a'));
    const path = await open('a');
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon, capacity: 5, status: 'cancelled' });
    expect(await textOf(path)).toContain('この募集は中止になりました。');
    expect(await textOf(path)).not.toContain('<form');
    await world.press(`${path}/withdraw`, {});
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'pending' });
    await world.offer();
    expect((await world.get(path)).status).toBe(200);
  });
});

describe('how to join an online program', () => {
  const secret = 'https://meet.example/himitsu-4711';

  beforeEach(async () => {
    await world.offer({ id: 'snow', title: '雪囲い', mode: 'online', sessions: soon, capacity: 5 });
    await world.db
      .insertInto('program_private')
      .values({ town: code, program: 'snow', join_url: secret, join_note: 'パスコード 8808', host_email: null })
      .execute();
  });

  it('is shown to those alone who were accepted, on their page', async () => {
    await world.apply('snow', as('a'));
    await world.apply('snow', as('b', 5));
    expect(await textOf(await open('a'))).not.toContain('himitsu');
    await decideOn('a', 'accept');
    const page = await textOf(await open('a'));
    expect(page).toContain(secret);
    expect(page).toContain('パスコード 8808');
    expect(await textOf(await open('b'))).not.toContain('himitsu');
    await world.press(`${await open('a')}/withdraw`, {});
    expect(await textOf(await open('a'))).not.toContain('himitsu');
  });

  it('is in no public answer and in no mail', async () => {
    await world.apply('snow', as('a'));
    await decideOn('a', 'accept', '楽しみです');
    const paths = [
      routePath('program', { code, id: 'snow' }),
      routePath('recruitment', { code, id: 'snow' }),
      routePath('programCalendar', { code, id: 'snow' }),
      ...(['programs', 'calendar', 'rss', 'jsonLd', 'csv'] as const).map((name) => routePath(name, { codes: code })),
      routePath('matching', { code }),
      `/?town=${code}`,
    ];
    for (const path of paths) {
      const response = await world.get(path);
      expect(response.status, path).toBe(200);
      expect(await response.text(), path).not.toMatch(/himitsu|8808/);
    }
    for (const { text, html } of await world.mails()) expect(text + html).not.toMatch(/himitsu|8808/);
  });
});
