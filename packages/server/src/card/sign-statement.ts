import { createPrivateKey, sign } from 'node:crypto';
import { type CardClaims, encodeClaims, sealStatement } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { signingKey } from './town-keys.ts';

/** States the claims in the town's name: ECDSA P-256 with SHA-256. `now`: ms since 1970. */
export async function signStatement(db: Database, claims: Omit<CardClaims, 'keyId'>, now: number): Promise<string> {
  const { id, privateKey } = await signingKey(db, claims.town, now);
  const signed = encodeClaims({ ...claims, keyId: id });
  const key = createPrivateKey({ key: privateKey, format: 'jwk' });
  return sealStatement(signed, sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }));
}
