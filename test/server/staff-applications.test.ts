import { makeStaffToken } from '@kankei/server';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { type ApplicationWorld, makeApplicationServer } from './application-world.ts';
import { makeBrowser, type StaffBrowser } from './staff-world.ts';
import { neighbour } from './world.ts';

const code = fixtureTown.code;
const soon = [{ startDate: '2026-11-29', startTime: '09:30', endTime: '12:00' }];

let world: ApplicationWorld;
let desk: StaffBrowser;
beforeEach(async () => {
  world = await makeApplicationServer();
  await world.offer(
    { id: 'snow', title: '雪囲い', sessions: soon, capacity: 3 },
    { id: 'tea', title: 'お茶会', mode: 'online', sessions: [{ startDate: '2026-12-05' }] },
  );
  desk = makeBrowser(world);
  await desk.signIn(await makeStaffToken(world.db, code, now));
});
afterEach(() => world.db.destroy());

const as = (name: string, people = 1) => ({
  name,
  email: `${name}@example.jp`,
  people: String(people),
  ...(people > 1 && { members: '家族' }),
});
const idOf = async (name: string) =>
  (
    await world.db
      .selectFrom('application')
      .select('id')
      .where('address', '=', `${name}@example.jp`)
      .executeTakeFirstOrThrow()
  ).id;
const textOf = async (path: string) => (await desk.get(path)).text();
const decide = async (name: string, decision: string, message = '') => {
  await desk.get('/staff/applications/snow');
  return desk.post('/staff/applications/snow', { application: await idOf(name), decision, message });
};
const lastTo = async (name: string) => (await world.mails()).filter(({ to }) => to === `${name}@example.jp`).at(-1)!;

