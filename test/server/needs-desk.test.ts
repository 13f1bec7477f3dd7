import { type Program, type ProgramPage, routePath } from '@kankei/core';
import { makeStaffToken, replacePrograms } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSessions } from '../../packages/server/src/needs/program-form.ts';
import fc from '../fixtures/fast-check.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { makeNeedServer, type NeedWorld, snow } from './need-world.ts';
import { makeBrowser, type StaffBrowser } from './staff-world.ts';
import { neighbour } from './world.ts';

const code = fixtureTown.code;

/** What a coordinator answers, in order. */
const complete = {
  title: '雪囲いの手伝い',
  kind: 'help',
  summary: '冬を迎える家に、雪囲いを付けます。',
  description: '板を運び、縄で留めます。',
  dates: '2026-12-05 9:30-12:00\n2026年12月6日',
  dateNote: '',
  deadline: '2026-12-01',
  mode: 'onsite',
  placeName: '北町公民館',
  address: 'むすび野町北町',
  meetingPlace: '公民館の前',
  capacity: '3',
  conditions: '高いところが平気な人',
  minimumAge: '18',
  effort: 'medium',
  bring: '軍手',
  pay: 'thanks',
  thanks: '採れたての野菜',
  fee: '0',
  themes: '冬のくらし、農業',
  skills: '大工仕事, 運転',
  languages: 'en',
  host: 'トメさん',
  imageUrl: 'https://musubino.example/yuki.jpg',
  imageAlt: '雪囲いをした家',
  imageCredit: '野上 みどり',
  imageLicence: 'CC BY 4.0',
};

let world: NeedWorld;
let desk: StaffBrowser;
beforeEach(async () => {
  world = await makeNeedServer();
  desk = makeBrowser(world);
  await desk.signIn(await makeStaffToken(world.db, code, now));
});
afterEach(() => world.db.destroy());

const newest = async () =>
  world.db.selectFrom('need').selectAll().orderBy('created_at', 'desc').limit(1).executeTakeFirstOrThrow();
const path = async () => `/staff/needs/${(await newest()).id}`;
const textOf = async (address: string) => (await desk.get(address)).text();
/** Presses a button of the need's page, as it was shown last. */
const press = async (doing: string, more: Record<string, string> = {}, seen?: string) => {
  const address = await path();
  const shown = /name="seen" value="(\d+)"/.exec(await textOf(address))?.[1] ?? '0';
  return desk.post(address, { doing, seen: seen ?? shown, ...more });
};
const listed = async (q = '雪囲いの手伝い') => {
  const response = await world.get(`${routePath('programs', { codes: code })}?q=${encodeURIComponent(q)}`);
  return ((await response.json()) as ProgramPage).programs;
};
const programOf = async (id: string) => (await (await world.get(routePath('program', { code, id }))).json()) as Program;
const lastMail = async () => (await world.mails()).at(-1)!;

