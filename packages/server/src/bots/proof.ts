import { createHmac, randomInt } from 'node:crypto';
import { type ProofChallenge, proofChallenge, solvedProof } from '@kankei/core';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { refuse } from '../http/problems.ts';

/** How much work a challenge is. */
export interface Effort {
  /** Rounds of PBKDF2 for one try. */
  cost: number;
  /** The most tries; half of it on average. */
  most: number;
}

/** Milliseconds after which a challenge has had its time, and before which nobody has filled in a form. */
const notAfter = 20 * 60_000;
const notBefore = 3_000;

interface Terms {
  town: string;
  /** Signs challenges; of the server alone. */
  secret: Buffer;
  /** ms since 1970. */
  now: number;
}

interface SigningKeys {
  hmacSignatureSecret: string;
  hmacKeySignatureSecret: string;
}

const keysOf = new WeakMap<Buffer, SigningKeys>();

/** Two keys of the one secret: for challenges, and for their answers. Derived once from each. */
function signingKeys(secret: Buffer): SigningKeys {
  const keyFor = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64url');
  const keys = keysOf.get(secret) ?? {
    hmacSignatureSecret: keyFor('challenge'),
    hmacKeySignatureSecret: keyFor('answer'),
  };
  keysOf.set(secret, keys);
  return keys;
}

/**
 * Makes a challenge for the town. The number to find is drawn from all that may be tried, so that beginning elsewhere
 * than at zero helps nobody; the answer is signed along, so that checking it later takes no work.
 */
export async function makeChallenge({ town, secret, now }: Terms, { cost, most }: Effort): Promise<ProofChallenge> {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(most),
    deriveKey,
    data: { town, most, issuedAt: now, notBefore, notAfter },
    ...signingKeys(secret),
  });
  return proofChallenge.parse(challenge);
}

/** A proof that is good, and not known to have been used. */
export interface GoodProof {
  id: string;
  /** When it would no longer be good, ms since 1970. */
  expiresAt: number;
}

type Flaw = 'missing' | 'unreadable' | 'other-town' | 'too-early' | 'expired' | 'wrong' | 'used';

export function refuseProof(flaw: Flaw): never {
  refuse('proof-failed', { errors: [{ name: 'proof', reason: flaw }] });
}

/** Checks a proof as it was sent; refuses (`proof-failed`) and says why. That it is used but once `spendProof` sees to. */
export async function checkProof(text: string | undefined, { town, secret, now }: Terms): Promise<GoodProof> {
  const { challenge, solution } = readProof(text);
  const { hmacSignatureSecret, hmacKeySignatureSecret } = signingKeys(secret);
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret,
    hmacKeySignatureSecret,
  });
  if (!verified) refuseProof('wrong');
  const { nonce, data } = challenge.parameters;
  if (data.town !== town) refuseProof('other-town');
  if (now < data.issuedAt + data.notBefore) refuseProof('too-early');
  const expiresAt = data.issuedAt + data.notAfter;
  if (now > expiresAt) refuseProof('expired');
  return { id: nonce, expiresAt };
}

function readProof(text: string | undefined) {
  if (!text) refuseProof('missing');
  try {
    return solvedProof.parse(JSON.parse(Buffer.from(text, 'base64').toString()));
  } catch {
    return refuseProof('unreadable');
  }
}
