import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { routePath } from '@kankei/core';
import { saveFanclub } from '@kankei/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOutbox } from '../../packages/server/src/mail/outbox.ts';
import { fixtureAnswers, fixtureFanclub } from '../fixtures/every-question.ts';
import { CrashWorld } from './crash-world.ts';

const people = 200;
const kills = 10;

const world = new CrashWorld();
const { outbox, town } = world;

beforeAll(() => world.open((db) => saveFanclub(db, town, fixtureFanclub, Date.now())), 60_000);
afterAll(() => world.close());

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
  const accepted = await world.sendBadly(index, {
    path: routePath('members', { code: town }),
    body: JSON.stringify({ answers, language: 'ja', noticeVersion: fixtureFanclub.notice.version, proof }),
    headers: { ...forwarded, 'content-type': 'application/json', 'idempotency-key': `the-key-of-person-${index}` },
  });
  expect(JSON.parse(accepted)).toEqual({ confirmBefore: expect.any(String) });
  steps++;
  const path = await linkFor(email);
  const page = await world.sendBadly(index + 1, { path, body: '', headers: forwarded });
  steps++;
  return { email, number: Number(/会員番号<\/span> <strong>(\d+)</.exec(page)![1]) };
}

it('makes one member of each of 200 people at once, a third sent twice, one in ten cut, the server killed ten times', async () => {
  const proofs = await world.prove(people);
  const joining = Promise.all(proofs.map((proof, index) => join1(index, proof)));
  let done = false;
  const reading = (async () => {
    while (!done) {
      await readMails().catch((error) => expect(error.code).toBe('ENOENT'));
      await sleep(50);
    }
  })();
  const answered = await world.killDuring(joining, kills, () => steps / (2 * people));
  done = true;
  await reading;

  const members = await world.db.selectFrom('member').select(['number', 'address']).orderBy('number').execute();
  expect(members.map(({ number }) => number)).toEqual(Array.from({ length: people }, (_, index) => index + 1));
  expect(members.map(({ number, address }) => ({ email: address, number }))).toEqual(
    answered.toSorted((a, b) => a.number - b.number),
  );
  expect(await world.db.selectFrom('signup').select('id').execute()).toEqual([]);

  // Every mail that was queued lies in the folder once, and nothing else does.
  const mails = await world.sentMails();
  const files = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
  expect(files.toSorted()).toEqual(mails.map((key) => `${key}.eml`).toSorted());
  for (const kind of ['confirm', 'welcome'])
    expect(
      mails.filter((key) => key.endsWith(`.${kind}`)),
      kind,
    ).toHaveLength(people);

  // What the server says of itself names nobody.
  expect(world.said).not.toMatch(/person\d|山田|example\.jp|\/confirm\/|\/member\//);
}, 180_000);
