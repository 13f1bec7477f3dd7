import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What people have left for a coordinator to write back to. */
export const enquiries: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('enquiry')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('profile', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('notice_version', 'text', (column) => column.notNull())
      .addColumn('notice_hash', 'text', (column) => column.notNull())
      .addColumn('consent_at', 'bigint', (column) => column.notNull())
      .addColumn('source', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reply', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('enquiry_of_town').on('enquiry').columns(['town', 'state', 'created_at']).execute();
  },
};
