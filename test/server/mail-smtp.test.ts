import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@kankei/server';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMail } from '../../packages/server/src/mail/compose.ts';
import { checkMail } from '../../packages/server/src/mail/mail.ts';
import { type Postman, startPostman } from '../../packages/server/src/mail/postman.ts';
import { queueMail } from '../../packages/server/src/mail/queue.ts';
import { smtpTransport } from '../../packages/server/src/mail/smtp-transport.ts';
import { now } from '../fixtures/programs.ts';
import { startPostmanProcess } from './mail-process.ts';
import { type MailServer, makeMail, parse, sender, startMailServer } from './mail-world.ts';

let db: Database;
let clock: number;
let said: string[];
let server: MailServer | undefined;
let postman: Postman | undefined;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  clock = now;
  said = [];
});
afterEach(async () => {
  await postman?.stop();
  await server?.close();
  postman = server = undefined;
  await db.destroy();
});

const minute = 60_000;

/** A mail server, and a postman who goes there. */
async function open(options: SMTPServerOptions = {}, login = ''): Promise<{ server: MailServer; postman: Postman }> {
  server = await startMailServer(options);
  const transport = smtpTransport(server.url.replace('//', `//${login}`));
  postman = startPostman({ db, transport, sender, now: () => clock, log: (line) => void said.push(line) });
  return { server, postman };
}

/** What an SMTP server says no with. */
const no = (responseCode: number) => Object.assign(new Error(`hana@example.jp is unknown`), { responseCode });

const states = async () =>
  (await db.selectFrom('mail').select('state').orderBy('key').execute()).map((row) => row.state);

