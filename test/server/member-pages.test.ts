import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureAnswers } from '../fixtures/every-question.ts';
import { linkIn, type MemberWorld, makeMemberServer } from './member-world.ts';

let world: MemberWorld;
beforeEach(async () => {
  world = await makeMemberServer();
});
afterEach(() => world.db.destroy());

const submit = (path: string, pairs: [string, string][] | Record<string, string>) =>
  world.get(path, { method: 'POST', body: new URLSearchParams(pairs) });

/** What the form of details sends when nothing is changed but what is given. */
function details(more: Record<string, string> = {}): Record<string, string> {
  const { privacy, tie, ...rest } = fixtureAnswers;
  return { ...rest, tie: tie[0], cardName: '', ...more };
}

const member = async (token: string) => (await world.own(token)).json() as Promise<Record<string, never>>;

describe('pages about a person', () => {
  it('are kept by nobody, listed nowhere, and tell other sites nothing', async () => {
    await world.join(world.signup());
    const [mail] = await world.mails();
    const token = await world.becomeMember({ email: 'taro@example.jp' });
    for (const path of [linkIn(mail!, 'confirm'), linkIn(mail!, 'unsubscribe'), `/member/${token}`, '/member/x']) {
      const { headers } = await world.get(path);
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('x-robots-tag'), path).toContain('noindex');
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe');
    }
  });

  it('have nothing inline, and no address of another site', async () => {
    const token = await world.becomeMember();
    const page = await (await world.get(`/member/${token}`)).text();
    expect(page).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style=|<style/);
    expect([...page.matchAll(/(?:src|href|action)="([^"]+)"/g)].filter(([, url]) => /^\w+:/.test(url!))).toEqual([]);
  });

  it.each(['ja', 'en'])('speak the language of the member, and the other when asked: %s', async (language) => {
    const token = await world.becomeMember({}, { language });
    const titles = { ja: '会員のページ', en: 'Your member page' };
    const other = language === 'ja' ? 'en' : 'ja';
    expect(await (await world.get(`/member/${token}`)).text()).toContain(titles[language as 'ja']);
    expect(await (await world.get(`/member/${token}?lang=${other}`)).text()).toContain(titles[other]);
  });
});

