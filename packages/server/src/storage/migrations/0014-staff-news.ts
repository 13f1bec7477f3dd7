import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What has come in that a town's staff have not been told of yet. */
export const staffNews: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('staff_news')
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('untold', 'integer', (column) => column.notNull())
      .addColumn('told_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('staff_news_key', ['town', 'kind'])
      .execute();
  },
};
