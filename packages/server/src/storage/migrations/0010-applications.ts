import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What towns ask where people find each other, applications for programs, how many are interested, and what of a
 * program is not for everybody.
 */
export const applications: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('program_document').addColumn('brought', 'text').execute();
    await createApplication(db);
    await ofProgram(db, 'interest')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('interest_key', ['town', 'program', 'day'])
      .execute();
    await db.schema
      .createTable('matching')
      .addColumn('town', 'text', (column) => column.primaryKey().references('town.code').onDelete('cascade'))
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await ofProgram(db, 'recruitment')
      .addColumn('people', 'integer')
      .addColumn('questions', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('recruitment_key', ['town', 'program'])
      .execute();
    await ofProgram(db, 'program_private')
      .addColumn('join_url', 'text')
      .addColumn('join_note', 'text')
      .addColumn('host_email', 'text')
      .addPrimaryKeyConstraint('program_private_key', ['town', 'program'])
      .execute();
  },
};

/** What is about a program but stays when the program goes for a while, as one that is imported may. */
function ofProgram(db: Kysely<unknown>, name: string) {
  return db.schema
    .createTable(name)
    .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
    .addColumn('program', 'text', (column) => column.notNull());
}

async function createApplication(db: Kysely<unknown>): Promise<void> {
  await ofProgram(db, 'application')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('notice_version', 'text', (column) => column.notNull())
    .addColumn('notice_hash', 'text', (column) => column.notNull())
    .addColumn('consent_at', 'bigint', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('party', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('arrived', 'integer', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('reply', 'text')
    .addColumn('mailed_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('application_address', ['town', 'program', 'address'])
    .addUniqueConstraint('application_order', ['town', 'program', 'arrived'])
    .execute();
}
