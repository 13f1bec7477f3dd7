import { type Answers, type Problem, received, routePath } from '@kankei/core';
import { saveMatching } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doChores } from '../../packages/server/src/housekeeping.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { makeNeedServer, type NeedWorld, snow } from './need-world.ts';

const code = fixtureTown.code;

let world: NeedWorld;
beforeEach(async () => {
  world = await makeNeedServer();
});
afterEach(() => world.db.destroy());

const needs = async () => {
  const rows = await world.db.selectFrom('need').selectAll().orderBy('created_at').execute();
  return rows.map((row) => ({ ...row, answers: JSON.parse(row.answers) as Answers }));
};
const problemOf = async (response: Response) => (await response.json()) as Problem;
const textOf = async (path: string) => (await world.get(path)).text();

describe('a need that is sent', () => {
  it('becomes a draft, with the consent it was sent under, and is answered the same for all', async () => {
    const response = await world.need({}, { source: 'kurashi-page' });
    expect(response.status).toBe(202);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(received.parse(await response.json())).toEqual({ at: new Date(world.clock.now).toISOString() });
    const [need] = await needs();
    const { privacy, ...answers } = snow;
    expect(need).toMatchObject({
      town: code,
      state: 'draft',
      address: 'tome@example.jp',
      language: 'ja',
      notice_version: 'apply-1',
      consent_at: world.clock.now,
      source: 'kurashi-page',
      answers: { ...answers, people: 3 },
    });
    const { text } = await world.db
      .selectFrom('notice')
      .selectAll()
      .where('hash', '=', need!.notice_hash)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(text)).toMatchObject({ version: 'apply-1', purpose: fixtureMatching.notice!.purpose });
  });

  it('is kept once, however often it comes under its key', async () => {
    const proof = await world.prove();
    const key = 'the-same-key-every-time';
    const first = await world.need({}, { proof }, key);
    const again = await world.need({}, { proof }, key);
    expect(await again.text()).toBe(await first.text());
    expect(await needs()).toHaveLength(1);
    expect(await world.mails()).toHaveLength(1);
    expect((await problemOf(await world.need({ when: 'いつでも' }, { proof }, key))).code).toBe('key-reused');
  });

  it('may be one of several of the same host', async () => {
    await world.need();
    await world.need({ what: '柿をもいでほしい' });
    expect((await needs()).map(({ answers }) => answers.what)).toEqual([snow.what, '柿をもいでほしい']);
  });

  it('is mailed to the host as it was understood, with a link of their own', async () => {
    await world.need();
    const [mail] = await world.mails();
    expect(mail).toMatchObject({ to: 'tome@example.jp', subject: '【むすび野町】お手伝いのご相談を受け付けました' });
    for (const word of [snow.what, snow.when, '来てほしい人数：3', snow.thanks]) expect(mail!.text).toContain(word);
    expect(mail!.text).not.toContain('山田');
    await world.need({ email: 'ann@example.com' }, { language: 'en' });
    const english = (await world.mails()).find(({ to }) => to === 'ann@example.com')!;
    expect(english.subject).toContain('We have your request for help');
    expect(english.text).toContain('What needs doing: ');
  });

  it.each([
    'https://evil.example/',
    'www.evil.example',
    'ｅｖｉｌ．ｃｏｍ へどうぞ',
    'evil.example まで',
    'me@evil.example',
  ])('does not carry %j to somebody else’s mailbox', async (advertising) => {
    await world.need({ what: `もうかる話 ${advertising}` });
    const [{ text, html } = { text: '', html: '' }] = await world.mails();
    for (const one of [text, html]) {
      expect(one).not.toContain('もうかる話');
      expect(one).toContain('（ページでご確認ください）');
    }
    expect(await textOf(await world.needPageOf())).toContain('もうかる話');
  });

  it('needs no mail address where the host is reached by telephone, and then nobody is mailed', async () => {
    const { email, ...rest } = snow;
    const body = { reach: 'tel', tel: '0577-73-2111', email: '' };
    expect((await world.need({ ...rest, ...body })).status).toBe(202);
    expect((await needs())[0]).toMatchObject({ address: null, answers: { reach: 'tel', tel: '0577-73-2111' } });
    expect(await world.mails()).toEqual([]);
  });

  it.each<[Answers, string, string]>([
    [{ what: '' }, 'answers.what', 'required'],
    [{ email: '' }, 'answers.email', 'required'],
    [{ email: 'tome@localhost' }, 'answers.email', 'email-without-domain'],
    [{ reach: 'tel' }, 'answers.tel', 'required'],
    [{ reach: 'pigeon' }, 'answers.reach', 'not-an-option'],
    [{ people: '0' }, 'answers.people', 'too-small'],
    [{ date: '2026-02-30' }, 'answers.date', 'date'],
    [{ privacy: false }, 'answers.privacy', 'required'],
    [{ nobody: 'asked' }, 'answers.nobody', 'unknown'],
  ])('with %j is refused, the field named', async (answers, name, reason) => {
    const problem = await problemOf(await world.need(answers));
    expect(problem.code).toBe('invalid-body');
    expect(problem.errors).toContainEqual({ name, reason });
    expect(JSON.stringify(problem)).not.toContain('tome');
    expect(await needs()).toEqual([]);
  });

  it('is refused under another notice, in a town that takes none, and without a proof', async () => {
    const old = await problemOf(await world.need({}, { noticeVersion: 'old' }));
    expect(old.errors).toContainEqual({ name: 'noticeVersion', reason: 'notice-changed' });
    expect((await problemOf(await world.need({}, { proof: 'none' }))).code).toBe('proof-failed');
    await saveMatching(world.db, code, { ...fixtureMatching, takes: ['application'] }, now);
    expect((await problemOf(await world.need())).code).toBe('not-taken');
    const elsewhere = await world.get(routePath('needs', { code: '131016' }), { method: 'POST' });
    expect(elsewhere.status).toBe(404);
    expect(await needs()).toEqual([]);
  });

  it('is taken from no machine that fills in what nobody sees', async () => {
    const response = await world.need({}, { website: 'https://spam.example' });
    expect(response.status).toBe(202);
    expect(await needs()).toEqual([]);
    expect(await world.mails()).toEqual([]);
  });

  it('is deleted after the months the town says, with its links', async () => {
    await saveMatching(world.db, code, { ...fixtureMatching, retentionMonths: 2 }, now);
    await world.need();
    const path = await world.needPageOf();
    const house = { data: '/nowhere', publicUrl: 'https://kankei.example' };
    const chores = (at: string) =>
      doChores(world.db, Date.parse(at), house, (error) => {
        throw error;
      });
    await chores('2027-01-20T00:00:00+09:00');
    expect(await needs()).toHaveLength(1);
    await chores('2027-01-23T00:00:00+09:00');
    expect(await needs()).toEqual([]);
    expect((await world.get(path)).status).toBe(404);
  });
});

