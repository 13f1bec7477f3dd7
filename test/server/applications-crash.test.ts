import { readdirSync } from 'node:fs';
import { applicationReceived, routePath } from '@kankei/core';
import { findProgram, replacePrograms, saveMatching } from '@kankei/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeProgram } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { CrashWorld } from './crash-world.ts';

const people = 300;
const places = 20;
const kills = 6;

const world = new CrashWorld();
const { outbox, town } = world;

beforeAll(
  () =>
    world.open(async (db) => {
      await saveMatching(db, town, fixtureMatching, Date.now());
      const snow = makeProgram({ id: 'snow', town, title: '雪囲い', capacity: places });
      await replacePrograms(db, [snow], { town, source: 'import', now: Date.now() });
    }),
  60_000,
);
afterAll(() => world.close());

let done = 0;

async function apply(index: number, proof: string) {
  const email = `person${index}@example.jp`;
  const text = await world.sendBadly(index, {
    path: routePath('applications', { code: town, id: 'snow' }),
    body: JSON.stringify({
      answers: { name: '山田 花子', email, people: '1', privacy: true },
      language: 'ja',
      noticeVersion: fixtureMatching.notice!.version,
      proof,
    }),
    headers: {
      'x-forwarded-for': `10.${index >> 8}.${index & 255}.1`,
      'content-type': 'application/json',
      'idempotency-key': `the-key-of-person-${index}`,
    },
  });
  done++;
  return { email, ...applicationReceived.parse(JSON.parse(text)) };
}

it('gives 20 places to 300 people at once, a third sent twice, one in ten cut, the server killed six times', async () => {
  const proofs = await world.prove(people);
  const applying = Promise.all(proofs.map((proof, index) => apply(index, proof)));
  const answered = await world.killDuring(applying, kills, () => done / people);

  const kept = await world.db
    .selectFrom('application')
    .select(['address', 'state', 'arrived'])
    .orderBy('arrived')
    .execute();
  expect(kept.map(({ arrived }) => arrived)).toEqual(Array.from({ length: people }, (_, index) => index + 1));
  expect(new Set(kept.map(({ address }) => address)).size).toBe(people);
  // The first twenty have the places, and the rest wait in the order in which they came.
  expect(kept.map(({ state }) => state)).toEqual(kept.map((_, index) => (index < places ? 'pending' : 'waiting')));
  // Everybody was told the truth.
  const told = new Map(answered.map(({ email, state, position }) => [email, position ?? state]));
  expect(kept.map(({ address }) => told.get(address))).toEqual(
    kept.map((_, index) => (index < places ? 'pending' : index - places + 1)),
  );
  const shown = await findProgram(world.db, town, 'snow');
  expect(JSON.parse(shown!.document).placesLeft).toBe(0);

  // One mail to each, and each of them once in the folder.
  const mails = await world.sentMails();
  expect(mails.filter((key) => key.includes('.received.'))).toHaveLength(places);
  expect(mails.filter((key) => key.includes('.waiting.'))).toHaveLength(people - places);
  const files = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
  expect(files.toSorted()).toEqual(mails.map((key) => `${key}.eml`).toSorted());

  // What the server says of itself names nobody.
  expect(world.said).not.toMatch(/person\d|山田|example\.jp|\/application\//);
}, 180_000);
