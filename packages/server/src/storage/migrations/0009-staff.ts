import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What opens the staff desk of a town, and who has it open. Both as hashes alone. */
export const staff: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('staff_token')
      .addColumn('town', 'text', (column) => column.primaryKey().references('town.code').onDelete('cascade'))
      .addColumn('hash', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('staff_session')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('opened_at', 'bigint', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('staff_session_town').on('staff_session').column('town').execute();
  },
};
