import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { routePath } from '@kankei/core';
import { type Database, openDatabase, saveFanclub, saveTown } from '@kankei/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { solveProof } from '../../packages/client/src/proof/solve-proof.ts';
import { makeChallenge } from '../../packages/server/src/bots/proof.ts';
import { secretOf } from '../../packages/server/src/links/secret.ts';
import { readOutbox } from '../../packages/server/src/mail/outbox.ts';
import { fixtureAnswers, fixtureFanclub } from '../fixtures/every-question.ts';
import { neighbour } from './world.ts';

const main = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));
const town = neighbour.code;
const people = 200;
const kills = 10;

const folder = mkdtempSync(join(tmpdir(), 'kankei-crash-'));
const outbox = join(folder, 'outbox');
let db: Database;
let port: number;
let child: ChildProcess;
let said = '';

beforeAll(async () => {
  db = await openDatabase(join(folder, 'kankei.sqlite'));
  await saveTown(db, neighbour, Date.now());
  await saveFanclub(db, town, fixtureFanclub, Date.now());
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  port = (free.address() as { port: number }).port;
  free.close();
  await start();
}, 60_000);
afterAll(async () => {
  child.kill('SIGKILL');
  await db.destroy();
  rmSync(folder, { recursive: true });
});

/** The server as it is run, on the same port and data each time. */
async function start(): Promise<void> {
  child = spawn(process.execPath, ['--conditions=kankei-source', main], {
    env: {
      ...process.env,
      PORT: String(port),
      KANKEI_DATA: folder,
      KANKEI_DEMO: 'off',
      KANKEI_TRUST_PROXY: '1',
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
    stdio: 'pipe',
  });
  let greeting = '';
  child.stderr!.on('data', (data) => {
    said += data;
  });
  child.stdout!.on('data', (data) => {
    said += data;
    greeting += data;
  });
  while (!greeting.includes('Ctrl+C')) await once(child.stdout!, 'data');
}

async function killAndRestart(): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  // Another process waits some seconds before it takes the dead one for dead; here it is known to be.
  await db.deleteFrom('lease').execute();
  await start();
}

interface Sending {
  path: string;
  body: string;
  headers: Record<string, string>;
}

/** Sends until it is answered, as a browser does on a bad line: the same again. */
async function send({ path, body, headers }: Sending): Promise<{ status: number; text: string }> {
  for (;;) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
      const text = await response.text();
      if (response.status < 500) return { status: response.status, text };
    } catch {
      // The server is gone, or went while it answered.
    }
    await sleep(100);
  }
}

/** Sends the first `share` (0 to 1) of the body, then cuts the line without hearing the answer. */
async function cut({ path, body, headers }: Sending, share: number): Promise<void> {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': bytes.length });
  const head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write(head);
  socket.write(bytes.subarray(0, Math.floor(bytes.length * share)));
  await sleep(15);
  socket.destroy();
}

/** One in ten lines is cut on the way, half of them when all was sent; every third is sent twice at the same time. */
async function sendBadly(index: number, sending: Sending): Promise<string> {
  if (index % 10 === 0) await cut(sending, 0.6);
  if (index % 10 === 5) await cut(sending, 1);
  const answers = await Promise.all(index % 3 === 0 ? [send(sending), send(sending)] : [send(sending)]);
  for (const { status, text } of answers) expect(status, text).toBeLessThan(300);
  return answers.at(-1)!.text;
}

/** The links that lie in the folder, by the address they were sent to. */
const links = new Map<string, string>();
const read = new Set<string>();
async function readMails(): Promise<void> {
  const names = readdirSync(outbox).filter((name) => name.endsWith('.confirm.eml'));
  for (const name of names.filter((one) => !read.has(one))) {
    const mail = await readOutbox(outbox, name.slice(0, -'.eml'.length));
    read.add(name);
    links.set(mail!.to, /\/confirm\/[\w-]{43}/.exec(mail!.text)![0]);
  }
}

async function linkFor(email: string): Promise<string> {
  for (;;) {
    const link = links.get(email);
    if (link) return link;
    await sleep(50);
  }
}

let steps = 0;

/** Signs up, waits for the mail, presses the button; returns the number that was answered. */
async function join1(index: number, proof: string): Promise<{ email: string; number: number }> {
  const email = `person${index}@example.jp`;
  const forwarded = { 'x-forwarded-for': `10.${index}.0.1` };
  const answers = { ...fixtureAnswers, email };
  const accepted = await sendBadly(index, {
    path: routePath('members', { code: town }),
    body: JSON.stringify({ answers, language: 'ja', noticeVersion: fixtureFanclub.notice.version, proof }),
    headers: { ...forwarded, 'content-type': 'application/json', 'idempotency-key': `the-key-of-person-${index}` },
  });
  expect(JSON.parse(accepted)).toEqual({ confirmBefore: expect.any(String) });
  steps++;
  const path = await linkFor(email);
  const page = await sendBadly(index + 1, { path, body: '', headers: forwarded });
  steps++;
  return { email, number: Number(/会員番号<\/span> <strong>(\d+)</.exec(page)![1]) };
}

it('makes one member of each of 200 people at once, a third sent twice, one in ten cut, the server killed ten times', async () => {
  const secret = await secretOf(db, 'proof');
  const now = Date.now() - 10_000;
  const proofs = await Promise.all(
    Array.from({ length: people }, async () =>
      solveProof(await makeChallenge({ town, secret, now }, { cost: 1, most: 2 })),
    ),
  );
  const joining = Promise.all(proofs.map((proof, index) => join1(index, proof)));
  let done = false;
  const reading = (async () => {
    while (!done) {
      await readMails().catch((error) => expect(error.code).toBe('ENOENT'));
      await sleep(50);
    }
  })();
  let killed = 0;
  while (killed < kills) {
    const next = ((killed + 1) * 2 * people) / (kills + 1);
    await Promise.race([joining.then(() => {}), sleep(2)]);
    if (steps < next) continue;
    expect(steps, 'the server dies in the middle').toBeLessThan(2 * people);
    await killAndRestart();
    killed++;
  }
  const answered = await joining;
  done = true;
  await reading;

  const members = await db.selectFrom('member').select(['number', 'address']).orderBy('number').execute();
  expect(members.map(({ number }) => number)).toEqual(Array.from({ length: people }, (_, index) => index + 1));
  expect(members.map(({ number, address }) => ({ email: address, number }))).toEqual(
    answered.toSorted((a, b) => a.number - b.number),
  );
  expect(await db.selectFrom('signup').select('id').execute()).toEqual([]);

  // Every mail that was queued lies in the folder once, and nothing else does.
  let mails = await db.selectFrom('mail').select(['key', 'state']).execute();
  while (mails.some(({ state }) => state !== 'sent')) {
    await sleep(100);
    mails = await db.selectFrom('mail').select(['key', 'state']).execute();
  }
  const files = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
  expect(files.toSorted()).toEqual(mails.map(({ key }) => `${key}.eml`).toSorted());
  for (const kind of ['confirm', 'welcome'])
    expect(
      mails.filter(({ key }) => key.endsWith(`.${kind}`)),
      kind,
    ).toHaveLength(people);

  // What the server says of itself names nobody.
  expect(said).not.toMatch(/person\d|山田|example\.jp|\/confirm\/|\/member\//);
}, 180_000);
