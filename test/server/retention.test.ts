import { dayAt, dayLength, toInstant } from '@kankei/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { doChores, startHousekeeping } from '../../packages/server/src/housekeeping.ts';
import { now } from '../fixtures/programs.ts';
import { linkIn, type MemberWorld, makeMemberServer } from './member-world.ts';

const house = { publicUrl: 'https://kankei.example', data: '/nonexistent' };
const hour = 3600_000;

let world: MemberWorld;
let stop = () => {};
beforeEach(async () => {
  vi.useFakeTimers({ now, toFake: ['setInterval', 'clearInterval'] });
  world = await makeMemberServer();
});
afterEach(async () => {
  stop();
  vi.useRealTimers();
  await world.db.destroy();
});

/** Lets the server stand until an instant, with its chores done there. */
async function standUntil(instant: number): Promise<void> {
  world.clock.now = instant;
  await doChores(world.db, instant, house);
}

const count = async (table: 'signup' | 'idempotency' | 'address_change' | 'member') =>
  (await world.db.selectFrom(table).selectAll().execute()).length;

describe('what is kept for a while', () => {
  it('a signup nobody confirms is kept for seven days, and its link says afterwards that it is too late', async () => {
    await world.join(world.signup());
    const path = linkIn((await world.mails())[0]!, 'confirm');
    await standUntil(now + 7 * dayLength - 1);
    expect(await count('signup')).toBe(1);
    await standUntil(now + 7 * dayLength);
    expect(await count('signup')).toBe(0);
    for (const method of ['GET', 'POST']) {
      const response = await world.get(path, { method });
      expect(response.status).toBe(410);
      const page = await response.text();
      expect(page).toContain('リンクの期限が過ぎました');
      expect(page).toContain('href="../?town=999997#fanclub"');
    }
  });

  it('an expired signup makes no member, also before it was swept away', async () => {
    await world.join(world.signup());
    world.clock.now += 7 * dayLength;
    expect((await world.confirm('hana@example.jp')).status).toBe(410);
    expect(await count('member')).toBe(0);
  });

  it('what a request was answered is kept for a day', async () => {
    await world.join(world.signup());
    await standUntil(now + dayLength - 1);
    expect(await count('idempotency')).toBe(1);
    await standUntil(now + dayLength);
    expect(await count('idempotency')).toBe(0);
  });

  it('a new address nobody confirms is kept for seven days', async () => {
    const token = await world.becomeMember();
    const { privacy, ...answers } = world.signup({ email: 'new@example.jp' }).answers;
    await world.own(token, { method: 'PATCH', body: JSON.stringify({ answers }) });
    expect(await count('address_change')).toBe(1);
    const path = linkIn((await world.mails()).find(({ to }) => to === 'new@example.jp')!, 'confirm');
    await standUntil(now + 7 * dayLength);
    expect(await count('address_change')).toBe(0);
    const late = await world.get(path, { method: 'POST' });
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('メールアドレスは、前のままです');
  });

  it('is looked after at the start and every hour', async () => {
    await world.join(world.signup());
    stop = startHousekeeping(world.db, house, () => world.clock.now);
    world.clock.now = now + 7 * dayLength;
    vi.advanceTimersByTime(hour);
    await vi.waitFor(async () => expect(await count('signup')).toBe(0));
  });
});

describe('members who are not heard of', () => {
  const ask = toInstant('2028-10-21', '00:30');
  const last = toInstant('2028-11-21', '23:30');
  const over = toInstant('2028-11-22', '00:30');
  const asking = async () => (await world.mails()).filter(({ key }) => key.includes('.still.'));

  it('are asked a month before, and deleted after the day that was named', async () => {
    await world.becomeMember();
    await standUntil(ask - dayLength);
    expect(await asking()).toEqual([]);
    await standUntil(ask);
    await standUntil(ask + hour);
    const mails = await asking();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('2028年11月21日');
    await standUntil(last);
    expect(await count('member')).toBe(1);
    await standUntil(over);
    expect(await count('member')).toBe(0);
    const retired = await world.db.selectFrom('retired_number').selectAll().execute();
    expect(retired).toEqual([
      { town: '999997', number: 1, since: '2026-11-21', until: '2028-11-22', reason: 'unheard' },
    ]);
  });

  it('stay when they press the button on their page, not when a scanner opens the link', async () => {
    await world.becomeMember();
    await standUntil(ask);
    const path = linkIn((await asking())[0]!, 'member');
    const page = await (await world.get(path)).text();
    expect(page).toContain('会員を続ける');
    const [before] = await world.db.selectFrom('member').select('heard_at').execute();
    expect(before!.heard_at).toBe(now);
    await world.get(`${path}/stay`, { method: 'POST', body: new URLSearchParams() });
    await standUntil(over + 400 * dayLength);
    expect(await count('member')).toBe(1);
    expect(await (await world.get(path)).text()).not.toContain('会員を続ける');
  });

  it('have a month to answer, also when the server stood still for years', async () => {
    await world.becomeMember();
    const late = toInstant('2031-01-31', '12:00');
    await standUntil(late);
    expect((await asking())[0]!.text).toContain('2031年2月28日');
    await standUntil(toInstant('2031-02-28', '23:00'));
    expect(await count('member')).toBe(1);
    await standUntil(toInstant('2031-03-01'));
    expect(await count('member')).toBe(0);
    expect(dayAt(world.clock.now)).toBe('2031-03-01');
  });
});
