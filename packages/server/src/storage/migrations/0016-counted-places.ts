import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Tells changes that only count places from all others: with every application the first happen, and what is known of
 * ten thousand programs need not be read again for one.
 */
export const countedPlaces: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ['shaped', 'shaped_at'])
      await db.schema
        .alterTable('town')
        .addColumn(column, 'bigint', (definition) => definition.notNull().defaultTo(0))
        .execute();
    await db.schema
      .alterTable('program')
      .addColumn('counted', 'bigint', (definition) => definition.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('program_counted').on('program').columns(['town', 'counted']).execute();
  },
};
