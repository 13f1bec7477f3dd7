import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A program's texts by its number: the shortest way to the few rows that a page shows. */
export const documentNumbers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('numbered_document')
      .addColumn('number', 'integer', (column) => column.primaryKey().references('program.number').onDelete('cascade'))
      .addColumn('item', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('brought', 'text')
      .execute();
    await sql`
      insert into numbered_document
      select number, item, document, brought
      from program join program_document on program_document.town = program.town and program_document.program = program.id
    `.execute(db);
    await db.schema.dropTable('program_document').execute();
    await db.schema.alterTable('numbered_document').renameTo('program_document').execute();
  },
};
