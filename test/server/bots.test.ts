import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveProof } from '@kankei/client/solve-proof';
import { ProblemError, type ProofChallenge, proofChallenge, type SolvedProof } from '@kankei/core';
import { createApp, type Database, openDatabase, readSettings, saveTown } from '@kankei/server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Guard, type Submission } from '../../packages/server/src/bots/guard.ts';
import { pruneProofs } from '../../packages/server/src/bots/spend-proof.ts';
import fc from '../fixtures/fast-check.ts';
import { now as fixedNow, fixtureTown } from '../fixtures/programs.ts';
import { makeServer, neighbour } from './world.ts';

const town = fixtureTown.code;
const effort = { cost: 1, most: 3 };
const minute = 60_000;

interface Asking {
  /** Where the request comes from. */
  from?: string;
  forwarded?: string;
}

/** A guard over a database, with a clock that can be moved. */
class World {
  readonly db: Database;
  readonly clock = { now: fixedNow };
  readonly guard: Guard;

  constructor(db: Database, trustProxy = 0) {
    this.db = db;
    this.guard = new Guard({ db, trustProxy, now: () => this.clock.now, effort });
  }

  /** Does something with a request of Hono's. */
  async #with<T>({ from, forwarded }: Asking, use: (request: Submission['request']) => Promise<T>): Promise<T> {
    const app = new Hono();
    const answers: Promise<T>[] = [];
    app.get('/', (c) => {
      answers.push(use(c));
      return c.body(null);
    });
    const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {};
    await app.request('/', { headers }, { incoming: { socket: { remoteAddress: from } } });
    return answers[0]!;
  }

  challenge(asking: Asking = {}, code = town): Promise<ProofChallenge> {
    return this.#with(asking, (request) => this.guard.challenge(code, request));
  }

  /** A proof that was asked for a while ago. */
  async prove(asking: Asking = {}): Promise<string> {
    const challenge = await this.challenge(asking);
    this.clock.now += 10_000;
    return solveProof(challenge);
  }

  check(submission: Partial<Submission>, asking: Asking = {}): ReturnType<Guard['check']> {
    const usual = { town, address: 'hana@example.jp', proof: undefined, honeypot: undefined };
    return this.#with(asking, (request) => this.guard.check({ ...usual, ...submission, request }));
  }

  /** Checks and spends, as a route does. */
  async send(submission: Partial<Submission>, asking: Asking = {}): Promise<'stored' | 'bot'> {
    const proof = await this.check(submission, asking);
    if (proof === 'bot') return 'bot';
    await this.db.transaction().execute((transaction) => this.guard.spend(transaction, proof));
    return 'stored';
  }
}

async function refusal(work: Promise<unknown>): Promise<ProblemError['problem']> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ProblemError);
  return (error as ProblemError).problem;
}

const flaw = async (work: Promise<unknown>) => {
  const { code, errors } = await refusal(work);
  expect(code).toBe('proof-failed');
  expect(errors![0]!.name).toBe('proof');
  return errors![0]!.reason;
};

const open = (proof: string): SolvedProof => JSON.parse(atob(proof));
const close = (proof: unknown): string => btoa(JSON.stringify(proof));

let world: World;
beforeEach(async () => {
  world = new World(await openDatabase(':memory:'));
});
afterEach(async () => {
  vi.useRealTimers();
  await world.db.destroy();
});

