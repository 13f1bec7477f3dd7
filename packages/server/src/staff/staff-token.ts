import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../storage/database.ts';

/**
 * Gives a town a token that opens its staff desk, in place of the one it had, and returns it: the town's code and 256
 * random bits, one word to be copied. It is nowhere but in what this returns, for only its hash is stored. Whoever has
 * the desk open with the old token must sign in anew.
 */
export async function makeStaffToken(db: Database, town: string, now: number): Promise<string> {
  const token = newToken(town);
  await db.transaction().execute(async (transaction) => {
    const values = { hash: hashOf(token), changed_at: now };
    await transaction
      .insertInto('staff_token')
      .values({ town, ...values })
      .onConflict((conflict) => conflict.column('town').doUpdateSet(values))
      .execute();
    await transaction.deleteFrom('staff_session').where('town', '=', town).execute();
  });
  return token;
}

/** A token for a town that never had one; undefined for one that has, or whose token was taken back. */
export async function makeFirstStaffToken(db: Database, town: string, now: number): Promise<string | undefined> {
  const token = newToken(town);
  const made = await db
    .insertInto('staff_token')
    .values({ town, hash: hashOf(token), changed_at: now })
    .onConflict((conflict) => conflict.column('town').doNothing())
    .returning('town')
    .executeTakeFirst();
  return made && token;
}

/** Takes a town's token back and closes its desk. Returns false where there was none. */
export async function revokeStaffToken(db: Database, town: string, now: number): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('staff_session').where('town', '=', town).execute();
    const revoked = await transaction
      .updateTable('staff_token')
      .set({ hash: null, changed_at: now })
      .where('town', '=', town)
      .where('hash', 'is not', null)
      .returning('town')
      .executeTakeFirst();
    return revoked !== undefined;
  });
}

/** The code of the town whose desk the token opens; undefined for any other text. */
export async function townOfToken(db: Database, typed: string): Promise<string | undefined> {
  const token = typed.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  const [, town] = /^(\d{6})_[0-9a-f]{64}$/.exec(token) ?? [];
  if (town === undefined) return undefined;
  const row = await db.selectFrom('staff_token').select('hash').where('town', '=', town).executeTakeFirst();
  // A town without a token takes as long as one with another.
  const known = Buffer.from(row?.hash ?? hashOf(''), 'base64url');
  return timingSafeEqual(known, Buffer.from(hashOf(token), 'base64url')) ? town : undefined;
}

const newToken = (town: string) => `${town}_${randomBytes(32).toString('hex')}`;

/** A token is 256 random bits: there is nothing to guess, so nothing slower is needed. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