describe('the applications at the staff desk', () => {
  it('are counted by program, and any other program can be found', async () => {
    expect(await textOf('/staff/applications')).toContain('まだ、申し込みも「気になる」もありません。');
    await world.apply('snow', as('a', 2));
    await world.apply('snow', as('b', 2));
    await world.send('interests', 'snow', { proof: await world.prove() });
    const page = (await textOf('/staff/applications')).replaceAll(/\s*<[^>]+>\s*/g, ' ');
    expect(page).toMatch(/雪囲い +11月29日（日）9:30 +2 +0 +2 +0 +1 +1 /);
    expect(await textOf('/staff/applications?q=お茶')).toContain('/staff/applications/tea?lang=ja');
    expect(await textOf('/staff/applications?q=ないもの&lang=en')).toContain('Nothing was found.');
  });

  it('are accepted, declined and asked back with words, with a mail each', async () => {
    await world.apply('snow', as('a', 2));
    await world.apply('snow', as('b'));
    await world.apply('snow', as('c', 2));
    const asked = await decide('a', 'ask', '車で来られますか');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, expect.stringContaining('done=ask')]);
    expect((await lastTo('a')).text).toContain('車で来られますか');
    await world.press(`${await world.pageOf('a@example.jp')}/reply`, { reply: '電車で行きます' });
    expect(await textOf('/staff/applications/snow')).toContain('電車で行きます');
    await decide('a', 'accept', '駅で待っています');
    expect((await lastTo('a')).subject).toBe('【むすび野町】「雪囲い」に参加いただけます');
    expect(await world.states('snow')).toMatchObject({ 'a@example.jp': 'accepted', 'c@example.jp': 'waiting' });
    await decide('a', 'decline', '雪が早く降りました');
    expect(await world.states('snow')).toEqual({
      'a@example.jp': 'declined',
      'b@example.jp': 'pending',
      'c@example.jp': 'pending',
    });
    expect((await lastTo('c')).subject).toContain('空きが出ました');
  });

  it('say what could not be done, and keep the words that were typed', async () => {
    await world.apply('snow', as('a', 3));
    await world.apply('snow', as('b', 2));
    const full = await decide('b', 'accept', 'ぜひ<b>どうぞ</b>');
    expect(full.status).toBe(409);
    const page = await full.text();
    expect(page).toContain('人数分の残りがないため');
    expect(page).toContain('ぜひ&lt;b&gt;どうぞ&lt;/b&gt;');
    expect((await decide('a', 'decline', ' ')).status).toBe(422);
    await world.press(`${await world.pageOf('a@example.jp')}/withdraw`, {});
    const late = await decide('a', 'accept');
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('ほかの操作が先に')]);
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'withdrawn', 'b@example.jp': 'pending' });
  });

  it('show the waiting list in the order of arrival', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await world.apply('snow', as(name));
    const page = await textOf('/staff/applications/snow');
    expect([...page.matchAll(/<strong>(\w)<\/strong>/g)].map(([, name]) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(page.indexOf('キャンセル待ちの方')).toBeLessThan(page.indexOf('<strong>d</strong>'));
    expect(page.indexOf('キャンセル待ちの方')).toBeGreaterThan(page.indexOf('<strong>c</strong>'));
  });

  it('are those of one’s own town alone, and nobody’s who is not signed in', async () => {
    await world.apply('snow', as('a'));
    const other = makeBrowser(world);
    const paths = ['', '/snow', '/snow/csv', '/snow/settings'].map((path) => `/staff/applications${path}`);
    for (const path of paths) expect((await other.get(path)).status).toBe(401);
    await other.signIn(await makeStaffToken(world.db, neighbour.code, now));
    for (const path of paths.slice(1)) expect((await other.get(path)).status).toBe(404);
    await other.get('/staff/applications/float');
    const sent = { application: await idOf('a'), decision: 'decline', message: 'さようなら' };
    expect((await other.post('/staff/applications/float', sent)).status).toBe(409);
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'pending' });
  });

  it('are written as CSV that no spreadsheet reckons with, and shown as text', async () => {
    const texts = nasty.filter((text) => text.trim()).slice(0, 40);
    await world.offer({ id: 'snow', title: '雪囲い', sessions: soon });
    for (const [index, boots] of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '<script>alert(1)</script>',
      ...texts,
    ].entries()) {
      world.clock.now += 60_000;
      const response = await world.apply('snow', { ...as(`p${index}`), boots });
      expect([202, 422]).toContain(response.status);
      if (index % 20 === 19) world.clock.now += 600_000;
    }
    const response = await desk.get('/staff/applications/snow/csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const { data } = Papa.parse<string[]>((await response.text()).replace('\ufeff', ''), { skipEmptyLines: true });
    expect(data[0]).toEqual(expect.arrayContaining(['申し込み順', '状態', '人数', 'お名前', '長靴の大きさ']));
    expect(data.length).toBeGreaterThan(20);
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(await textOf('/staff/applications/snow')).not.toContain('<script>alert(1)');
  });
});

