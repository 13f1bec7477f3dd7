import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mails on their way, the links they carry, the secrets that sign, and who may do what one process at a time may do. */
export const mailAndLinks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createMail(db);
    await createLink(db);
    await db.schema
      .createTable('secret')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('lease')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
  },
};

async function createMail(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mail')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await db.schema.createIndex('mail_due').on('mail').columns(['state', 'next_at']).execute();
}

async function createLink(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await db.schema.createIndex('link_subject').on('link').columns(['town', 'subject']).execute();
  await db.schema.createIndex('link_expiry').on('link').column('expires_at').execute();
}
