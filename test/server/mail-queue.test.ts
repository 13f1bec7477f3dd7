import { dayLength } from '@kankei/core';
import { type Database, openDatabase } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ComposedMail } from '../../packages/server/src/mail/compose.ts';
import { type Postman, startPostman } from '../../packages/server/src/mail/postman.ts';
import { patience, pruneMail, queueMail } from '../../packages/server/src/mail/queue.ts';
import { MailRefused, type Transport } from '../../packages/server/src/mail/transport.ts';
import { now } from '../fixtures/programs.ts';
import { makeMail, sender } from './mail-world.ts';

let db: Database;
let clock: number;
let said: string[];
let postmen: Postman[];
beforeEach(async () => {
  db = await openDatabase(':memory:');
  clock = now;
  said = [];
  postmen = [];
});
afterEach(async () => {
  for (const postman of postmen) await postman.stop();
  await db.destroy();
});

/** A transport that does with each mail what it is told. */
function carry(send: (mail: ComposedMail, signal: AbortSignal) => Promise<void> = async () => {}, parallel = 2) {
  const sent: string[] = [];
  const transport: Transport = {
    parallel,
    async send(mail, signal) {
      await send(mail, signal);
      sent.push(mail.key);
    },
    close() {},
  };
  return { transport, sent };
}

function hire(transport: Transport): Postman {
  const log = (line: string) => void said.push(line);
  const postman = startPostman({ db, transport, sender, now: () => clock, log });
  postmen.push(postman);
  return postman;
}

const rows = () => db.selectFrom('mail').selectAll().orderBy('key').execute();
const broken = () => Promise.reject(Object.assign(new Error('hana@example.jp'), { code: 'ECONNECTION' }));

describe('queueing', () => {
  it('takes a key once, also after the mail was sent', async () => {
    expect(await queueMail(db, makeMail(), now)).toBe(true);
    expect(await queueMail(db, makeMail({ subject: 'Again' }), now)).toBe(false);
    const { transport, sent } = carry();
    const postman = hire(transport);
    await postman.wake();
    expect(await queueMail(db, makeMail(), now)).toBe(false);
    await postman.wake();
    expect(sent).toEqual(['confirm-1']);
  });

  it('is undone with the transaction it belongs to', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await queueMail(trx, makeMail(), now);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
  });

  it('refuses what cannot be sent, so that nothing waits in vain', async () => {
    await expect(queueMail(db, makeMail({ to: 'nobody' }), now)).rejects.toThrow('mail.to');
    expect(await rows()).toEqual([]);
  });
});

