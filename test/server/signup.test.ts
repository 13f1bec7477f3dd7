import { Readable } from 'node:stream';
import { member, problem, signupAccepted } from '@kankei/core';
import { saveTown } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixtureFanclub } from '../fixtures/every-question.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { linkIn, type MemberWorld, makeMemberServer, membersPath } from './member-world.ts';

let world: MemberWorld;
beforeEach(async () => {
  world = await makeMemberServer({ KANKEI_WRITE_ORIGINS: 'https://www.town.example' });
});
afterEach(() => world.db.destroy());

const problemOf = async (response: Response) => problem.parse(await response.json());
const count = async (table: 'signup' | 'member' | 'mail' | 'link') =>
  (await world.db.selectFrom(table).selectAll().execute()).length;

describe('a signup', () => {
  it('leads over the mail and a press to a member with a number', async () => {
    const response = await world.join(world.signup());
    expect(response.status).toBe(202);
    expect(signupAccepted.parse(await response.json())).toEqual({ confirmBefore: '2026-11-28T03:00:00.000Z' });
    const [mail] = await world.mails();
    expect(mail).toMatchObject({ to: 'hana@example.jp', subject: expect.stringContaining('むすび野ファンクラブ') });
    const opened = await world.get(linkIn(mail!, 'confirm'));
    expect(await opened.text()).toContain('<button type="submit">登録を終える</button>');
    const pressed = await (await world.confirm('hana@example.jp')).text();
    expect(pressed).toMatch(/会員番号<\/span> <strong>1<\/strong>/);
    const token = /member\/([\w-]{43})"/.exec(pressed)![1]!;
    const kept = member.parse(await (await world.own(token)).json());
    expect(kept).toMatchObject({ number: 1, since: '2026-11-21', answers: { name: '山田 花子', tier: 'friend' } });
    expect(kept.answers.privacy).toBeUndefined();
    expect((await problemOf(await world.own('x'.repeat(43)))).code).toBe('link-expired');
  });

  it('keeps what was consented to: the very text, its version and the time; the tie and the source', async () => {
    await world.becomeMember({}, { source: 'harvest-page' });
    const kept = await world.db
      .selectFrom('member')
      .innerJoin('notice', 'notice.hash', 'member.notice_hash')
      .select(['notice_version', 'consent_at', 'notice.text', 'source', 'answers'])
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({
      notice_version: fixtureFanclub.notice.version,
      consent_at: now,
      source: 'harvest-page',
    });
    expect(JSON.parse(kept.text)).toEqual(fixtureFanclub.notice);
    expect(JSON.parse(kept.answers)).toMatchObject({ tie: ['travelled'] });
  });

  it('names in its mails whom the notice names, where the town itself names nobody', async () => {
    const { contact: _, ...town } = fixtureTown;
    await saveTown(world.db, town, now);
    await world.join(world.signup());
    expect((await world.mails())[0]!.text).toContain(`\n${fixtureFanclub.notice.contact}\n`);
  });

  it('is asked to confirm again and again by what opens links: nothing happens', async () => {
    await world.join(world.signup());
    const path = linkIn((await world.mails())[0]!, 'confirm');
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) expect((await world.get(path, { method })).ok).toBe(true);
    expect(await count('member')).toBe(0);
  });

  it('is confirmed once, however often the button is pressed', async () => {
    await world.join(world.signup());
    const path = linkIn((await world.mails())[0]!, 'confirm');
    const press = async () => (await world.get(path, { method: 'POST' })).text();
    const pages = await Promise.all([press(), press(), press()]);
    for (const page of pages) {
      expect(page).toContain('<strong>1</strong>');
      const token = /member\/([\w-]{43})"/.exec(page)![1]!;
      expect((await world.own(token)).status).toBe(200);
    }
    expect((await world.mails()).filter(({ key }) => key.endsWith('.welcome'))).toHaveLength(1);
    world.clock.now += 2 * 3600_000;
    // Much later a link that lies in a mailbox opens no page about the person any more.
    const late = await press();
    expect(late).toContain('<strong>1</strong>');
    expect(late).not.toMatch(/member\/[\w-]{43}/);
  });

  it('of two with the same address, one is confirmed and the other is gone, with its mail', async () => {
    await world.join(world.signup());
    await world.join(world.signup({ name: '山田 はな' }));
    const [first, second] = (await world.mails()).map((mail) => linkIn(mail, 'confirm'));
    expect((await world.get(second!, { method: 'POST' })).status).toBe(200);
    const gone = await world.get(first!, { method: 'POST' });
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('新しいメールが届いていれば');
    expect([await count('signup'), await count('member')]).toEqual([0, 1]);
  });

  it('counts for the member whose name card led to it', async () => {
    const token = await world.becomeMember();
    const own = async () => member.parse(await (await world.own(token)).json());
    const { introducerCode } = await own();
    await world.becomeMember({ email: 'a@example.jp' }, { introducer: introducerCode });
    await world.becomeMember({ email: 'b@example.jp' }, { introducer: 'nobodys-code' });
    await world.join(world.signup({ email: 'c@example.jp' }, { introducer: introducerCode }));
    expect((await own()).introduced).toBe(1);
  });

  it('does not need answers to questions that are not shown, and keeps none', async () => {
    const token = await world.becomeMember({ season: 'summer', snow: '十年' });
    const { answers } = member.parse(await (await world.own(token)).json());
    expect(answers).toMatchObject({ season: 'summer' });
    expect(answers).not.toHaveProperty('snow');
  });
});

