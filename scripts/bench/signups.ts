import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fanclub, type ProofChallenge, routePath } from '@kankei/core';
import { createApp, openDatabase, readSettings, saveFanclub, saveTown } from '@kankei/server';
import { solveProof } from '../../packages/client/src/proof/solve-proof.ts';
import { checkProof } from '../../packages/server/src/bots/proof.ts';
import { secretOf } from '../../packages/server/src/links/secret.ts';
import { town } from './programs.ts';
import { median } from './statistics.ts';
import type { Line } from './table.ts';

/** How many are sent at once, and in how many rounds, the bare inserts between them. */
const count = 500;
const rounds = 5;
/** So many wait for their answer at a time. */
const inFlight = 16;

const club = fanclub.parse({
  title: 'ファンクラブ',
  notice: {
    version: '1',
    collector: '町',
    purpose: '会員証',
    retention: '退会まで',
    leaving: 'いつでも',
    contact: '係',
  },
});

/**
 * Signups that are on the disk when they are answered, beside bare inserts of the same row, each its own transaction;
 * both with `synchronous=FULL`. The proof of work is left aside: solved beforehand, and the time that checking as many
 * takes by itself is taken off.
 */
export async function benchSignups(folder: string): Promise<Line> {
  const file = join(folder, 'signups.sqlite');
  const db = await openDatabase(file);
  const clock = { now: Date.now() };
  const settings = readSettings({ KANKEI_DATA: folder });
  const app = createApp({ db, settings, now: () => clock.now, effort: { cost: 1, most: 1 } });
  try {
    await saveTown(db, town, clock.now);
    await saveFanclub(db, town.code, club, clock.now);
    const terms = { town: town.code, secret: await secretOf(db, 'proof') };
    const times = { taking: [] as number[], checking: [] as number[], inserting: [] as number[] };
    // The first round is for the caches of SQLite and the compiler.
    for (let round = -1; round < rounds; round++) {
      const proofs = await makeProofs(app, clock);
      const requests = proofs.map((proof, nth) => makeRequest(proof, `hana${round}-${nth}@example.jp`));
      const checking = await timeOf(() => all(proofs, (proof) => checkProof(proof, { ...terms, now: clock.now })));
      const taking = await timeOf(() => all(requests, (request) => take(app, request)));
      const inserting = await insertBare(file, join(folder, 'bare.sqlite'));
      if (round < 0) continue;
      times.taking.push(taking);
      times.checking.push(checking);
      times.inserting.push(inserting);
    }
    // Not round by round: a disturbance while proofs are checked would be taken off the signups.
    const signups = perSecond(median(times.taking) - median(times.checking));
    const inserts = perSecond(median(times.inserting));
    const ratio = signups / inserts;
    return {
      what: 'durable signups/s, proof of work aside',
      value: `${ratio.toFixed(2)} × bare inserts of the row (${Math.round(signups)} : ${Math.round(inserts)})`,
      figure: ratio,
      target: { least: 0.5, unit: ' ×' },
    };
  } finally {
    await db.destroy();
    for (const name of ['signups', 'bare'])
      for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${name}.sqlite${end}`), { force: true });
  }
}

type App = ReturnType<typeof createApp>;

async function makeProofs(app: App, clock: { now: number }): Promise<string[]> {
  const address = `http://localhost${routePath('proof', { code: town.code })}`;
  const challenges: ProofChallenge[] = [];
  for (let nth = 0; nth < count; nth++) challenges.push((await (await app.request(address)).json()) as ProofChallenge);
  clock.now += 10_000;
  return Promise.all(challenges.map((challenge) => solveProof(challenge)));
}

function makeRequest(proof: string, email: string): Request {
  const answers = {
    name: '山田 花子',
    kana: 'ヤマダ ハナコ',
    email,
    prefecture: '岐阜県',
    municipality: '飛騨市',
    tie: ['travelled', 'donated'],
    interests: ['help', 'letter'],
    privacy: true,
  };
  const body = JSON.stringify({ answers, language: 'ja', noticeVersion: '1', proof });
  return new Request(`http://localhost${routePath('members', { code: town.code })}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'idempotency-key': randomBytes(16).toString('hex'),
    },
    body,
  });
}

async function take(app: App, request: Request): Promise<void> {
  const response = await app.fetch(request);
  if (response.status !== 202) throw new Error(`an answer not foreseen: ${response.status} ${await response.text()}`);
}

/** Does the work for each, so many at a time. */
async function all<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const hand = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: inFlight }, hand));
}

/** How long (ms) as many of the rows take that are inserted into a table like theirs with nothing around it. */
async function insertBare(file: string, to: string): Promise<number> {
  const source = new DatabaseSync(file, { readOnly: true });
  const rows = source.prepare('select * from signup order by rowid desc limit ?').all(count);
  const { sql } = source.prepare("select sql from sqlite_master where name = 'signup'").get() as { sql: string };
  source.close();
  const bare = new DatabaseSync(to);
  bare.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = off');
  bare.exec(`drop table if exists signup; ${sql}`);
  const names = Object.keys(rows[0]!);
  const insert = bare.prepare(`insert into signup (${names.join()}) values (${names.map(() => '?').join()})`);
  const time = await timeOf(async () => {
    for (const row of rows) insert.run(...Object.values(row));
  });
  bare.close();
  return time;
}

/** How many a second, where `count` take so many ms. */
const perSecond = (time: number) => (count / time) * 1000;

/** In ms. */
async function timeOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