describe('the needs at the staff desk', () => {
  it('are listed with how they stand, those first that wait longest', async () => {
    expect(await textOf('/staff/needs')).toContain('まだ、困りごとは届いていません。');
    await world.tell();
    world.clock.now += 60_000;
    await world.tell({ what: '柿をもいでほしい' });
    await press('save', { title: '柿もぎ' });
    const page = (await textOf('/staff/needs')).replaceAll(/\s*<[^>]+>\s*/g, ' ');
    expect(page.indexOf(String(snow.what))).toBeLessThan(page.indexOf('柿をもいでほしい'));
    expect(page).toMatch(/柿をもいでほしい[^家]* 確認待ち +整えている途中/);
    expect(await textOf('/staff/needs?lang=en')).toContain('Requests from residents');
    expect(await textOf('/staff')).toContain('staff/needs?lang=ja');
  });

  it('show what the host told, and a form in which it stands already', async () => {
    await world.tell();
    const page = await textOf(await path());
    for (const word of ['山田 トメ', 'tome@example.jp', snow.what, '少し体力がいる作業']) expect(page).toContain(word);
    expect(page).toMatch(/<textarea name="description"[^>]*>\n家の雪囲いを手伝ってほしい<\/textarea>/);
    expect(page).toMatch(/name="capacity" value="3"/);
    expect(page).toMatch(/<option value="medium" selected>/);
    // The name is the host's own: nobody publishes it by leaving a field as it is.
    expect(page).toMatch(/name="host" value=""/);
    const english = await textOf(`${await path()}?lang=en`);
    for (const word of ['What the resident wrote', 'Publish as a program', 'Some effort'])
      expect(english).toContain(word);
  });

  it('are kept as far as they are prepared, and published by nobody then', async () => {
    await world.tell();
    const response = await press('save', { title: '雪囲いの手伝い', dates: '' });
    expect([response.status, response.headers.get('location')]).toEqual([303, expect.stringContaining('done=save')]);
    expect(await textOf(await path())).toMatch(/name="title" value="雪囲いの手伝い"/);
    expect(await listed()).toEqual([]);
    expect((await newest()).state).toBe('draft');
    expect(await world.mails()).toHaveLength(1);
  });

  it('become a program that is in the listing at once, with a mail to the host', async () => {
    expect(await listed()).toEqual([]);
    await world.tell();
    const response = await press('publish', complete);
    expect([response.status, response.headers.get('location')]).toEqual([303, expect.stringContaining('done=publish')]);
    const [item] = await listed();
    expect(item).toMatchObject({ title: '雪囲いの手伝い', kind: 'help' });
    const { id, updatedAt, ...program } = await programOf(item!.id);
    expect(id).toMatch(/^need-[0-9a-f]{12}$/);
    expect(program).toMatchObject({
      town: code,
      mode: 'onsite',
      sessions: [{ startDate: '2026-12-05', startTime: '09:30', endTime: '12:00' }, { startDate: '2026-12-06' }],
      deadline: { date: '2026-12-01' },
      place: { name: '北町公民館', address: 'むすび野町北町' },
      meetingPlace: '公民館の前',
      capacity: 3,
      minimumAge: 18,
      effort: 'medium',
      pay: 'thanks',
      thanks: '採れたての野菜',
      fee: 0,
      themes: ['冬のくらし', '農業'],
      skills: ['大工仕事', '運転'],
      languages: ['en'],
      image: {
        url: 'https://musubino.example/yuki.jpg',
        alt: '雪囲いをした家',
        credit: '野上 みどり',
        licence: 'CC BY 4.0',
      },
      host: { name: 'トメさん' },
      status: 'scheduled',
    });
    expect(JSON.stringify(program)).not.toMatch(/山田|tome@/);
    expect(await lastMail()).toMatchObject({
      to: 'tome@example.jp',
      subject: '【むすび野町】「雪囲いの手伝い」の募集を公開しました',
    });
    const page = await world.needPageOf();
    expect(await (await world.get(page)).text()).toContain('募集を公開しています');
    const late = await world.press(`${page}/withdraw`, {});
    expect(late.headers.get('location')).toContain('done=late');
    expect(await listed()).toHaveLength(1);
  });

  it('are suggested, applied for and counted like any program', async () => {
    await world.tell();
    await press('publish', complete);
    const [item] = await listed();
    const matches = await world.get(routePath('matches', { codes: code }), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profile: { themes: ['冬のくらし'], words: '雪囲い' } }),
    });
    expect(await matches.text()).toContain(item!.id);
    expect((await world.apply(item!.id, { people: '2', members: '家族' })).status).toBe(202);
    expect((await programOf(item!.id)).placesLeft).toBe(1);
    await press('publish', { ...complete, status: 'scheduled', capacity: '5' });
    expect(await programOf(item!.id)).toMatchObject({ capacity: 5, placesLeft: 3 });
    expect(await textOf(await path())).toContain(`/staff/applications/${item!.id}`);
  });

  it('name the host, who is told of applications and answers them on a page of their own', async () => {
    await world.tell();
    expect(await textOf(await path())).toContain('tome@example.jp に届きます');
    await press('publish', complete);
    const [item] = await listed();
    world.clock.now += 60_000;
    await world.apply(item!.id, { email: 'guest@example.jp' });
    const mail = (await world.mails()).filter(({ to }) => to === 'tome@example.jp').at(-1)!;
    expect(mail.subject).toContain('「雪囲いの手伝い」に申し込みがありました');
    const page = /https:\/\/kankei\.example(\/host\/[\w-]+)/.exec(mail.text)![1]!;
    expect(await (await world.get(page)).text()).toContain('山田 花子');
    // Whom staff have named since stays named.
    await world.db.updateTable('program_private').set({ host_email: 'kimi@example.jp' }).execute();
    await press('publish', { ...complete, status: 'scheduled' });
    const { host_email } = await world.db.selectFrom('program_private').selectAll().executeTakeFirstOrThrow();
    expect(host_email).toBe('kimi@example.jp');
  });

  it('stay when a CSV is imported, and can be edited and called off on the desk', async () => {
    await world.tell();
    await press('publish', complete);
    for (const source of ['import', 'demo'] as const)
      await replacePrograms(world.db, [makeProgram({ id: 'other', town: code })], { town: code, source, now: now + 1 });
    const [item] = await listed();
    await press('publish', { ...complete, status: 'scheduled', title: '雪囲いの手伝い（午後から）' });
    expect(await listed()).toMatchObject([{ id: item!.id, title: '雪囲いの手伝い（午後から）' }]);
    expect(await world.mails()).toHaveLength(2);
    await press('publish', { ...complete, status: 'cancelled' });
    expect((await programOf(item!.id)).status).toBe('cancelled');
    expect((await lastMail()).subject).toBe('【むすび野町】「雪囲いの手伝い」の募集を中止にしました');
    await press('publish', { ...complete, status: 'cancelled', summary: '中止です' });
    expect(await world.mails()).toHaveLength(3);
    await press('publish', { ...complete, status: 'scheduled' });
    expect((await programOf(item!.id)).status).toBe('scheduled');
  });

  it.each<[string, Record<string, string>]>([
    ['title', { title: ' ' }],
    ['kind', { kind: 'party' }],
    ['dates', { dates: '2026-13-05' }],
    ['dates', { dates: '12月の土曜' }],
    ['dates', { dates: '2026-12-05 25:00' }],
    ['dates', { dates: '2026-12-05 12:00-9:00' }],
    ['dates', { dates: '2026-01-05 9:00' }],
    ['capacity', { capacity: '0' }],
    ['fee', { fee: 'ただ' }],
    ['themes', { themes: `農業、${'長'.repeat(51)}` }],
    ['minimumAge', { minimumAge: '200' }],
    ['imageUrl', { imageUrl: 'javascript:alert(1)' }],
    ['imageAlt', { imageAlt: ' ' }],
    ['languages', { languages: 'tlh' }],
    ['skills', { skills: `大工、${'長'.repeat(101)}` }],
  ])('are not published with a faulty %s (%j), and all that was typed stays', async (name, wrong) => {
    await world.tell();
    const response = await press('publish', { ...complete, bring: '<b>軍手</b>', ...wrong });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(`href="#field-${name}"`);
    expect(page).toContain('value="&lt;b&gt;軍手&lt;/b&gt;"');
    expect(await listed()).toEqual([]);
    expect((await newest()).state).toBe('draft');
  });

  it('are declined with words, which the host reads in the mail and on the page', async () => {
    await world.tell();
    expect((await press('decline', { message: ' ' })).status).toBe(422);
    expect((await press('decline', { message: 'あ'.repeat(2001) })).status).toBe(422);
    expect((await newest()).state).toBe('draft');
    await press('decline', { message: '消防団が手伝いに伺います。' });
    expect((await newest()).state).toBe('declined');
    expect((await lastMail()).text).toContain('消防団が手伝いに伺います。');
    const page = await (await world.get(await world.needPageOf())).text();
    expect(page).toContain('消防団が手伝いに伺います。');
    expect(page).not.toContain('<form');
    expect((await press('publish', complete)).status).toBe(409);
    expect(await listed()).toEqual([]);
  });

  it('tell the coordinator what the host has corrected, and are not decided on as they were before', async () => {
    await world.tell();
    const before = String((await newest()).changed_at);
    await world.press(`${await world.needPageOf()}/details`, {
      what: '雪下ろしも',
      when: String(snow.when),
      name: '山田 トメ',
    });
    const late = await press('publish', { ...complete, title: '打った題名' }, before);
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('value="打った題名"');
    const table = page.replaceAll(/\s*<[^>]+>\s*/g, ' ');
    expect(table).toMatch(/手伝ってほしいこと +家の雪囲いを手伝ってほしい +雪下ろしも/);
    expect(table).toMatch(/お礼 +採れたての野菜 +（なし）/);
    expect(table).toMatch(/来てほしい人数 +3 +（なし）/);
    expect(await listed()).toEqual([]);
    expect(await textOf('/staff/needs')).toContain('ご本人が直しました');
    await press('save', { title: '題名' });
    expect(await textOf(await path())).not.toContain('ご本人が直したところ');
  });

  it('of who is reached by telephone say so, and are published without a mail', async () => {
    await world.need({ reach: 'tel', tel: '0577-73-2111', email: '' });
    const page = await textOf(await path());
    expect(page).toContain('0577-73-2111');
    expect(page).toContain('電話でお伝えください');
    await press('publish', complete);
    expect(await listed()).toHaveLength(1);
    expect(await world.mails()).toEqual([]);
  });

  it('are those of one’s own town alone, and nobody’s who is not signed in', async () => {
    await world.tell();
    const address = await path();
    const other = makeBrowser(world);
    for (const one of ['/staff/needs', address]) expect((await other.get(one)).status).toBe(401);
    await other.signIn(await makeStaffToken(world.db, neighbour.code, now));
    expect(await (await other.get('/staff/needs')).text()).not.toContain('雪囲い');
    expect((await other.get(address)).status).toBe(404);
    const sent = { doing: 'publish', seen: String((await newest()).changed_at), ...complete };
    expect((await other.post(address, sent)).status).toBe(404);
    expect((await newest()).state).toBe('draft');
  });

  it('are not published by a form that is not the desk’s own', async () => {
    await world.tell();
    const address = await path();
    await desk.get(address);
    const sent = { doing: 'publish', seen: String((await newest()).changed_at), ...complete };
    await desk.post(address, { ...sent, csrf: 'forged' });
    expect((await desk.post(address, sent, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await desk.post(address, { ...sent, doing: 'burn' })).status).toBe(404);
    expect((await newest()).state).toBe('draft');
    expect(await listed()).toEqual([]);
    expect((await desk.post(address, sent)).status).toBe(303);
  });

  it('show whatever somebody wrote as text, and publish it as text or not at all', async () => {
    await world.tell({ what: '<script>alert(1)</script>', who: '"><img src=x onerror=alert(1)>' });
    expect(await textOf(await path())).not.toMatch(/<script>alert|<img src=x/);
    for (const text of nasty.slice(0, 30)) {
      const { state } = await newest();
      const status = state === 'published' ? { status: 'scheduled' } : {};
      const response = await press('publish', { ...complete, ...status, title: text, host: text, description: text });
      expect([303, 422]).toContain(response.status);
      expect(await textOf(await path())).not.toMatch(/<script>alert|<img src=x|<svg\/onload/);
    }
    expect((await newest()).state).toBe('published');
  });
});