describe('the postman', () => {
  it('delivers all that is due, the oldest first, and keeps of it only the keys and the times', async () => {
    for (const index of [3, 1, 2]) await queueMail(db, makeMail({ key: `m${index}` }), now - index);
    await queueMail(db, makeMail({ key: 'later' }), now + 1);
    const { transport, sent } = carry(undefined, 1);
    await hire(transport).wake();
    expect(sent).toEqual(['m3', 'm2', 'm1']);
    const done = (await rows()).filter(({ key }) => key !== 'later');
    for (const row of done) expect(row).toMatchObject({ state: 'sent', content: null, ended_at: now, attempts: 1 });
    expect(JSON.stringify(done)).not.toContain('hana');
    expect(said).toEqual([]);
  });

  it('finds by itself what nobody woke it for', async () => {
    const { transport, sent } = carry();
    hire(transport);
    await queueMail(db, makeMail(), now);
    await expect.poll(() => sent, { timeout: 10_000 }).toEqual(['confirm-1']);
  });

  it('delivers what is queued while it is at work', async () => {
    const { transport, sent } = carry(async ({ key }) => {
      if (key === 'm1') await queueMail(db, makeMail({ key: 'm2' }), now);
    }, 1);
    await queueMail(db, makeMail({ key: 'm1' }), now);
    await hire(transport).wake();
    expect(sent).toEqual(['m1', 'm2']);
  });

  it('has as many mails in its hands as the transport takes', async () => {
    let [held, most] = [0, 0];
    const { transport, sent } = carry(async () => {
      most = Math.max(most, ++held);
      await new Promise((resolve) => setTimeout(resolve, 5));
      held--;
    }, 3);
    for (let index = 0; index < 10; index++) await queueMail(db, makeMail({ key: `m${index}` }), now);
    await hire(transport).wake();
    expect(new Set(sent).size).toBe(10);
    expect(most).toBe(3);
  });

  it('tries again ever more slowly, for three days, then gives up and forgets the address', async () => {
    await queueMail(db, makeMail(), now);
    const times: number[] = [];
    const { transport } = carry(() => {
      times.push(clock - now);
      return broken();
    });
    const postman = hire(transport);
    for (; clock < now + 5 * dayLength; clock += 30_000) await postman.wake();
    const minutes = times.map((time) => time / 60_000);
    expect(minutes.slice(0, 10)).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511]);
    const pauses = minutes.slice(1).map((minute, index) => minute - minutes[index]!);
    expect(Math.max(...pauses)).toBe(360);
    expect(times.at(-1)!).toBeLessThanOrEqual(patience);
    expect(times.at(-1)!).toBeGreaterThan(patience - dayLength / 2);
    expect(await rows()).toMatchObject([{ state: 'failed', content: null, attempts: times.length }]);
    expect(said).toHaveLength(times.length);
    expect(said[0]).toBe('mail confirm-1: will be tried again after try 1 (ECONNECTION)');
    expect(said.at(-1)).toBe(`mail confirm-1: given up after try ${times.length} (ECONNECTION)`);
    expect(said.join()).not.toContain('@');
  }, 60_000);

  it('gives up at once what nobody will ever take', async () => {
    await queueMail(db, makeMail(), now);
    const cause = Object.assign(new Error('550 hana@example.jp unknown'), { code: 'EENVELOPE', responseCode: 550 });
    const { transport } = carry(() => Promise.reject(new MailRefused('refused', { cause })));
    await hire(transport).wake();
    expect(await rows()).toMatchObject([{ state: 'failed', content: null, ended_at: now }]);
    expect(said).toEqual(['mail confirm-1: given up after try 1 (EENVELOPE 550)']);
  });

  it('is not held up by one mail that fails', async () => {
    for (const key of ['bad', 'good-1', 'good-2']) await queueMail(db, makeMail({ key }), now);
    const { transport, sent } = carry(({ key }) => (key === 'bad' ? broken() : Promise.resolve()), 1);
    await hire(transport).wake();
    expect(sent).toEqual(['good-1', 'good-2']);
  });

  it('is one of several: each mail is delivered by one', async () => {
    for (let index = 0; index < 30; index++) await queueMail(db, makeMail({ key: `m${index}` }), now);
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 2));
    const [one, two] = [carry(slow), carry(slow)];
    const [first, second] = [hire(one.transport), hire(two.transport)];
    await Promise.all([first.wake(), second.wake(), first.wake(), second.wake()]);
    expect([one.sent.length, two.sent.length].toSorted((a, b) => a - b)).toEqual([0, 30]);
    await queueMail(db, makeMail({ key: 'next' }), now);
    await second.wake();
    await first.wake();
    expect([...one.sent, ...two.sent].filter((key) => key === 'next')).toEqual(['next']);
  });

  it('takes over what a process that died had in its hands, once it has not been heard of for a while', async () => {
    await queueMail(db, makeMail(), now);
    await db.updateTable('mail').set({ state: 'sending', attempts: 1 }).execute();
    await db
      .insertInto('lease')
      .values({ name: 'mail', holder: 'dead', until: now + 15_000 })
      .execute();
    const { transport, sent } = carry();
    const postman = hire(transport);
    await postman.wake();
    expect(sent).toEqual([]);
    clock += 15_000;
    await postman.wake();
    expect(sent).toEqual(['confirm-1']);
    expect(await db.selectFrom('lease').selectAll().execute()).toEqual([]);
  });

  it('does not wait for a clock that was set back', async () => {
    await queueMail(db, makeMail(), now);
    await db
      .insertInto('lease')
      .values({ name: 'mail', holder: 'dead', until: now + dayLength })
      .execute();
    const { transport, sent } = carry();
    await hire(transport).wake();
    expect(sent).toEqual(['confirm-1']);
  });

  it('finishes what it has in its hands when it is stopped, and takes nothing more', async () => {
    for (const key of ['m1', 'm2', 'm3']) await queueMail(db, makeMail({ key }), now);
    let finish = () => {};
    const { transport, sent } = carry(() => new Promise((resolve) => (finish = resolve)), 1);
    const postman = hire(transport);
    const working = postman.wake();
    await expect.poll(async () => (await rows())[0]!.state).toBe('sending');
    const stopped = postman.stop();
    finish();
    await stopped;
    await working;
    expect(sent).toEqual(['m1']);
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'queued', 'queued']);
    await postman.wake();
    expect(sent).toEqual(['m1']);
  });

  it('puts back what does not end in time when it is stopped, to be delivered by the next', async () => {
    await queueMail(db, makeMail(), now);
    const { transport, sent } = carry(
      (_mail, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const postman = hire(transport);
    void postman.wake();
    await expect.poll(async () => (await rows())[0]!.state).toBe('sending');
    await postman.stop();
    expect(sent).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'queued', next_at: now }]);
    const next = carry();
    await hire(next.transport).wake();
    expect(next.sent).toEqual(['confirm-1']);
  });

  it('outlives a database that does not answer for a while', async () => {
    await queueMail(db, makeMail(), now);
    await db.schema.alterTable('mail').renameTo('gone').execute();
    const { transport, sent } = carry();
    const postman = hire(transport);
    await postman.wake();
    expect(said).toHaveLength(1);
    await db.schema.alterTable('gone').renameTo('mail').execute();
    await postman.wake();
    expect(sent).toEqual(['confirm-1']);
  });
});

describe('what is kept of mails', () => {
  it('is forgotten a month after they were sent or given up, while others wait', async () => {
    for (const key of ['sent', 'waiting']) await queueMail(db, makeMail({ key }), now);
    const { transport } = carry(({ key }) => (key === 'waiting' ? broken() : Promise.resolve()));
    await hire(transport).wake();
    await pruneMail(db, now + 30 * dayLength);
    expect((await rows()).map(({ key }) => key)).toEqual(['sent', 'waiting']);
    await pruneMail(db, now + 30 * dayLength + 1);
    expect((await rows()).map(({ key }) => key)).toEqual(['waiting']);
  });
});
