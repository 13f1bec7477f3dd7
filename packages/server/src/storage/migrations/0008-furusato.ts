import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What towns say of furusato nozei, and every figure a project ever had, with the day it was of. */
export const furusato: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('furusato')
      .addColumn('town', 'text', (column) => column.primaryKey().references('town.code').onDelete('cascade'))
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('project_figures')
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('project', 'text', (column) => column.notNull())
      .addColumn('as_of', 'text', (column) => column.notNull())
      .addColumn('goal', 'bigint', (column) => column.notNull())
      .addColumn('raised', 'bigint', (column) => column.notNull())
      .addColumn('donors', 'bigint')
      .addColumn('recorded_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('project_figures_key', ['town', 'project', 'as_of', 'recorded_at'])
      .execute();
  },
};