describe('a need whose host has not confirmed the address', () => {
  const hostPage = async () => (await world.get(await world.needPageOf())).text();

  it('is not published, and its host is not mailed, until the button behind the link was pressed', async () => {
    await world.need();
    expect(await textOf(await path())).toContain('tome@example.jp の方は、まだ');
    expect(await textOf('/staff/needs')).toContain('メールアドレスを確かめ待ち');
    const refused = await press('publish', complete);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(/公開していません.*value="雪囲いの手伝い"/s);
    expect(await listed()).toEqual([]);
    // What looks at links in mails only opens them.
    expect(await hostPage()).toContain('この内容で相談する');
    expect((await press('publish', complete)).status).toBe(409);
    const { address, confirmed_at } = await newest();
    expect([address, confirmed_at]).toEqual(['tome@example.jp', null]);
    await world.press(`${await world.needPageOf()}/confirm`, {});
    expect(await hostPage()).not.toContain('この内容で相談する');
    expect(await textOf(await path())).not.toContain('まだメールのリンクから');
    expect((await press('publish', complete)).status).toBe(303);
    expect((await lastMail()).subject).toContain('の募集を公開しました');
  });

  it('counts as confirmed once the host has corrected something', async () => {
    await world.need();
    const page = await world.needPageOf();
    await world.press(`${page}/details`, { what: '柿もぎ', when: String(snow.when), name: '山田 トメ' });
    expect((await newest()).confirmed_at).toBe(world.clock.now);
    expect((await press('publish', complete)).status).toBe(303);
  });

  it('is declined without a mail, and lets staff send the first mail once more', async () => {
    await world.need();
    world.clock.now += 1000;
    expect((await press('remind')).headers.get('location')).toContain('done=remind');
    const mails = await world.mails();
    expect(mails.map(({ subject }) => subject)).toEqual(
      Array(2).fill('【むすび野町】お手伝いのご相談を受け付けました'),
    );
    expect(await textOf(await path())).toContain('メールは送りません。');
    await press('decline', { message: '今回はできません。' });
    expect((await newest()).state).toBe('declined');
    expect(await world.mails()).toHaveLength(2);
    await world.tell({ email: 'kimi@example.jp' });
    expect((await press('remind')).status).toBe(409);
  });
});

