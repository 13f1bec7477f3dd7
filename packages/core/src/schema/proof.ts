import * as z from 'zod/mini';
import { municipalityCode } from './municipality-code.ts';
import { whole } from './text.ts';

/** Bytes as small hexadecimal digits, at most so many. */
// @__NO_SIDE_EFFECTS__
export function hex(most: number) {
  return z.string().check(z.regex(/^[0-9a-f]+$/), z.maxLength(most));
}

/**
 * A riddle that costs one sender a moment of computing and a flood of senders a great deal: an altcha challenge
 * (version 2, https://altcha.org). Who solves it tries the numbers from 0 on until the key derived from one of them,
 * by PBKDF2 with `cost` rounds, begins with `keyPrefix`.
 */
export const proofChallenge = z.object({
  parameters: z.object({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: hex(64),
    salt: hex(64),
    cost: whole(1, 1_000_000),
    /** Bytes. */
    keyLength: whole(1, 64),
    keyPrefix: hex(128),
    keySignature: hex(128),
    data: z.object({
      /** The town it was made for, and is good for. */
      town: municipalityCode,
      /** The largest number that may have to be tried. */
      most: whole(1, 10_000_000),
      /** When it was made, ms since 1970. */
      issuedAt: z.int(),
      /** Milliseconds after that before which, and after which, a solution is refused. */
      notBefore: z.int(),
      notAfter: z.int(),
    }),
  }),
  signature: hex(128),
});
export type ProofChallenge = z.infer<typeof proofChallenge>;
