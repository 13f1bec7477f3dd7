import type { ProofChallenge } from '@kankei/core';
import { solveChallenge } from 'altcha-lib';
import { deriveKey as deriveByBrowser } from 'altcha-lib/algorithms/web/pbkdf2';
import type { DeriveKeyFunction } from 'altcha-lib/types';
import type { AskOptions } from '../backend.ts';

/**
 * Solves a challenge and gives the text to be sent with what it is for. The keys are derived by WebCrypto, on threads
 * of the browser's own; the page's thread only asks for one after the other, 0.1 ms for a try, and stays free for who is
 * typing. That leaves nothing for a worker of ours to do, which the policy of a town's page may forbid anyway.
 *
 * Rejects with the signal's reason when it stops, and with a `RangeError` for a challenge that nothing solves.
 */
export async function solveProof(challenge: ProofChallenge, { signal }: AskOptions = {}): Promise<string> {
  const derive = globalThis.crypto?.subtle ? deriveByBrowser : (await import('./derive-slowly.ts')).deriveSlowly();
  const { most } = challenge.parameters.data;
  let tries = 0;
  const deriveKey: DeriveKeyFunction = async (...question) => {
    if (++tries > most) throw new RangeError('No number solves the challenge');
    return derive(...question);
  };
  const controller = new AbortController();
  const stop = () => controller.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    const solution = await solveChallenge({ challenge, deriveKey, controller, timeout: 0 });
    if (!solution) throw signal!.reason;
    return btoa(JSON.stringify({ challenge, solution }));
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