describe('what a host told, corrected by staff', () => {
  /** The form as it stands, but for what is given. */
  const told = async (more: Record<string, string>, seen?: string) => {
    const address = `${await path()}/told`;
    const shown = /name="seen" value="(\d+)"/.exec(await textOf(address))?.[1] ?? '0';
    const { privacy, ...answers } = snow as Record<string, string>;
    return desk.post(address, { ...answers, seen: seen ?? shown, ...more });
  };

  it('is kept as staff wrote it, stands on the host’s page, and fills the program’s form', async () => {
    await world.tell();
    expect(await textOf(`${await path()}/told`)).toMatch(/name="people" value="3"/);
    const done = await told({ what: '雪囲いと雪下ろし', people: '5', tel: '0577-73-2111' });
    expect(done.headers.get('location')).toContain('done=edit');
    const { answers, address, confirmed_at } = await newest();
    expect(JSON.parse(answers)).toMatchObject({ what: '雪囲いと雪下ろし', people: 5, email: 'tome@example.jp' });
    expect([address, confirmed_at]).toEqual(['tome@example.jp', world.clock.now]);
    expect(await textOf(await path())).toMatch(/name="capacity" value="5"/);
    expect(await (await world.get(await world.needPageOf())).text()).toContain('雪囲いと雪下ろし');
    expect(await world.mails()).toHaveLength(1);
  });

  it('has another address confirmed anew, and the old links open nothing', async () => {
    await world.tell();
    const before = await world.needPageOf();
    world.clock.now += 1000;
    await told({ email: 'new@example.jp' });
    expect((await newest()).confirmed_at).toBeNull();
    expect((await world.get(before)).status).toBe(404);
    expect((await lastMail()).to).toBe('new@example.jp');
    expect((await press('publish', complete)).status).toBe(409);
    await world.press(`${await world.needPageOf('new@example.jp')}/confirm`, {});
    expect((await press('publish', complete)).status).toBe(303);
  });

  it('may be that the host is reached by telephone, who then has nothing to confirm', async () => {
    await world.need();
    await told({ reach: 'tel', tel: '0577-73-2111', email: '' });
    const { answers, address } = await newest();
    expect(address).toBeNull();
    expect(JSON.parse(answers)).not.toHaveProperty('email');
    expect((await press('publish', complete)).status).toBe(303);
  });

  it('is refused with faults and all that was typed, after somebody was quicker, and once it is published', async () => {
    await world.tell();
    const wrong = await told({ people: 'たくさん', what: '<b>雪</b>' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/href="#field-people".*&lt;b&gt;雪/s);
    const late = await told({ what: '遅い' }, '1');
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('遅い')]);
    await press('publish', complete);
    expect((await told({ what: '変えた' }, String((await newest()).changed_at))).status).toBe(409);
    expect(JSON.parse((await newest()).answers).what).toBe(snow.what);
    expect((await desk.get(`${await path()}/told`)).status).toBe(303);
    const other = makeBrowser(world);
    await other.signIn(await makeStaffToken(world.db, neighbour.code, now));
    expect((await other.get(`${await path()}/told`)).status).toBe(404);
  });
});