describe('a signup is refused', () => {
  it.each([
    [{ email: 'hana' }, 'answers.email', 'email-without-at'],
    [{ email: 'hana@例え。テスト..' }, 'answers.email', 'email'],
    [{ name: ' ' }, 'answers.name', 'required'],
    [{ privacy: false }, 'answers.privacy', 'required'],
    [{ tier: 'gold' }, 'answers.tier', 'not-an-option'],
    [{ people: '21' }, 'answers.people', 'too-big'],
    [{ birthYear: 2027 }, 'answers.birthYear', 'year'],
    [{ unheard: 'x' }, 'answers.unheard', 'unknown'],
    [{ 'hana@example.jp': 'x' }, 'answers', 'unknown'],
  ])('with the field named and not what was in it: %j', async (answers, name, reason) => {
    const response = await world.send(world.signup(answers as never));
    expect(response.status).toBe(422);
    const told = await problemOf(response);
    expect(told.code).toBe('invalid-body');
    expect(told.errors).toContainEqual({ name, reason });
  });

  it('when the notice has changed since it was read', async () => {
    const told = await problemOf(await world.send(world.signup({}, { noticeVersion: 'of-old' })));
    expect(told.errors).toEqual([{ name: 'noticeVersion', reason: 'notice-changed' }]);
  });

  it.each([
    ['', 'body'],
    ['{', 'body'],
    ['[]', 'body'],
    ['null', 'body'],
    ['{"answers":{}}', 'language'],
    ['{"answers":{"name":{"a":1}},"language":"ja","noticeVersion":"1"}', 'answers.name'],
    ['{"answers":{"__proto__":{"a":1}},"language":"ja","noticeVersion":"1"}', 'answers'],
  ])('for a body that cannot be read: %s', async (body, name) => {
    const response = await world.send(body);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors!.map((error) => error.name).join()).toContain(name);
  });

  it('for a body that is too long, whether or not it says so', async () => {
    const long = JSON.stringify(world.signup({ skills: 'x'.repeat(70_000) }));
    expect((await problemOf(await world.send(long))).code).toBe('too-large');
    const body = Readable.toWeb(Readable.from([Buffer.from(long.slice(0, 40_000)), Buffer.from(long.slice(40_000))]));
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'a-key-for-a-stream' };
    const streamed = await world.get(membersPath, { method: 'POST', headers, body, duplex: 'half' } as never);
    expect(streamed.status).toBe(413);
  });

  it.each([undefined, '', 'short', 'with spaces in the key', 'x'.repeat(101)])(
    'without a key that tells it from others: %s',
    async (key) => {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (key !== undefined) headers['idempotency-key'] = key;
      const response = await world.get(membersPath, { method: 'POST', headers, body: JSON.stringify(world.signup()) });
      expect(response.status).toBe(400);
      expect((await problemOf(response)).errors).toEqual([{ name: 'Idempotency-Key', reason: expect.any(String) }]);
    },
  );

  it('from pages of other origins, but not from those named and our own', async () => {
    const from = (headers: Record<string, string>) =>
      world.join(world.signup({ email: `${Math.random()}@example.jp` }), undefined, headers);
    expect((await from({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await from({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ origin: 'https://www.town.example' })).status).toBe(202);
    expect((await from({ origin: 'https://kankei.example' })).status).toBe(202);
    expect((await from({ origin: 'http://10.0.0.1:8787', 'sec-fetch-site': 'same-origin' })).status).toBe(202);
    const plain = { 'content-type': 'text/plain' };
    expect((await world.send(world.signup(), undefined, plain)).status).toBe(422);
  });

  it('where the town has no fan club, or is not here', async () => {
    for (const [town, code] of [
      ['212172', 'fanclub-not-found'],
      ['011002', 'town-not-found'],
    ])
      expect((await problemOf(await world.get(`/v1/towns/${town}/members`, { method: 'POST' }))).code).toBe(code);
  });

  it('without a proof of work; a proof counts once', async () => {
    expect((await problemOf(await world.send(world.signup()))).code).toBe('proof-failed');
    const proof = await world.prove();
    expect((await world.send(world.signup({}, { proof }))).status).toBe(202);
    expect((await problemOf(await world.send(world.signup({ name: '別の人' }, { proof })))).code).toBe('proof-failed');
  });

  it('silently where a machine filled the field that no person sees', async () => {
    const response = await world.join(world.signup({}, { website: 'https://spam.example' }), 'key-of-a-machine');
    expect(response.status).toBe(202);
    signupAccepted.parse(await response.json());
    expect([await count('signup'), await count('mail')]).toEqual([0, 0]);
  });
});

