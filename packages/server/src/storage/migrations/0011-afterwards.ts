import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What comes after the day of a program: what was done, whether it was good, and how somebody is tied to the town. */
export const afterwards: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('application').addColumn('asked_at', 'bigint').execute();
    await db.schema.alterTable('program_private').addColumn('asked_at', 'bigint').execute();
    const ofTown = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
        .addColumn('program', 'text', (column) => column.notNull());
    await ofTown('report')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('done', 'text', (column) => column.notNull())
      .addColumn('people', 'integer')
      .addColumn('thanks', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('report_key', ['town', 'program', 'day'])
      .execute();
    await ofTown('feedback')
      .addColumn('side', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('good', 'text', (column) => column.notNull())
      .addColumn('again', 'text', (column) => column.notNull())
      .addColumn('message', 'text')
      .addColumn('given_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['town', 'program', 'side', 'subject'])
      .execute();
    await ofTown('ledger')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_key', ['town', 'person', 'program', 'event', 'day'])
      .execute();
  },
};
