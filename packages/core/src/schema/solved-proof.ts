import * as z from 'zod/mini';
import { hex, proofChallenge } from './proof.ts';
import { whole } from './text.ts';

/** A solved challenge, altcha's payload. It is sent as Base64 of its JSON. */
export const solvedProof = z.object({
  challenge: proofChallenge,
  solution: z.object({
    counter: whole(0),
    derivedKey: hex(128),
    /** How long (ms) it took. */
    time: z.number(),
  }),
});
export type SolvedProof = z.infer<typeof solvedProof>;
