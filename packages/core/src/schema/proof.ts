import * as z from 'zod/mini';
import { municipalityCode } from './municipality-code.ts';

const hex = (most: number) => z.string().check(z.regex(/^[0-9a-f]+$/), z.maxLength(most));
const count = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

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
    cost: count(1_000_000),
    /** Bytes. */
    keyLength: count(64),
    keyPrefix: hex(128),
    keySignature: hex(128),
    data: z.object({
      /** The town it was made for, and is good for. */
      town: municipalityCode,
      /** The largest number that may have to be tried. */
      most: count(10_000_000),
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

/** A solved challenge, altcha's payload. It is sent as Base64 of its JSON. */
export const solvedProof = z.object({
  challenge: proofChallenge,
  solution: z.object({
    counter: z.int().check(z.minimum(0)),
    derivedKey: hex(128),
    /** How long (ms) it took. */
    time: z.number(),
  }),
});
export type SolvedProof = z.infer<typeof solvedProof>;
