import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Towns and their programs, with what listings filter, sort and count by in columns of their own. */
export const programs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('town')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull().defaultTo(1))
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('town_moment')
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('town_moment_key', ['town', 'at'])
      .execute();
    await createProgram(db);
    await createParts(db);
  },
};

async function createProgram(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('program')
    .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('area', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('over_at', 'bigint', (column) => column.notNull())
    .addColumn('deadline_at', 'bigint', (column) => column.notNull())
    .addColumn('places_left', 'integer')
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .addPrimaryKeyConstraint('program_key', ['town', 'id'])
    .execute();
  // Every listing asks for one or a few towns. With all that it filters, sorts and counts by in the index, the table
  // itself is not touched before the rows to show are known.
  await db.schema
    .createIndex('program_listing')
    .on('program')
    .columns([
      'town',
      'withdrawn_at',
      'over_at',
      'starts_at',
      'id',
      'kind',
      'mode',
      'area',
      'status',
      'deadline_at',
      'places_left',
      'updated_at',
    ])
    .execute();
}

/** What hangs on a program: one row for each, gone with it. */
async function createParts(db: Kysely<unknown>): Promise<void> {
  const part = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('town', 'text', (column) => column.notNull())
      .addColumn('program', 'text', (column) => column.notNull())
      .addForeignKeyConstraint(`${name}_program`, ['town', 'program'], 'program', ['town', 'id'], (key) =>
        key.onDelete('cascade'),
      );
  await part('program_document')
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('place_text', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('program_document_key', ['town', 'program'])
    .execute();
  await part('program_session')
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('program_session_key', ['town', 'program', 'ends_at', 'starts_at'])
    .execute();
  await part('program_theme')
    .addColumn('theme', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('program_theme_key', ['town', 'program', 'theme'])
    .execute();
}
