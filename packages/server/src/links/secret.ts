import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Kept } from '../kept.ts';
import type { Tables } from '../storage/tables.ts';

/** The server's secret of this name, 32 random bytes, made when it is first asked for; the same for every process. */
export async function secretOf(db: Kysely<Tables>, name: string): Promise<Buffer> {
  const find = () => db.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirst();
  const known = await find();
  if (known) return Buffer.from(known.value, 'base64url');
  const value = randomBytes(32).toString('base64url');
  await db
    .insertInto('secret')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  // Another process may have been quicker; what is stored is the secret.
  return Buffer.from((await find())!.value, 'base64url');
}

/** The keys of the secrets that were asked for last. */
const keys = new Kept<KeyObject>(20);

/** The secret of this name as a key to sign with; kept, for to make one takes twenty times as long as to sign. */
export async function secretKeyOf(db: Kysely<Tables>, name: string): Promise<KeyObject> {
  const secret = await secretOf(db, name);
  const text = secret.toString('base64url');
  return keys.get(text) ?? keys.set(text, createSecretKey(secret));
}
