import { createHash, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { CardKey } from '@kankei/core';
import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';

/** A town's key for signing cards, with the id its statements name. */
export interface SigningKey {
  id: string;
  /** JSON Web Key with the private part: it never leaves the server. */
  privateKey: JsonWebKey;
}

/** The public keys of a town, the newest first; none before its first card. */
export async function publicKeys(db: Database, town: string): Promise<CardKey[]> {
  const rows = await db
    .selectFrom('town_key')
    .select('public_key')
    .where('town', '=', town)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ public_key }) => JSON.parse(public_key));
}

/** The newest key of a town; its first is made when it is first needed. `now`: ms since 1970. */
export async function signingKey(db: Database, town: string, now: number): Promise<SigningKey> {
  const found = await newestKey(db, town);
  if (found) return found;
  const { id, publicKey, privateKey } = makeKey();
  // Of several who need the first key at once, one makes it.
  await sql`
    insert into town_key (town, id, public_key, private_key, created_at)
    select ${town}, ${id}, ${publicKey}, ${privateKey}, ${now}
    where not exists (select 1 from town_key where town = ${town})
  `.execute(db);
  return (await newestKey(db, town))!;
}

/** Gives a town another key, which signs from now on. Cards signed by older ones stay good. Returns its id. */
export async function addTownKey(db: Database, town: string, now: number): Promise<string> {
  const { id, publicKey, privateKey } = makeKey();
  await db
    .insertInto('town_key')
    .values({ town, id, public_key: publicKey, private_key: privateKey, created_at: now })
    .execute();
  return id;
}

async function newestKey(db: Database, town: string): Promise<SigningKey | undefined> {
  const row = await db
    .selectFrom('town_key')
    .select(['id', 'private_key'])
    .where('town', '=', town)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, privateKey: JSON.parse(row.private_key) };
}

/** An ECDSA P-256 pair as JSON. Its id is the beginning of the key's thumbprint (RFC 7638), as short as cards want it. */
function makeKey(): { id: string; publicKey: string; privateKey: string } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const toJwk = (key: KeyObject) => key.export({ format: 'jwk' });
  const { crv, kty, x, y } = toJwk(pair.publicKey);
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y }));
  const id = thumbprint.digest().subarray(0, 6).toString('base64url');
  return {
    id,
    publicKey: JSON.stringify({ kty, crv, x, y, kid: id, alg: 'ES256', use: 'sig' }),
    privateKey: JSON.stringify(toJwk(pair.privateKey)),
  };
}
