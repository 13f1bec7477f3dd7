import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What residents need help with, until a coordinator has made programs of it. */
export const needs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('need')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('address', 'text')
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('notice_version', 'text', (column) => column.notNull())
      .addColumn('notice_hash', 'text', (column) => column.notNull())
      .addColumn('consent_at', 'bigint', (column) => column.notNull())
      .addColumn('source', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('completed', 'text')
      .addColumn('program', 'text')
      .addColumn('message', 'text')
      .addColumn('corrected', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('need_of_town').on('need').columns(['town', 'state', 'created_at']).execute();
  },
};
