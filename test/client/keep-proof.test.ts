import { type Backend, httpBackend, keepProof, memoryBackend } from '@kankei/client';
import { solveProof } from '@kankei/client/solve-proof';
import { makeProblem, ProblemError, type ProofChallenge, type SolvedProof } from '@kankei/core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fixtureTown } from '../fixtures/programs.ts';
import { makeServer, type ServerWorld } from '../server/world.ts';

const town = fixtureTown.code;
const nonceOf = (proof: string | undefined) => (JSON.parse(atob(proof!)) as SolvedProof).challenge.parameters.nonce;

let world: ServerWorld;
let server: Backend;
beforeAll(async () => {
  world = await makeServer();
  server = httpBackend('https://kankei.example', { fetch: async (request) => world.app.request(request as Request) });
});
afterAll(() => world.db.destroy());
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A challenge as the server makes it, but for when it may be sent; a page cannot see that this was changed. */
async function challengeOf({ notBefore = 0, notAfter = 1_200_000 } = {}): Promise<ProofChallenge> {
  const challenge = structuredClone((await server.proof(town))!);
  Object.assign(challenge.parameters.data, { notBefore, notAfter });
  return challenge;
}

/** A backend that counts how often it is asked for a challenge. */
function counted(proof: Backend['proof'] = () => challengeOf()) {
  const asked = vi.fn(proof);
  return { asked, backend: { ...memoryBackend({ towns: [], programs: [] }), proof: asked } };
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('solveProof', () => {
  it('finds the number of every challenge, also where the browser has no WebCrypto', async () => {
    for (let index = 0; index < 5; index++) {
      const challenge = (await server.proof(town))!;
      const quick = JSON.parse(atob(await solveProof(challenge))) as SolvedProof;
      vi.stubGlobal('crypto', { getRandomValues: (array: Uint8Array) => array });
      const slow = JSON.parse(atob(await solveProof(challenge))) as SolvedProof;
      vi.unstubAllGlobals();
      expect(slow.challenge).toEqual(challenge);
      expect({ ...slow.solution, time: 0 }).toEqual({ ...quick.solution, time: 0 });
      expect(quick.solution.derivedKey.startsWith(challenge.parameters.keyPrefix)).toBe(true);
    }
  });

  it('stops with the reason of the signal', async () => {
    const challenge = await hopeless();
    const stop = new AbortController();
    const solving = solveProof(challenge, { signal: stop.signal });
    const reason = new Error('left the page');
    setTimeout(() => stop.abort(reason), 20);
    await expect(solving).rejects.toBe(reason);
    await expect(solveProof(challenge, { signal: stop.signal })).rejects.toBe(reason);
  });

  it('gives up a challenge that no number solves', async () => {
    await expect(solveProof(await hopeless(5))).rejects.toBeInstanceOf(RangeError);
  });
});

/** A challenge that asks for what no key begins with. */
async function hopeless(most = 1e6): Promise<ProofChallenge> {
  const challenge = await challengeOf();
  challenge.parameters.keyPrefix = 'ab'.repeat(16);
  challenge.parameters.data.most = most;
  return challenge;
}

describe('keepProof', () => {
  it('asks for nothing before it is begun, and once then', async () => {
    const { asked, backend } = counted();
    const keeper = keepProof(backend, town);
    expect(asked).not.toHaveBeenCalled();
    keeper.begin();
    keeper.begin();
    expect(await keeper.take()).toBeTypeOf('string');
    expect(asked).toHaveBeenCalledOnce();
  });

  it('gives each proof once', async () => {
    const { asked, backend } = counted();
    const keeper = keepProof(backend, town);
    const nonces = await Promise.all([keeper.take(), keeper.take()]);
    nonces.push(await keeper.take());
    expect(new Set(nonces.map(nonceOf)).size).toBe(3);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('waits until the server takes a form for one that a person filled in, and no longer', async () => {
    const { backend } = counted(() => challengeOf({ notBefore: 300 }));
    const began = Date.now();
    await keepProof(backend, town).take();
    expect(Date.now() - began).toBeGreaterThanOrEqual(299);
    const keeper = keepProof(backend, town);
    keeper.begin();
    await later(1000);
    const late = Date.now();
    await keeper.take();
    expect(Date.now() - late).toBeLessThan(250);
  });

  it('solves a new one when the one at hand has become too old', async () => {
    const { asked, backend } = counted(() => challengeOf({ notAfter: 60_200 }));
    const keeper = keepProof(backend, town);
    keeper.begin();
    await later(1000);
    await keeper.take();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('has none where the backend asks for none', async () => {
    expect(await keepProof(memoryBackend({ towns: [], programs: [] }), town).take()).toBeUndefined();
  });

  it('tells a failure to who takes it, and tries again then', async () => {
    const failure = new ProblemError(makeProblem('unavailable'));
    const { asked, backend } = counted();
    asked.mockRejectedValueOnce(failure).mockRejectedValueOnce(failure);
    const keeper = keepProof(backend, town);
    keeper.begin();
    await later(20);
    await expect(keeper.take()).rejects.toBe(failure);
    expect(await keeper.take()).toBeTypeOf('string');
  });

  it('calls a challenge that cannot be solved a bad answer', async () => {
    const challenge = await hopeless(3);
    const { backend } = counted(async () => challenge);
    const error = await keepProof(backend, town)
      .take()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem.code).toBe('bad-answer');
  });

  it('ends with the form, also in the middle of the work', async () => {
    const challenge = await hopeless();
    const { backend } = counted(async () => challenge);
    const keeper = keepProof(backend, town);
    const taken = keeper.take();
    await later(50);
    keeper.stop();
    await expect(taken).rejects.toHaveProperty('name', 'AbortError');
  });
});