describe('a signup that is sent again', () => {
  const key = 'one-key-for-one-signup';

  it('with the same key counts once and is answered the same, at once and later', async () => {
    const proof = await world.prove();
    const body = world.signup({}, { proof });
    const answers = await Promise.all([1, 2, 3].map(() => world.send(body, key)));
    world.clock.now += 23 * 3600_000;
    answers.push(await world.send(body, key));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(new Set(texts).size).toBe(1);
    expect([await count('signup'), await count('mail')]).toEqual([1, 1]);
  });

  it('with another body is refused, while the first is being taken and after', async () => {
    const proof = await world.prove();
    const [first, second] = await Promise.all([
      world.send(world.signup({}, { proof }), key),
      world.send(world.signup({ name: '別の人' }, { proof }), key),
    ]);
    expect([first!.status, second!.status]).toEqual([202, 409]);
    expect((await problemOf(await world.send(world.signup(), key))).code).toBe('key-reused');
    expect(await count('signup')).toBe(1);
  });

  it('after it was refused may be mended under the same key', async () => {
    expect((await world.join(world.signup({ email: 'hana' }), key)).status).toBe(422);
    expect((await world.join(world.signup(), key)).status).toBe(202);
  });

  it('a day later, or to another town, is another signup', async () => {
    await world.join(world.signup(), key);
    world.clock.now += 24 * 3600_000;
    expect((await world.join(world.signup({ name: '別の人' }), key)).status).toBe(202);
  });

  it('is known by a hash: nothing of what was sent is kept beside the answer', async () => {
    await world.join(world.signup(), key);
    const row = await world.db.selectFrom('idempotency').selectAll().executeTakeFirstOrThrow();
    expect(row).toEqual({
      town: '999997',
      key,
      body_hash: expect.stringMatching(/^[\w-]{43}$/),
      answer: '{"confirmBefore":"2026-11-28T03:00:00.000Z"}',
      created_at: now,
    });
  });
});