describe('the lines of dates', () => {
  it.each([
    ['2026-12-05', [{ startDate: '2026-12-05' }]],
    ['２０２６年１２月５日　９：３０〜１２：００', [{ startDate: '2026-12-05', startTime: '09:30', endTime: '12:00' }]],
    ['2026/12/5 13:00', [{ startDate: '2026-12-05', startTime: '13:00' }]],
    ['2026-12-05〜2026-12-06', [{ startDate: '2026-12-05', endDate: '2026-12-06' }]],
    [
      '2026-12-05 ~ 2026-12-06 22:00 - 5:00',
      [{ startDate: '2026-12-05', startTime: '22:00', endDate: '2026-12-06', endTime: '05:00' }],
    ],
    ['\n2026-12-06\n\n2026-12-05\n', [{ startDate: '2026-12-05' }, { startDate: '2026-12-06' }]],
    ['', []],
  ])('%j are sessions in order', (text, sessions) => {
    expect(readSessions(text)).toEqual(sessions);
  });

  it.each([
    '2026-02-30',
    '2026-12-06〜2026-12-05',
    '2026-12-05 24:00',
    '2026-12-05 9:60',
    'あした',
    '2026-12-05 10:00-9:00',
  ])('%j are none', (text) => {
    expect(readSessions(text)).toBeUndefined();
  });

  it('are read again as they were written, and nothing makes them fail', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const minutes = fc.integer({ min: 0, max: 1439 });
    const time = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(day, minutes, minutes, (startDate, a, b) => {
        fc.pre(a !== b);
        const [startTime, endTime] = [time(Math.min(a, b)), time(Math.max(a, b))];
        expect(readSessions(`${startDate} ${startTime}-${endTime}`)).toEqual([{ startDate, startTime, endTime }]);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readSessions(text)));
  });
});
