import { type Answers, type Matches, type Problem, received, routePath } from '@kankei/core';
import { saveFanclub, saveMatching } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doChores } from '../../packages/server/src/housekeeping.ts';
import { fixtureFanclub } from '../fixtures/every-question.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { asking, type EnquiryWorld, makeEnquiryServer, wishes } from './enquiry-world.ts';
import { neighbour } from './world.ts';

const code = fixtureTown.code;

let world: EnquiryWorld;
beforeEach(async () => {
  world = await makeEnquiryServer();
});
afterEach(() => world.db.destroy());

const enquiries = async () => {
  const rows = await world.db.selectFrom('enquiry').selectAll().orderBy('created_at').execute();
  return rows.map((row) => ({ ...row, answers: JSON.parse(row.answers), profile: JSON.parse(row.profile ?? 'null') }));
};
const problemOf = async (response: Response) => (await response.json()) as Problem;
const textOf = async (path: string) => (await world.get(path)).text();
const plain = (html: string) => html.replaceAll(/(\s*<[^>]+>)+\s*/g, ' ');

describe('an enquiry that is sent', () => {
  it('is kept with what was shown of the profile and the consent it was sent under', async () => {
    const response = await world.enquire({}, { source: 'kurashi-page' });
    expect(response.status).toBe(202);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(received.parse(await response.json())).toEqual({ at: new Date(world.clock.now).toISOString() });
    const { privacy, ...answers } = asking;
    expect(await enquiries()).toMatchObject([
      {
        town: code,
        state: 'open',
        address: 'hikari@example.jp',
        answers,
        profile: wishes,
        notice_version: 'apply-1',
        consent_at: world.clock.now,
        source: 'kurashi-page',
      },
    ]);
    await world.enquire({ email: 'two@example.jp' }, { profile: undefined });
    expect((await enquiries()).at(-1)!.profile).toBeNull();
  });

  it('is kept once under its key, and each under another key is a new one', async () => {
    const proof = await world.prove();
    const key = 'the-same-key-every-time';
    const first = await world.enquire({}, { proof }, key);
    expect(await (await world.enquire({}, { proof }, key)).text()).toBe(await first.text());
    expect((await problemOf(await world.enquire({ moving: 'move' }, { proof }, key))).code).toBe('key-reused');
    expect(await world.mails()).toHaveLength(1);
    await world.enquire({ message: 'もうひとつ' });
    expect(await enquiries()).toHaveLength(2);
  });

  it('is mailed to the person: what was left, who answers, and the way to take it back', async () => {
    await saveMatching(world.db, code, { ...fixtureMatching, coordinator: { name: '野上 みどり' } }, now);
    await world.enquire();
    const [mail] = await world.mails();
    expect(mail).toMatchObject({ to: 'hikari@example.jp', subject: '【むすび野町】ご相談を受け付けました' });
    for (const words of [
      '野上 みどりが読んで、このメールアドレスにお返事します。',
      '移住についてのお考え：移住はせずに、関わりたい',
      '参加しやすい曜日：土曜日、日曜日',
      '畑や田んぼ、冬のくらし',
      '土を触りたい',
      'いつでも取り下げられます',
    ])
      expect(mail!.text).toContain(words);
    expect(mail!.text).not.toContain('青山');
    await world.enquire({ email: 'ann@example.com' }, { language: 'en' });
    const english = (await world.mails()).find(({ to }) => to === 'ann@example.com')!;
    expect(english.subject).toContain('We have your message');
    expect(english.text).toContain('Are you thinking of moving there? I would like to be involved without moving');
  });

  it('carries nobody’s advertising to somebody else’s mailbox', async () => {
    const advertising = 'もうかる話は evil.example まで';
    await world.enquire({ message: advertising }, { profile: { words: advertising, themes: [advertising] } });
    const [{ text, html } = { text: '', html: '' }] = await world.mails();
    for (const one of [text, html]) expect(one).not.toContain('もうかる話');
    expect(await textOf(await world.enquiryPageOf())).toContain('もうかる話');
  });

  it.each<[string, string, Answers]>([
    ['answers.name', 'required', { name: '' }],
    ['answers.email', 'required', { email: '' }],
    ['answers.moving', 'not-an-option', { moving: 'maybe' }],
    ['answers.message', 'too-long', { message: 'あ'.repeat(2001) }],
    ['answers.privacy', 'required', { privacy: false }],
  ])('with a fault is refused, the field named: %s (%s)', async (name, reason, answers) => {
    const problem = await problemOf(await world.enquire(answers));
    expect(problem.code).toBe('invalid-body');
    expect(problem.errors).toContainEqual({ name, reason });
    expect(JSON.stringify(problem)).not.toContain('hikari');
    expect(await enquiries()).toEqual([]);
  });

  it('is refused with a faulty profile, under another notice, without a proof, and where the town takes none', async () => {
    const faulty = await problemOf(await world.enquire({}, { profile: { weekdays: ['someday'] } as never }));
    expect([faulty.code, faulty.errors![0]!.name]).toEqual(['invalid-body', 'profile.weekdays.0']);
    expect((await problemOf(await world.enquire({}, { noticeVersion: 'old' }))).errors).toContainEqual({
      name: 'noticeVersion',
      reason: 'notice-changed',
    });
    expect((await problemOf(await world.enquire({}, { proof: 'none' }))).code).toBe('proof-failed');
    await saveMatching(world.db, code, { ...fixtureMatching, takes: ['application', 'need'] }, now);
    expect((await problemOf(await world.enquire())).code).toBe('not-taken');
    const elsewhere = await world.get(routePath('enquiries', { code: '131016' }), { method: 'POST' });
    expect(elsewhere.status).toBe(404);
    expect(await enquiries()).toEqual([]);
    expect(await world.mails()).toEqual([]);
  });

  it('is consented to under the town’s own notice, else under that of its fan club, else not at all', async () => {
    const { notice, ...silent } = fixtureMatching;
    await saveMatching(world.db, code, silent, now);
    expect((await problemOf(await world.enquire())).code).toBe('not-taken');
    await saveFanclub(world.db, code, fixtureFanclub, now);
    const { version } = fixtureFanclub.notice;
    expect((await world.enquire({}, { noticeVersion: version })).status).toBe(202);
    const { text } = await world.db
      .selectFrom('notice')
      .select('text')
      .where('hash', '=', (await enquiries())[0]!.notice_hash)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(text)).toEqual(fixtureFanclub.notice);
    await saveMatching(world.db, code, fixtureMatching, now);
    expect((await world.enquire({}, { noticeVersion: version })).status).toBe(422);
    expect((await world.enquire()).status).toBe(202);
  });

  it('is taken from no machine that fills in what nobody sees', async () => {
    expect((await world.enquire({}, { website: 'https://spam.example' })).status).toBe(202);
    expect(await enquiries()).toEqual([]);
    expect(await world.mails()).toEqual([]);
  });

  it('is deleted after the months the town says, with its links', async () => {
    await saveMatching(world.db, code, { ...fixtureMatching, retentionMonths: 2 }, now);
    await world.enquire();
    const path = await world.enquiryPageOf();
    const house = { data: '/nowhere', publicUrl: 'https://kankei.example' };
    const chores = (at: string) =>
      doChores(world.db, Date.parse(at), house, (error) => {
        throw error;
      });
    await chores('2027-01-20T00:00:00+09:00');
    expect(await enquiries()).toHaveLength(1);
    await chores('2027-01-23T00:00:00+09:00');
    expect(await enquiries()).toEqual([]);
    expect((await world.get(path)).status).toBe(404);
  });
});

