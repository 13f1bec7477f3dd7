import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The keys that sign a town's cards. None is ever deleted: it still vouches for the cards it signed. */
export const townKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('town_key')
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('private_key', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('town_key_key', ['town', 'id'])
      .execute();
  },
};