describe('the settings of a program’s applications', () => {
  const settings = {
    people: '4',
    questions: '※アレルギーはありますか\nひとこと',
    joinUrl: 'https://meet.example/himitsu',
    joinNote: 'パスコード 8808',
    hostEmail: 'nushi@example.jp',
  };
  const save = async (more: Record<string, string> = {}) => {
    await desk.get('/staff/applications/tea/settings');
    return desk.post('/staff/applications/tea/settings', { ...settings, ...more });
  };

  it('say how many may come together and what is asked, and keep the link for those who are accepted', async () => {
    expect((await save()).status).toBe(303);
    const recruitment = await world.recruitmentOf('tea');
    expect(recruitment).toMatchObject({
      people: 4,
      questions: [
        { kind: 'long-text', label: 'アレルギーはありますか', required: true },
        { kind: 'long-text', label: 'ひとこと', required: false },
      ],
    });
    expect(JSON.stringify(recruitment)).not.toMatch(/himitsu|8808|nushi/);
    const { name } = recruitment.questions[0]!;
    expect((await world.apply('tea', as('a'))).status).toBe(422);
    expect((await world.apply('tea', { ...as('b'), [name]: 'そば' })).status).toBe(202);
    const form = await textOf('/staff/applications/tea/settings');
    for (const value of Object.values(settings)) expect(form).toContain(value);
    expect(await textOf('/staff/applications/tea')).toContain('そば');
    // A question that stays keeps its answers, whatever is asked beside it.
    await save({ questions: 'ひとこと\nほかに\nアレルギーはありますか' });
    expect((await world.recruitmentOf('tea')).questions.find((field) => field.name === name)?.required).toBe(false);
    expect(await textOf('/staff/applications/tea')).toContain('そば');
  });

  it('name the host, who is told that somebody applied or withdrew, and not who', async () => {
    await save({ questions: '' });
    await world.apply('tea', as('himegimi'));
    await world.press(`${await world.pageOf('himegimi@example.jp')}/withdraw`, {});
    const mails = (await world.mails()).filter(({ to }) => to === 'nushi@example.jp');
    expect(mails.map(({ subject }) => subject)).toEqual([
      '【むすび野町】「お茶会」に申し込みがありました',
      '【むすび野町】「お茶会」の申し込みが取り消されました',
    ]);
    for (const { text, html } of mails) expect(text + html).not.toContain('himegimi');
    expect(mails[0]!.text).toMatch(/https:\/\/kankei\.example\/host\/[\w-]{43}\n/);
  });

  it.each([
    ['joinUrl', 'javascript:alert(1)'],
    ['joinUrl', 'meet.example'],
    ['hostEmail', 'nushi'],
    ['people', '0'],
    ['questions', Array.from({ length: 31 }, (_, index) => `問い${index}`).join('\n')],
  ])('are refused with a %s of %j, and nothing is saved', async (name, value) => {
    const response = await save({ [name]: value });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(`href="#field-${name}"`);
    expect(await world.db.selectFrom('program_private').selectAll().execute()).toEqual([]);
    expect((await world.recruitmentOf('tea')).people).toBe(10);
  });
});

describe('the page of a host', () => {
  const nameHost = async (hostEmail: string) => {
    await desk.get('/staff/applications/snow/settings');
    await desk.post('/staff/applications/snow/settings', { people: '4', hostEmail });
  };
  const hostLink = async () => {
    const { text } = (await world.mails()).filter(({ to }) => to === 'nushi@example.jp').at(-1)!;
    return /kankei\.example(\/host\/[\w-]{43})/.exec(text)![1]!;
  };

  it('lets the host answer without a key to the desk, and says nothing of how to reach anybody', async () => {
    await nameHost('nushi@example.jp');
    await world.apply('snow', { ...as('a', 2), tel: '0577-73-2111', message: '虫は平気です' });
    await world.apply('snow', as('b', 2));
    const path = await hostLink();
    const page = await (await world.get(path)).text();
    for (const text of ['<strong>a</strong>', '家族', '虫は平気です', 'キャンセル待ち']) expect(page).toContain(text);
    expect(page).not.toMatch(/example\.jp|0577|\/staff\/applications/);
    expect((await world.press(`${path}/decide`, { application: await idOf('a'), decision: 'decline' })).status).toBe(
      422,
    );
    const sent = { application: await idOf('a'), decision: 'accept', message: '駅で会いましょう' };
    expect((await world.press(`${path}/decide`, sent)).headers.get('location')).toContain('done=accept');
    expect((await lastTo('a')).text).toContain('駅で会いましょう');
    expect((await world.press(`${path}/decide`, sent)).status).toBe(409);
    expect(await world.states('snow')).toEqual({ 'a@example.jp': 'accepted', 'b@example.jp': 'waiting' });
  });

  it('is for one program, and closed as soon as somebody else is the host', async () => {
    await nameHost('nushi@example.jp');
    await world.apply('tea', as('a'));
    await world.apply('snow', as('b'));
    const path = await hostLink();
    const sent = { application: await idOf('a'), decision: 'decline', message: 'さようなら' };
    expect((await world.press(`${path}/decide`, sent)).status).toBe(409);
    expect(await world.states('tea')).toEqual({ 'a@example.jp': 'pending' });
    await nameHost('nushi@example.jp');
    expect((await world.get(path)).status).toBe(200);
    await nameHost('hoka@example.jp');
    expect((await world.get(path)).status).toBe(404);
  });
});