describe('a member corrects what is kept', () => {
  it('in a form without a script, and is led back to the page', async () => {
    const token = await world.becomeMember({ newsletter: true });
    const response = await submit(`/member/${token}/details`, details({ name: '山田　はな', cardName: 'はなちゃん' }));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`../${token}?lang=ja&done=details`);
    expect(await member(token)).toMatchObject({
      cardName: 'はなちゃん',
      answers: { name: '山田 はな', tie: ['travelled'], newsletter: true },
    });
    const page = await (await world.get(`/member/${token}?done=details`)).text();
    expect(page).toContain('変更を保存しました。');
    expect(page, 'what a membership means').toContain('ふつう会員：会報をお送りします。');
    expect(page).toContain('value="山田 はな"');
  });

  it('and sees what cannot be kept, with what was typed, and a summary that leads there', async () => {
    const token = await world.becomeMember();
    const before = await member(token);
    const response = await submit(`/member/${token}/details`, details({ name: '', email: 'hana', postal: '50' }));
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('3か所を直してください');
    expect(page).toContain('<a href="#field-email">メールアドレスに @ がありません。例：hana@example.jp</a>');
    expect(page).toMatch(/value="hana"[^>]* id="field-email"[^>]*aria-invalid="true"/);
    expect(await member(token)).toEqual(before);
  });

  it('and a new mail address counts once the link that was sent there is used', async () => {
    const token = await world.becomeMember();
    await submit(`/member/${token}/details`, details({ email: 'new@example.jp' }));
    expect(await member(token)).toMatchObject({
      pendingEmail: 'new@example.jp',
      answers: { email: 'hana@example.jp' },
    });
    const asked = (await world.mails()).find(({ to }) => to === 'new@example.jp')!;
    const opened = await world.get(linkIn(asked, 'confirm'));
    expect(await opened.text()).toContain('このアドレスにする');
    expect(await member(token)).toMatchObject({ answers: { email: 'hana@example.jp' } });
    const page = await (await world.get(linkIn(asked, 'confirm'), { method: 'POST' })).text();
    // Who still reads the old address opens nothing any more.
    expect((await world.own(token)).status).toBe(401);
    const newToken = /member\/([\w-]{43})"/.exec(page)![1]!;
    const moved = await member(newToken);
    expect(moved).toMatchObject({ number: 1, answers: { email: 'new@example.jp' } });
    expect(moved.pendingEmail).toBeUndefined();
  });

  it('and cannot have heaps of mail sent to others', async () => {
    const token = await world.becomeMember();
    const answers = { ...details(), email: 'victim@example.jp' };
    for (let time = 0; time < 3; time++) expect((await submit(`/member/${token}/details`, answers)).status).toBe(303);
    const refused = await submit(`/member/${token}/details`, answers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const page = await refused.text();
    expect(page).toContain('まだ保存していません');
    expect(page).toContain('value="victim@example.jp"');
    const { privacy, ...rest } = world.signup({ email: 'victim@example.jp' }).answers;
    const sent = await world.own(token, { method: 'PATCH', body: JSON.stringify({ answers: rest }) });
    expect(sent.status).toBe(429);
    for (const other of ['a', 'b', 'c', 'd'])
      await submit(`/member/${token}/details`, { ...answers, email: `${other}@example.jp` });
    expect((await world.mails()).filter(({ key }) => key.includes('.address.')).length).toBeLessThanOrEqual(5);
  });

  it('and never takes over the address of another member, nor learns that it is one', async () => {
    await world.becomeMember({ email: 'taro@example.jp' });
    const token = await world.becomeMember();
    const count = (await world.mails()).length;
    await submit(`/member/${token}/details`, details({ email: 'taro@example.jp' }));
    expect(await member(token)).toMatchObject({ pendingEmail: 'taro@example.jp' });
    expect(await world.mails()).toHaveLength(count);
  });
});

describe('a member with a program', () => {
  const change = (token: string, body: unknown) =>
    world.own(token, { method: 'PATCH', body: typeof body === 'string' ? body : JSON.stringify(body) });

  it('changes the name on cards alone, or the answers alone', async () => {
    const token = await world.becomeMember();
    expect(await (await change(token, { cardName: ' はな\u3000ちゃん ' })).json()).toMatchObject({
      cardName: 'はな ちゃん',
      answers: { name: '山田 花子' },
    });
    const { privacy, ...answers } = world.signup({ tier: 'supporter', newsletter: true }).answers;
    expect(await (await change(token, { answers })).json()).toMatchObject({
      cardName: 'はな ちゃん',
      answers: { tier: 'supporter', newsletter: true },
    });
    expect(await (await change(token, { cardName: '' })).json()).not.toHaveProperty('cardName');
  });

  it.each([
    [{ cardName: 'は'.repeat(41) }, 'cardName', 'too-long'],
    [{ answers: { name: '山田' } }, 'answers.email', 'required'],
    [{ answers: { privacy: true } }, 'answers.privacy', 'unknown'],
    [{ answers: { number: 1 } }, 'answers.number', 'unknown'],
    ['{', 'body', 'invalid_json'],
  ])('is told what is wrong, and nothing is changed: %j', async (body, name, reason) => {
    const token = await world.becomeMember();
    const before = await member(token);
    const response = await change(token, body);
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toContainEqual({ name, reason });
    expect(await member(token)).toEqual(before);
  });

  it('is nobody without a token, with that of another town, or after leaving', async () => {
    const token = await world.becomeMember();
    const ask = (path: string, authorization?: string) =>
      world.get(path, { headers: authorization === undefined ? {} : { authorization } });
    for (const response of [
      await ask('/v1/towns/999997/member'),
      await ask('/v1/towns/999997/member', 'Basic aGFuYTpoYW5h'),
      await ask('/v1/towns/212172/member', `Bearer ${token}`),
      await ask('/v1/towns/999997/member/card', `Bearer ${token.slice(1)}x`),
    ])
      expect(response.status).toBe(401);
    expect((await world.own(token, { method: 'DELETE' })).status).toBe(204);
    expect((await world.own(token, { method: 'DELETE' })).status).toBe(401);
  });
});

