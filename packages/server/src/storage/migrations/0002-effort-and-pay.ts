import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Listings filter and count by effort and pay too; programs that are already here say them in their documents. */
export const effortAndPay: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const name of ['effort', 'pay']) await db.schema.alterTable('program').addColumn(name, 'text').execute();
    await sql`
      update program set
        effort = json_extract(document, '$.effort'),
        pay = json_extract(document, '$.pay')
      from program_document
      where program_document.town = program.town and program_document.program = program.id
    `.execute(db);
    // The index of the first migration, with the new columns in it: see there.
    await db.schema.dropIndex('program_listing').execute();
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
        'effort',
        'pay',
        'status',
        'deadline_at',
        'places_left',
        'updated_at',
      ])
      .execute();
  },
};
