import { member, problem, signupAccepted } from '@kankei/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkIn, type MemberWorld, makeMemberServer } from './member-world.ts';

let world: MemberWorld;
beforeAll(async () => {
  world = await makeMemberServer();
});
afterAll(() => world.db.destroy());

it('leads from a signup over the mail and a press to a member with a number', async () => {
  const response = await world.join(world.signup());
  expect(response.status).toBe(202);
  signupAccepted.parse(await response.json());
  const [mail] = await world.mails();
  expect(mail).toMatchObject({ to: 'hana@example.jp', subject: expect.stringContaining('むすび野ファンクラブ') });
  const path = linkIn(mail!, 'confirm');
  const opened = await world.get(path);
  expect(await opened.text()).toContain('<button type="submit">登録を終える</button>');
  const pressed = await (await world.confirm('hana@example.jp')).text();
  expect(pressed).toMatch(/会員番号<\/span> <strong>1<\/strong>/);
  const token = /member\/([\w-]{43})"/.exec(pressed)![1]!;
  const kept = member.parse(await (await world.own(token)).json());
  expect(kept).toMatchObject({ number: 1, since: '2026-11-21', answers: { name: '山田 花子', tier: 'friend' } });
  expect(kept.answers.privacy).toBeUndefined();
  expect(problem.parse(await (await world.own('x'.repeat(43))).json()).code).toBe('link-expired');
});