describe('a mail server', () => {
  it('is given the mail as it was meant, byte for byte', async () => {
    const { server, postman } = await open();
    const mail = makeMail({
      parts: ['雪かきのお手伝い\n.\n..\nありがとう 🍎'],
      unsubscribe: { label: '止める', url: 'https://kankei.example/unsubscribe/abc' },
    });
    await queueMail(db, mail, now);
    await postman.wake();
    expect(server.received).toHaveLength(1);
    const { from, to, bytes } = server.received[0]!;
    expect({ from, to }).toEqual({ from: sender.address, to: [mail.to] });
    expect(bytes.toString()).toBe((await composeMail(checkMail(mail), now, sender)).bytes.toString());
    const read = await parse(bytes);
    expect(read).toMatchObject({ subject: mail.letter.subject, from: { name: mail.from } });
    expect(read.text).toContain('雪かきのお手伝い\n.\n..\nありがとう 🍎');
    expect(await states()).toEqual(['sent']);
  });

  it('is given many mails, each once, over few connections', async () => {
    let connections = 0;
    const { server, postman } = await open({
      onConnect(_session, done) {
        connections++;
        done();
      },
    });
    const keys = Array.from({ length: 60 }, (_, index) => `m${index}`);
    for (const key of keys) await queueMail(db, makeMail({ key, subject: key }), now);
    await postman.wake();
    const subjects = await Promise.all(server.received.map(async ({ bytes }) => (await parse(bytes)).subject));
    expect(subjects.toSorted()).toEqual(keys.toSorted());
    expect(connections).toBeLessThanOrEqual(4);
  });

  it('that does not know the mailbox is not asked again', async () => {
    let asked = 0;
    const { server, postman } = await open({
      onRcptTo(_address, _session, done) {
        asked++;
        done(no(550));
      },
    });
    await queueMail(db, makeMail(), now);
    await postman.wake();
    clock += 5 * minute;
    await postman.wake();
    expect(asked).toBe(1);
    expect(server.received).toEqual([]);
    expect(await states()).toEqual(['failed']);
    expect(said).toEqual(['mail confirm-1: given up after try 1 (EENVELOPE 550 RCPT TO)']);
  });

  it('that refuses the message itself is not asked again', async () => {
    const { postman } = await open({
      onData(stream, _session, done) {
        stream.on('end', () => done(no(554))).resume();
      },
    });
    await queueMail(db, makeMail(), now);
    await postman.wake();
    expect(await states()).toEqual(['failed']);
    expect(said).toEqual(['mail confirm-1: given up after try 1 (EMESSAGE 554 DATA)']);
  });

  it('that asks for patience is asked again after a minute', async () => {
    const answers = [no(451), no(421)];
    const { server, postman } = await open({
      onRcptTo(_address, _session, done) {
        done(answers.shift());
      },
    });
    await queueMail(db, makeMail(), now);
    await postman.wake();
    expect(await states()).toEqual(['queued']);
    clock += minute - 1;
    await postman.wake();
    expect(answers).toHaveLength(1);
    clock += 1;
    await postman.wake();
    expect(answers).toHaveLength(0);
    expect(server.received).toHaveLength(0);
    clock += 2 * minute;
    await postman.wake();
    expect(server.received).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
    expect(said.join()).not.toContain('@');
  });

  it('that does not let us in, or does not take our own address, is asked again: the mail is not to blame', async () => {
    const { postman } = await open(
      {
        authOptional: false,
        onAuth(_auth, _session, done) {
          done(no(535));
        },
      },
      'user:wrong@',
    );
    await queueMail(db, makeMail(), now);
    await postman.wake();
    expect(await states()).toEqual(['queued']);
    expect(said[0]).toMatch(/^mail confirm-1: will be tried again after try 1 \(EAUTH 535 AUTH/);
    await postman.stop();
    await server!.close();
    const other = await open({
      onMailFrom(_address, _session, done) {
        done(no(550));
      },
    });
    clock += minute;
    await other.postman.wake();
    expect(await states()).toEqual(['queued']);
  });

  it('is told user name and password, also with signs in them', async () => {
    const seen: unknown[] = [];
    const { server, postman } = await open(
      {
        authOptional: false,
        onAuth({ username, password }, _session, done) {
          seen.push(username, password);
          done(null, { user: username });
        },
      },
      'fan%40example.jp:p%40ss%3Aw%25rd@',
    );
    await queueMail(db, makeMail(), now);
    await postman.wake();
    expect(seen).toEqual(['fan@example.jp', 'p@ss:w%rd']);
    expect(server.received).toHaveLength(1);
  });

  it('that breaks off in the middle gets the same mail again, which a mailbox can tell by its id', async () => {
    const begun: string[] = [];
    let cuts = 2;
    const { server, postman } = await open({
      onData(stream, session, done) {
        let text = '';
        stream.on('data', (chunk) => {
          text += chunk;
        });
        stream.on('end', () => {
          begun.push(/^Message-ID: (.+)$/im.exec(text)![1]!);
          // The mail is read whole; the answer never comes.
          if (cuts-- > 0) return (session as unknown as { cut: () => void }).cut();
          server.received.push({ from: '', to: [], bytes: Buffer.from(text) });
          done();
        });
      },
      onConnect(session, done) {
        Object.assign(session, { cut: () => cutConnection(session.id) });
        done();
      },
    });
    const cutConnection = (id: string) => server.cut(id);
    await queueMail(db, makeMail(), now);
    for (const pause of [0, minute, 2 * minute, 4 * minute]) {
      clock += pause;
      await postman.wake();
    }
    expect(begun).toHaveLength(3);
    expect(new Set(begun).size).toBe(1);
    expect(server.received).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('that is away is tried again, and the mail waits', async () => {
    const { server, postman } = await open();
    await server.close();
    await queueMail(db, makeMail(), now);
    await postman.wake();
    expect(await states()).toEqual(['queued']);
    expect(said[0]).toMatch(/\(ESOCKET|\(ECONNECTION/);
  });

  it('that never answers does not keep the postman from stopping', async () => {
    const { postman } = await open({ onData: (stream) => void stream.resume() });
    await queueMail(db, makeMail(), now);
    void postman.wake();
    await expect.poll(states).toEqual(['sending']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    await postman.stop();
    expect(performance.now() - began).toBeLessThan(8000);
    expect(await states()).toEqual(['queued']);
  });
});

describe('a password', () => {
  const elsewhere = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
  const onAuth: SMTPServerOptions['onAuth'] = (_auth, _session, done) => {
    heard++;
    done(null, { user: 'user' });
  };
  let heard = 0;
  beforeEach(() => {
    heard = 0;
  });

  it.skipIf(!elsewhere)('never crosses a network in the clear', async () => {
    server = await startMailServer({ authOptional: false, onAuth, allowInsecureAuth: true }, '0.0.0.0');
    const url = server.url.replace('0.0.0.0', elsewhere!);
    const transport = smtpTransport(url.replace('//', '//user:pass@'));
    const mail = await composeMail(checkMail(makeMail()), now, sender);
    const never = new AbortController().signal;
    await expect(transport.send(mail, never)).rejects.toMatchObject({ code: 'ETLS' });
    transport.close();
    expect(heard).toBe(0);
    const open = smtpTransport(server.url.replace('0.0.0.0', '127.0.0.1').replace('//', '//user:pass@'));
    await open.send(mail, never);
    open.close();
    expect(heard).toBe(1);
  });

  it('is not told to a server whose certificate nobody vouches for', async () => {
    server = await startMailServer({ secure: true, authOptional: false, onAuth });
    const transport = smtpTransport(server.url.replace('smtp://', 'smtps://user:pass@'));
    const mail = await composeMail(checkMail(makeMail()), now, sender);
    await expect(transport.send(mail, new AbortController().signal)).rejects.toThrow(/certificate/);
    transport.close();
    expect(heard).toBe(0);
  });
});

describe('several servers on one database', () => {
  it('hand each mail over once', async () => {
    const { file, keys, remove } = await fillStore(40);
    server = await startMailServer();
    const transport = `smtpTransport('${server.url}')`;
    const children = Array.from({ length: 2 }, () => startPostmanProcess(file, transport, now));
    await expect.poll(() => server!.received.length, { timeout: 60_000 }).toBe(40);
    const subjects = await Promise.all(server.received.map(async ({ bytes }) => (await parse(bytes)).subject));
    expect(subjects.toSorted()).toEqual(keys);
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map((child) => once(child, 'exit')));
    remove();
  }, 120_000);
});

/** A database in a file, so many mails queued in it. */
async function fillStore(count: number): Promise<{ file: string; keys: string[]; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kankei-smtp-'));
  const file = join(folder, 'kankei.sqlite');
  const keys = Array.from({ length: count }, (_, index) => `m${String(index).padStart(3, '0')}`);
  const store = await openDatabase(file);
  await store.transaction().execute(async (trx) => {
    for (const key of keys) await queueMail(trx, makeMail({ key, subject: key }), now);
  });
  await store.destroy();
  return { file, keys, remove: () => rmSync(folder, { recursive: true }) };
}

describe('a server that is killed in the middle of handing mails over', () => {
  it('loses none, and what it hands over once more has the id it had', async () => {
    const { file, keys, remove } = await fillStore(80);
    server = await startMailServer();
    let done = false;
    let kills = 0;
    for (let start = 0; !done; start++) {
      expect(start, 'starts').toBeLessThan(12);
      const before = server.received.length;
      const child = startPostmanProcess(file, `smtpTransport('${server.url}')`, now + start * minute);
      const ended = once(child, 'exit');
      child.stdout.on('data', () => {
        done = true;
      });
      while (!done && server.received.length < before + 18) await new Promise((resolve) => setTimeout(resolve, 1));
      if (!done) kills++;
      child.kill('SIGKILL');
      await ended;
    }
    expect(kills).toBeGreaterThanOrEqual(3);
    const ids = new Map<string, Set<string>>();
    for (const { bytes } of server.received) {
      const { subject = '', messageId = '' } = await parse(bytes);
      ids.set(subject, (ids.get(subject) ?? new Set()).add(messageId));
    }
    expect([...ids.keys()].toSorted()).toEqual(keys);
    for (const [key, different] of ids) expect(different.size, key).toBe(1);
    // At most those that were in its hands each time.
    expect(server.received.length - keys.length).toBeLessThanOrEqual(kills * 4);
    const store = await openDatabase(file);
    const left = await store.selectFrom('mail').select('key').where('state', '<>', 'sent').execute();
    expect(left).toEqual([]);
    await store.destroy();
    remove();
  }, 120_000);
});
