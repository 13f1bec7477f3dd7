import type { Database } from '../storage/database.ts';
import { type GoodProof, refuseProof } from './proof.ts';

/**
 * Notes that a proof was used; refuses (`proof-failed`) one that was. Belongs into the transaction of what it was sent
 * for: what is rolled back may be sent again with the same proof, what is done may not, also not after a restart.
 */
export async function spendProof(db: Database, { id, expiresAt }: GoodProof, now: number): Promise<void> {
  // Refused for their age from then on, so nothing need be remembered of them.
  await db.deleteFrom('used_proof').where('expires_at', '<', now).execute();
  const spent = await db
    .insertInto('used_proof')
    .values({ id, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!spent) refuseProof('used');
}
