import { addRow } from '../storage/add-row.ts';
import type { Database } from '../storage/database.ts';
import { type GoodProof, refuseProof } from './proof.ts';

/**
 * Notes that a proof was used; refuses (`proof-failed`) one that was. Belongs into the transaction of what it was sent
 * for: what is rolled back may be sent again with the same proof, what is done may not, also not after a restart.
 */
export async function spendProof(db: Database, { id, expiresAt }: GoodProof): Promise<void> {
  if (!(await addRow(db, 'used_proof', { id, expires_at: expiresAt }))) refuseProof('used');
}

/** Forgets proofs that are refused for their age by now. `now`: ms since 1970. */
export async function pruneProofs(db: Database, now: number): Promise<void> {
  await db.deleteFrom('used_proof').where('expires_at', '<', now).execute();
}