describe('the newsletter', () => {
  it('begins and ends with a press, and the time it was asked for is kept', async () => {
    const token = await world.becomeMember();
    const asked = () => world.db.selectFrom('member').select('newsletter_at').executeTakeFirstOrThrow();
    expect(await asked()).toEqual({ newsletter_at: null });
    await submit(`/member/${token}/newsletter`, { wanted: 'yes' });
    expect(await member(token)).toMatchObject({ answers: { newsletter: true } });
    expect(await asked()).toEqual({ newsletter_at: world.clock.now });
    await submit(`/member/${token}/newsletter`, { wanted: 'no' });
    expect((await member(token)).answers).not.toHaveProperty('newsletter');
    expect(await asked()).toEqual({ newsletter_at: null });
  });

  it('ends by the link in a mail: not by opening it, but by a press of a person or a mail program', async () => {
    const token = await world.becomeMember({ newsletter: true });
    const welcome = (await world.mails()).find(({ key }) => key.endsWith('.welcome'))!;
    const path = linkIn(welcome, 'unsubscribe');
    expect(welcome.unsubscribeUrl).toBe(`https://kankei.example${path}`);
    await world.get(path);
    await world.get(path, { method: 'HEAD' });
    expect(await member(token)).toMatchObject({ answers: { newsletter: true } });
    const pressed = await world.get(path, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(pressed.status).toBe(200);
    expect((await member(token)).answers).not.toHaveProperty('newsletter');
  });

  it('answers the same for a member, a person who left, and one who never confirmed', async () => {
    await world.join(world.signup({ email: 'never@example.jp' }));
    const never = linkIn((await world.mails())[0]!, 'unsubscribe');
    const page = await (await world.get(never)).text();
    expect(page, 'the button, as the mail’s link says').toMatch(/<button[^>]*>[^<]*申し込みを取り消す<\/button>/);
    const token = await world.becomeMember();
    const welcome = linkIn((await world.mails()).find(({ key }) => key.endsWith('.welcome'))!, 'unsubscribe');
    const first = await (await world.get(welcome, { method: 'POST' })).text();
    await world.own(token, { method: 'DELETE' });
    expect(await (await world.get(welcome, { method: 'POST' })).text()).toBe(first);
    expect(await (await world.get(never, { method: 'POST' })).text()).toBe(first);
    // Who wants no mail before having confirmed has withdrawn.
    expect(await world.db.selectFrom('signup').select('id').execute()).toEqual([]);
    expect((await world.get(`${welcome}x`, { method: 'POST' })).status).toBe(404);
  });
});

describe('leaving', () => {
  it('asks once more, then deletes everything but the number, and says goodbye', async () => {
    const token = await world.becomeMember();
    expect(await (await world.get(`/member/${token}/leave`)).text()).toContain('退会して、すべて消す');
    expect((await world.own(token)).status).toBe(200);
    const left = await world.get(`/member/${token}/leave`, { method: 'POST' });
    expect(await left.text()).toContain('退会しました');
    for (const table of ['member', 'signup', 'link', 'address_change'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect(await world.db.selectFrom('retired_number').selectAll().execute()).toEqual([
      { town: '999997', number: 1, since: '2026-11-21', until: '2026-11-21', reason: 'left' },
    ]);
    const mails = await world.mails();
    expect(mails.map(({ key }) => key.split('.')[1])).toEqual(['goodbye']);
    expect((await world.get(`/member/${token}`)).status).toBe(404);
  });

  it('leaves the number free for nobody: the same address gets the next one', async () => {
    const token = await world.becomeMember();
    await world.own(token, { method: 'DELETE' });
    const again = await world.becomeMember();
    expect(await member(again)).toMatchObject({ number: 2 });
  });
});
