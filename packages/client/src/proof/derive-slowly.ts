import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { DeriveKeyFunction } from 'altcha-lib/types';
import { wait } from '../abort.ts';

/** Milliseconds of work after which the page has as long a turn. */
const slice = 8;

/**
 * altcha's PBKDF2 for pages that the browser gives no WebCrypto, those that are not on https: some ten times slower, and
 * on the page's own thread, so half the time is left to who is typing.
 */
export function deriveSlowly(): DeriveKeyFunction {
  let since = performance.now();
  return async ({ cost, keyLength }, salt, password) => {
    const worked = performance.now() - since;
    if (worked > slice) {
      await wait(worked);
      since = performance.now();
    }
    return { derivedKey: pbkdf2(sha256, password, salt, { c: cost, dkLen: keyLength }) };
  };
}