describe('several towns', () => {
  it('each get what was sent to them, also under one key, and each forgets its own', async () => {
    await saveMatching(world.db, neighbour.code, { ...fixtureMatching, retentionMonths: 1 }, now);
    const key = 'one-key-for-both-of-the-towns';
    await world.enquire({ message: 'むすび野へ' }, { profile: undefined }, key);
    const proof = await world.prove(neighbour.code);
    const response = await world.get(routePath('enquiries', { code: neighbour.code }), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        answers: { ...asking, message: '飛騨へ' },
        profile: wishes,
        language: 'ja',
        noticeVersion: 'apply-1',
        proof,
      }),
    });
    expect(response.status).toBe(202);
    const kept = (await enquiries()).map(({ town, answers, profile }) => [town, answers.message, profile !== null]);
    expect(kept.sort()).toEqual([
      ['212172', '飛騨へ', true],
      [code, 'むすび野へ', false],
    ]);
    const matches = await world.get(routePath('matches', { codes: `${code},${neighbour.code}` }), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profile: { themes: ['festival', 'farming'] }, limit: 100 }),
    });
    const towns = ((await matches.json()) as Matches).suggestions.map(({ program }) => program.town);
    expect(new Set(towns)).toEqual(new Set([code, neighbour.code]));
    const house = { data: '/nowhere', publicUrl: 'https://kankei.example' };
    await doChores(world.db, Date.parse('2027-01-01T00:00:00+09:00'), house);
    expect((await enquiries()).map(({ town }) => town)).toEqual([code]);
  });
});

describe('the page of one who enquired', () => {
  it('is behind the link from the mail alone, and for nobody to keep', async () => {
    await world.enquire();
    const path = await world.enquiryPageOf();
    const page = await world.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    for (const word of ['青山 光', 'hikari@example.jp', String(asking.message), '土を触りたい', '町の担当者が読んで'])
      expect(html).toContain(word);
    expect(html).not.toMatch(/<script(?! type="module" src=)| style=| on\w+=/);
    const english = plain(await textOf(`${path}?lang=en`));
    expect(english).toContain('What draws you? Fields and farming, 冬のくらし');
    expect(english).toContain('Prefecture or country Tokyo');
    for (const wrong of [`/enquiry/${'x'.repeat(43)}`, '/enquiry/x', path.replace('enquiry', 'need')])
      expect((await world.get(wrong)).status).toBe(404);
  });

  it('takes the enquiry back after asking once more; all of it is deleted, and the mails that wait too', async () => {
    await world.enquire();
    const path = await world.enquiryPageOf();
    expect(await textOf(`${path}/withdraw`)).toContain('ご相談を取り下げますか');
    expect(await enquiries()).toHaveLength(1);
    const done = await world.press(`${path}/withdraw`, {});
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('取り下げました');
    expect(await enquiries()).toEqual([]);
    expect(await world.mails()).toEqual([]);
    expect((await world.get(path)).status).toBe(404);
    expect((await world.press(`${path}/withdraw`, {})).status).toBe(404);
  });

  it('shows whatever somebody wrote as text', async () => {
    let shown = 0;
    for (const [index, message] of nasty
      .filter((text) => text.trim())
      .slice(0, 25)
      .entries()) {
      const email = `guest${index}@example.jp`;
      const response = await world.enquire({ message, email }, { profile: { words: message.slice(0, 300) } });
      expect([202, 422]).toContain(response.status);
      if (response.status !== 202) continue;
      shown++;
      expect(await textOf(await world.enquiryPageOf(email))).not.toMatch(/<script>alert|<img src=x|"onerror=/);
    }
    expect(shown).toBeGreaterThan(10);
  });
});