describe('the answer', () => {
  it('never tells whether an address is a member: the same status, headers and text', async () => {
    await world.becomeMember();
    const known = await world.join(world.signup({ email: 'HANA@Example.JP' }));
    const unknown = await world.join(world.signup({ email: 'taro@example.jp' }));
    const told = async (response: Response) => ({
      status: response.status,
      headers: [...response.headers],
      text: await response.text(),
    });
    expect(await told(known)).toEqual(await told(unknown));
  });

  it.each([
    [3600_000 - 1, 1],
    [3600_000, 2],
  ])(
    'instead the member gets a mail with the way to the card, at once; %d ms later there are %d',
    async (wait, mails) => {
      await world.becomeMember();
      const reminders = async () => (await world.mails()).filter(({ key }) => key.includes('.card.'));
      const again = async () => expect((await world.join(world.signup({ name: '別の名' }))).status).toBe(202);
      await again();
      expect(await reminders()).toHaveLength(1);
      world.clock.now += wait;
      await again();
      expect(await reminders()).toHaveLength(mails);
      expect((await world.get(linkIn((await reminders())[0]!, 'member'))).status).toBe(200);
      expect(await count('signup')).toBe(0);
      const { answers } = await world.db.selectFrom('member').select('answers').executeTakeFirstOrThrow();
      expect(JSON.parse(answers).name).toBe('山田 花子');
    },
  );
});

describe('personal data', () => {
  it('is in no log, no address and no refusal', async () => {
    const said = ['log', 'info', 'warn', 'error', 'debug'].map((name) =>
      vi.spyOn(console, name as 'log').mockImplementation(() => {}),
    );
    const out = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    const secret = 'ひみつの花子';
    const answers = { name: secret, email: 'himitsu@example.jp', phone: '090-1234-5678' };
    const token = await world.becomeMember(answers);
    const refusals = [
      await world.send(world.signup({ ...answers, email: 'himitsu' })),
      await world.send(world.signup({ ...answers, phone: '090-1234-567八九' })),
      await world.send(`{"answers":{"name":"${secret}"`),
      await world.own(token, { method: 'PATCH', body: JSON.stringify({ answers: { ...answers, name: '' } }) }),
    ];
    // What goes wrong inside says nothing of it either.
    await world.db.schema.dropTable('address_change').execute();
    await world.own(token);
    const proof = await world.prove();
    await world.db.schema.dropTable('idempotency').execute();
    refusals.push(await world.send(world.signup(answers, { proof })));
    expect(refusals.map(({ status }) => status)).toEqual([422, 422, 422, 422, 500]);
    const texts = await Promise.all(refusals.map((refusal) => refusal.text()));
    const logged = [...said, ...out].flatMap(({ mock }) => mock.calls.map((call) => call.map(inspect).join(' ')));
    for (const spy of [...said, ...out]) spy.mockRestore();
    expect(logged.some((line) => line.includes('no such table'))).toBe(true);
    for (const text of [...texts, ...logged]) expect(text).not.toMatch(/ひみつ|himitsu|1234|\/v1\/|[\w-]{43}/);
    for (const { text } of await world.mails()) {
      const links = [...text.matchAll(/https?:\S+/g)].join(' ');
      expect(decodeURIComponent(links)).not.toMatch(/ひみつ|himitsu|1234/);
    }
  });

  it('can break into no header of a mail', async () => {
    const name = '花子\r\nBcc: everybody@example.jp\r\n\r\nhello';
    await world.join(world.signup({ name, email: 'hana@example.jp\r\nBcc: everybody@example.jp' as never }));
    expect(await world.mails()).toEqual([]);
    await world.becomeMember({ name });
    for (const mail of await world.mails()) {
      expect(mail.to).toBe('hana@example.jp');
      for (const line of [mail.subject, mail.key]) expect(line).not.toMatch(/[\r\n]/);
    }
  });
});

const inspect = (value: unknown) => (value instanceof Error ? `${value.stack}` : String(value));