describe('a challenge', () => {
  it('is given at its address, new each time and kept by nobody', async () => {
    const { get, db } = await makeServer();
    const ask = async () => {
      const answer = await get(`/v1/towns/${town}/proof`, { headers: { origin: 'https://town.example' } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      return proofChallenge.parse(await answer.json());
    };
    const [first, second] = [await ask(), await ask()];
    expect(first.parameters.data.town).toBe(town);
    expect(first.parameters.nonce).not.toBe(second.parameters.nonce);
    await db.destroy();
  });

  it('is given for towns that are here only', async () => {
    const { get, db } = await makeServer();
    const codes = await Promise.all(
      ['/v1/towns/011002/proof', '/v1/towns/1/proof', `/v1/towns/${town}/proof?x=1`].map(async (path) => {
        const answer = await get(path);
        return ((await answer.json()) as { code: string }).code;
      }),
    );
    expect(codes).toEqual(['town-not-found', 'invalid-parameter', 'invalid-parameter']);
    await db.destroy();
  });

  it('grows harder with what goes on, up to a point, and easy again when it is over', async () => {
    const most = async () => (await world.challenge()).parameters.data.most;
    expect(await most()).toBe(effort.most);
    for (let index = 0; index < 89; index++) await world.challenge();
    expect(await most()).toBeGreaterThan(effort.most * 2.5);
    for (let index = 0; index < 300; index++) await world.challenge();
    expect(await most()).toBe(effort.most * 6);
    world.clock.now += 5 * minute;
    expect(await most()).toBe(effort.most);
  });

  it('draws the number from all that may be tried', async () => {
    const counters = new Set<number>();
    for (let index = 0; index < 40; index++) {
      counters.add(open(await world.prove()).solution.counter);
      // So that it stays quiet, and three numbers are all there are.
      world.clock.now += minute;
    }
    expect([...counters].sort()).toEqual([0, 1, 2]);
  });
});

describe('a proof', () => {
  it('is good once', async () => {
    const proof = await world.prove();
    expect(await world.send({ proof })).toBe('stored');
    expect(await flaw(world.send({ proof }))).toBe('used');
  });

  it('is good once however many send it at the same time', async () => {
    const proof = await world.prove();
    const sent = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => world.send({ proof, address: `hana${index}@example.jp` })),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('stays used when the server starts anew', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kankei-proof-'));
    const file = join(folder, 'test.sqlite');
    const before = new World(await openDatabase(file));
    const [used, unused] = [await before.prove(), await before.prove()];
    await before.send({ proof: used });
    await before.db.destroy();
    const after = new World(await openDatabase(file));
    after.clock.now = before.clock.now;
    expect(await flaw(after.send({ proof: used }))).toBe('used');
    expect(await after.send({ proof: unused })).toBe('stored');
    await after.db.destroy();
    await rm(folder, { recursive: true });
  });

  it('can be sent again when what it was sent for was not done', async () => {
    const proof = await world.prove();
    const good = await world.check({ proof });
    const failing = world.db.transaction().execute(async (transaction) => {
      if (good !== 'bot') await world.guard.spend(transaction, good);
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await world.send({ proof })).toBe('stored');
  });

  it('is good for its own town', async () => {
    const proof = await world.prove();
    expect(await flaw(world.send({ proof, town: neighbour.code }))).toBe('other-town');
  });

  it('is refused before anybody could have filled in a form, and after twenty minutes', async () => {
    const challenge = await world.challenge();
    const proof = await solveProof(challenge);
    const asked = world.clock.now;
    world.clock.now = asked + 2_999;
    expect(await flaw(world.send({ proof }))).toBe('too-early');
    world.clock.now = asked + 20 * minute + 1;
    expect(await flaw(world.send({ proof }))).toBe('expired');
    world.clock.now = asked + 20 * minute;
    expect(await world.send({ proof })).toBe('stored');
  });

  it('is forgotten when it is too old to be used anyway', async () => {
    await world.send({ proof: await world.prove() });
    world.clock.now += 21 * minute;
    await world.send({ proof: await world.prove(), address: 'taro@example.jp' });
    await pruneProofs(world.db, world.clock.now);
    expect(await world.db.selectFrom('used_proof').selectAll().execute()).toHaveLength(1);
  });

  it('of another server is refused', async () => {
    const other = new World(await openDatabase(':memory:'));
    const proof = await other.prove();
    world.clock.now = other.clock.now;
    expect(await flaw(world.send({ proof }))).toBe('wrong');
    await other.db.destroy();
  });

  it('is refused with any part of it changed', async () => {
    const proof = open(await world.prove());
    const { parameters } = proof.challenge;
    const { data } = parameters;
    const flip = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1);
    const challenges: object[] = [
      { ...parameters, nonce: flip(parameters.nonce) },
      { ...parameters, salt: flip(parameters.salt) },
      { ...parameters, cost: 2 },
      { ...parameters, keyPrefix: '00' },
      { ...parameters, keySignature: flip(parameters.keySignature) },
      { ...parameters, data: { ...data, town: neighbour.code } },
      { ...parameters, data: { ...data, notAfter: 1e9 } },
      { ...parameters, data: { ...data, issuedAt: data.issuedAt + 1 } },
      { ...parameters, data: { ...data, notBefore: 0 } },
    ];
    for (const parameters of challenges)
      expect(
        await flaw(world.send({ proof: close({ ...proof, challenge: { ...proof.challenge, parameters } }) })),
      ).toBe('wrong');
    const { solution } = proof;
    const signature = flip(proof.challenge.signature);
    expect(await flaw(world.send({ proof: close({ ...proof, challenge: { parameters, signature } }) }))).toBe('wrong');
    for (const derivedKey of [flip(solution.derivedKey), '00', parameters.keyPrefix])
      expect(await flaw(world.send({ proof: close({ ...proof, solution: { ...solution, derivedKey } }) }))).toBe(
        'wrong',
      );
  });

  it('without work in it is refused: a challenge is no solution', async () => {
    const { challenge } = open(await world.prove());
    const solution = { counter: 0, derivedKey: challenge.parameters.keyPrefix.padEnd(64, '0'), time: 0 };
    expect(await flaw(world.send({ proof: close({ challenge, solution }) }))).toBe('wrong');
  });

  it('is refused as unreadable, or as missing, whatever stands there', async () => {
    expect(await flaw(world.send({ proof: undefined }))).toBe('missing');
    expect(await flaw(world.send({ proof: '' }))).toBe('missing');
    const good = open(await world.prove());
    const hostile = fc.oneof(
      fc.string(),
      fc.json().map((text) => btoa(encodeURIComponent(text))),
      fc.json().map((text) => Buffer.from(text).toString('base64')),
      fc.constantFrom(
        close({ ...good, solution: null }),
        close({ ...good, challenge: {} }),
        close({ ...good, solution: { ...good.solution, counter: -1 } }),
        close({ ...good, solution: { ...good.solution, counter: '1' } }),
        close({ challenge: { ...good.challenge, signature: 'x' }, solution: good.solution }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (proof) => {
        expect(['missing', 'unreadable']).toContain(await flaw(world.send({ proof })));
      }),
    );
  });
});

describe('who fills in the field that nobody sees', () => {
  it('is told apart only after all that could be wrong with anybody', async () => {
    const honeypot = 'https://spam.example';
    expect(await flaw(world.send({ honeypot, proof: undefined }))).toBe('missing');
    const proof = await world.prove();
    expect(await world.send({ honeypot, proof })).toBe('bot');
    expect(await flaw(world.send({ honeypot, proof }))).toBe('used');
    expect(await flaw(world.send({ proof }))).toBe('used');
  });

  it('is a person when it is empty', async () => {
    expect(await world.send({ honeypot: '', proof: await world.prove() })).toBe('stored');
  });
});

describe('who asks too often', () => {
  it('for one mail address is told how many seconds to wait, and may again after them', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: fixedNow });
    for (let index = 0; index < 3; index++) await world.send({ proof: await world.prove() });
    const proof = await world.prove();
    const { code, retryAfter } = await refusal(world.send({ proof }));
    expect(code).toBe('too-many-requests');
    expect(retryAfter).toBeGreaterThan(3500);
    expect(retryAfter).toBeLessThanOrEqual(3600);
    // Nobody else is in the way, and the proof was not used up by the refusal.
    expect(await world.send({ proof, address: 'taro@example.jp' })).toBe('stored');
    await vi.advanceTimersByTimeAsync(retryAfter! * 1000);
    expect(await world.send({ proof: await world.prove() })).toBe('stored');
  });

  it('cannot use up somebody else’s mail address without work', async () => {
    for (let index = 0; index < 10; index++) await flaw(world.send({ proof: 'x' }));
    expect(await world.send({ proof: await world.prove() })).toBe('stored');
  });

  it('from one address is refused, also under other mail addresses', async () => {
    const from = '192.0.2.1';
    for (let index = 0; index < 30; index++)
      await world.send({ proof: await world.prove(), address: `hana${index}@example.jp` }, { from });
    const proof = await world.prove();
    expect((await refusal(world.send({ proof }, { from }))).code).toBe('too-many-requests');
    expect(await world.send({ proof }, { from: '192.0.2.2' })).toBe('stored');
  });

  it('from one IPv6 network is refused, whatever address of it is used', async () => {
    const refused = async (from: string) => (await refusal(world.challenge({ from }))).retryAfter! > 0;
    for (let index = 0; index < 60; index++) await world.challenge({ from: `2001:db8:1:2::${index.toString(16)}` });
    expect(await refused('2001:db8:1:2:ffff::1')).toBe(true);
    for (let index = 0; index < 239; index++)
      await world.challenge({ from: `2001:db8:1:${(index + 16).toString(16)}::1` });
    expect(await refused('2001:db8:1:ffff::1')).toBe(true);
    await world.challenge({ from: '2001:db8:2::1' });
  });

  it('cannot pass for others by writing addresses into a header', async () => {
    const from = '192.0.2.1';
    for (let index = 0; index < 60; index++) await world.challenge({ from, forwarded: `203.0.113.${index}` });
    expect((await refusal(world.challenge({ from, forwarded: '203.0.113.99' }))).code).toBe('too-many-requests');
  });

  it('behind a trusted proxy is told apart by what the proxy saw', async () => {
    const behind = new World(world.db, 1);
    const from = '10.0.0.1';
    for (let index = 0; index < 60; index++)
      await behind.challenge({ from, forwarded: `203.0.113.${index}, 198.51.100.7` });
    expect((await refusal(behind.challenge({ from, forwarded: '198.51.100.7' }))).code).toBe('too-many-requests');
    await behind.challenge({ from, forwarded: '198.51.100.8' });
  });

  it('is answered with Retry-After and the same number of seconds in the problem', async () => {
    const db = await openDatabase(':memory:');
    await saveTown(db, fixtureTown, fixedNow);
    const app = createApp({ db, settings: readSettings({}), effort });
    const env = { incoming: { socket: { remoteAddress: '192.0.2.1' } } };
    const ask = async () => app.request(`/v1/towns/${town}/proof`, { headers: { origin: 'https://a.example' } }, env);
    for (let index = 0; index < 60; index++) expect((await ask()).status).toBe(200);
    const answer = await ask();
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(600);
    expect(await answer.json()).toMatchObject({ code: 'too-many-requests', retryAfter: seconds });
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
    await db.destroy();
  });
});

describe('what is kept', () => {
  it('names neither who sent something nor from where', async () => {
    const from = '192.0.2.123';
    const printed = vi.spyOn(console, 'error');
    await world.send({ proof: await world.prove({ from }), address: 'hana-unique@example.jp' }, { from });
    await flaw(world.send({ proof: 'x', address: 'hana-unique@example.jp' }, { from }));
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(world.db);
    const texts = await Promise.all(
      rows.map(async ({ name }) =>
        JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(world.db)).rows),
      ),
    );
    expect(texts.join()).toContain((await world.db.selectFrom('used_proof').selectAll().executeTakeFirst())!.id);
    expect(texts.join()).not.toMatch(/192\.0\.2|hana-unique/);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });
});