describe('a host’s page', () => {
  const details = (more: Record<string, string> = {}) => ({
    what: '雪囲いと屋根の雪下ろし',
    when: '12月の初めの土曜の午前',
    people: '5',
    name: '山田 トメ',
    ...more,
  });

  it('is behind the link from the mail alone, and for nobody to keep', async () => {
    await world.need();
    const path = await world.needPageOf();
    const page = await world.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    for (const word of [snow.what, '少し体力がいる作業', 'tome@example.jp', 'まだ終わっていません'])
      expect(html).toContain(word);
    expect(html).not.toMatch(/<script(?! type="module" src=)| style=| on\w+=/);
    expect(await textOf(`${path}?lang=en`)).toContain('One more step');
    for (const wrong of [`/need/${'x'.repeat(43)}`, '/need/x', path.replace('need', 'application')])
      expect((await world.get(wrong)).status).toBe(404);
  });

  it('lets the host correct what was understood, and remembers what stood there before', async () => {
    await world.need();
    const path = await world.needPageOf();
    const response = await world.press(`${path}/details`, details());
    expect([response.status, response.headers.get('location')]).toEqual([303, expect.stringContaining('done=details')]);
    await world.press(`${path}/details`, details({ people: '6' }));
    const [need] = await needs();
    expect(need!.answers).toEqual({
      what: '雪囲いと屋根の雪下ろし',
      when: snow.when,
      people: 6,
      name: '山田 トメ',
      reach: 'email',
      email: 'tome@example.jp',
    });
    expect(JSON.parse(need!.corrected!)).toMatchObject({ what: snow.what, people: 3, thanks: snow.thanks });
    expect(JSON.parse(need!.corrected!)).not.toHaveProperty('when');
  });

  it('shows what cannot be kept with all that was typed, and lets nobody change where mails go', async () => {
    await world.need();
    const path = await world.needPageOf();
    const wrong = await world.press(
      `${path}/details`,
      details({ what: ' ', when: '<b>いつか</b>', people: 'たくさん' }),
    );
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('href="#field-what"');
    expect(html).toContain('来てほしい人数は、数字で入力してください。');
    expect(html).toContain('&lt;b&gt;いつか&lt;/b&gt;');
    await world.press(`${path}/details`, details({ email: 'thief@example.com', reach: 'tel', tel: '0120444444' }));
    expect((await needs())[0]).toMatchObject({
      address: 'tome@example.jp',
      answers: { email: 'tome@example.jp', reach: 'email' },
    });
  });

  it('withdraws the need after asking once more', async () => {
    await world.need();
    const path = await world.needPageOf();
    expect(await textOf(`${path}/withdraw`)).toContain('ご相談を取り下げますか');
    expect((await needs())[0]!.state).toBe('draft');
    await world.press(`${path}/withdraw`, {});
    expect((await needs())[0]!.state).toBe('withdrawn');
    const page = await textOf(path);
    expect(page).toContain('取り下げました');
    expect(page).not.toContain('<form');
    const late = await world.press(`${path}/details`, details());
    expect(late.headers.get('location')).toContain('done=late');
    expect((await needs())[0]!.answers.what).toBe(snow.what);
  });

  it('shows whatever somebody wrote as text', async () => {
    for (const [index, what] of nasty
      .filter((text) => text.trim())
      .slice(0, 40)
      .entries()) {
      const email = `host${index}@example.jp`;
      const response = await world.need({ what, who: what.slice(0, 300), email });
      expect([202, 422]).toContain(response.status);
      if (response.status !== 202) continue;
      const html = await textOf(await world.needPageOf(email));
      expect(html).not.toMatch(/<script>alert|<img src=x|"onerror=/);
    }
    expect((await needs()).length).toBeGreaterThan(10);
  });
});
