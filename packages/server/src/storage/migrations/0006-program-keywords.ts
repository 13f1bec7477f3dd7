import type { Program } from '@kankei/core';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { writeKeywords } from '../program-keywords.ts';

/**
 * Keywords are looked up in an index, see `program-keywords.ts`, so that the folded texts need not be kept; and listings
 * are answered from an index in memory, which is read in the order of ids.
 */
export const programKeywords: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table program add column number integer`.execute(db);
    await sql`update program set number = rowid`.execute(db);
    await db.schema.createIndex('program_number').on('program').column('number').unique().execute();
    await sql`
      create virtual table program_gram using fts5(search, place, content='', contentless_delete=1, tokenize='ascii')
    `.execute(db);
    await sql`
      create trigger program_gram_gone after delete on program
      begin delete from program_gram where rowid = old.number; end
    `.execute(db);
    await fill(db);
    for (const text of ['search_text', 'place_text'])
      await db.schema.alterTable('program_document').dropColumn(text).execute();
    await createListing(db);
  },
};

/** Programs read at once. */
const chunk = 200;

/** Takes in the programs that are already here. */
async function fill(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ number: number; document: string }>`
      select number, document
      from program join program_document on program_document.town = program.town and program_document.program = program.id
      where number > ${after} order by number limit ${chunk}
    `.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    const programs = rows.map(({ number, document }) => ({ number, program: JSON.parse(document) as Program }));
    await writeKeywords(db, programs);
    after = last.number;
  }
}

/** The index of the second migration, in another order: all of a town's programs are read from it, by id. */
async function createListing(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('program_listing').execute();
  await db.schema
    .createIndex('program_listing')
    .on('program')
    .columns([
      'town',
      'withdrawn_at',
      'id',
      'number',
      'kind',
      'mode',
      'area',
      'effort',
      'pay',
      'status',
      'starts_at',
      'over_at',
      'deadline_at',
      'places_left',
      'updated_at',
    ])
    .execute();
}
