import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Proofs of work that were used, until they would be too old anyway. */
export const usedProofs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('used_proof')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('used_proof_expiry').on('used_proof').column('expires_at').execute();
  },
};
