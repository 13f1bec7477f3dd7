import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
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
