import { placeText, programQuery, queryPrograms, searchText } from '@kankei/core';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { migrate } from '../../packages/server/src/storage/database.ts';
import { migrations } from '../../packages/server/src/storage/migrations/index.ts';
import { toDocumentRow, toFacts, toSessionRows, toThemeRows } from '../../packages/server/src/storage/program-rows.ts';
import { searchPrograms } from '../../packages/server/src/storage/program-search.ts';
import { NodeSqliteDialect } from '../../packages/server/src/storage/sqlite-dialect.ts';
import type { Tables } from '../../packages/server/src/storage/tables.ts';
import { fixturePrograms, fixtureTown, now } from '../fixtures/programs.ts';
import { makeMail, show } from './mail-world.ts';

const town = fixtureTown.code;

/** A database with all migrations up to one. */
async function databaseAt(last: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(':memory:', { timeout: 0 }) });
  const some = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => some } }).migrateToLatest();
  if (error) throw error;
  return db;
}

/** A database as version 1.0.0 would have left it, the fixtures in it. */
async function oldDatabase(): Promise<Kysely<Tables>> {
  const db = await databaseAt('0001-programs');
  await db
    .insertInto('town')
    .values({ code: town, profile: JSON.stringify(fixtureTown), changed_at: now })
    .execute();
  for (const program of fixturePrograms) {
    const { effort, pay, ...facts } = toFacts(program);
    const row = { ...facts, source: 'import' as const, created_at: now, changed_at: now, withdrawn_at: null };
    await db
      .insertInto('program')
      .values(row as never)
      .execute();
    const { number, ...document } = toDocumentRow(0, program, JSON.stringify(program));
    const texts = { search_text: searchText(program), place_text: placeText(program) };
    await db
      .insertInto('program_document')
      .values({ town, program: program.id, ...document, ...texts } as never)
      .execute();
    for (const session of toSessionRows(program)) await db.insertInto('program_session').values(session).execute();
    for (const theme of toThemeRows(program)) await db.insertInto('program_theme').values(theme).execute();
  }
  return db;
}

it('a database of the first version learns effort and pay from the programs that are in it', async () => {
  const db = await oldDatabase();
  await migrate(db);
  const rows = await db.selectFrom('program').select(['id', 'effort', 'pay']).orderBy('id').execute();
  expect(rows).toEqual(
    fixturePrograms
      .map(({ id, effort = null, pay = null }) => ({ id, effort, pay }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const page = await searchPrograms(db, [town], programQuery.parse({ effort: ['hard'], past: 'include' }), now);
  expect(page!.total).toBe(1);
  await db.destroy();
});

it('a database of the first version finds its programs by keywords as core does', async () => {
  const db = await oldDatabase();
  await migrate(db);
  for (const input of [{ q: '縄' }, { q: 'シメ縄' }, { q: '収穫 手伝' }, { place: '公民館' }, { q: 'どこにも無い' }]) {
    const query = programQuery.parse({ ...input, past: 'include', limit: 100 });
    const { items, ...rest } = (await searchPrograms(db, [town], query, now))!;
    const programs = JSON.parse(`[${items}]`);
    expect({ programs, ...rest }).toEqual(queryPrograms(fixturePrograms, query, now));
  }
  await db.destroy();
});

it('hosts whose needs were published before addresses were confirmed are reached as before, others are asked', async () => {
  const db = await databaseAt('0012-needs');
  await db.insertInto('town').values({ code: town, profile: '{}', changed_at: now }).execute();
  const person = { town, address: 'tome@example.jp', answers: '{}', language: 'ja', consent_at: now, source: null };
  const rest = { completed: null, program: null, message: null, corrected: null, created_at: now };
  for (const [index, state] of (['draft', 'published', 'declined'] as const).entries())
    await db
      .insertInto('need')
      .values({ id: state, ...person, notice_version: '1', notice_hash: 'x', ...rest, state, changed_at: now + index })
      .execute();
  await migrate(db);
  const rows = await db.selectFrom('need').select(['id', 'confirmed_at']).orderBy('id').execute();
  expect(rows).toEqual([
    { id: 'declined', confirmed_at: null },
    { id: 'draft', confirmed_at: null },
    { id: 'published', confirmed_at: now + 1 },
  ]);
  await db.destroy();
});

it('mails that were queued as text and HTML say the same as letters', async () => {
  const db = await databaseAt('0016-counted-places');
  const unsubscribe = { label: 'Stop such mails', url: 'https://kankei.example/unsubscribe/abc.def' };
  const link = { press: '確認する', url: 'https://kankei.example/confirm/abc' };
  const mails = [
    makeMail({ key: 'a', language: 'en', parts: ['One\ntwo.', link, 'https://kankei.example/?a=1&b=2'], unsubscribe }),
    makeMail({ key: 'b', parts: ['一\nhttps://other.example/'], foot: ['むすび野町', 'つながり係'] }),
    makeMail({ key: 'c', replyTo: 'desk@example.jp', parts: [{ facts: [['会員番号', '128']] }, link], unsubscribe }),
  ];
  const insert = (key: string, content: string | null) =>
    db
      .insertInto('mail')
      .values({ key, state: content ? 'queued' : 'sent', content, attempts: 0, next_at: now, created_at: now })
      .execute();
  for (const mail of mails) await insert(mail.key, JSON.stringify(show(mail)));
  await insert('d', null);
  await migrate(db);
  const rows = await db.selectFrom('mail').select('content').orderBy('key').execute();
  const [a, b, c, d] = rows.map(({ content }) => content && show(JSON.parse(content)));
  expect([a, b, d]).toEqual([show(mails[0]!), show(mails[1]!), null]);
  // What is to be seen at a glance becomes a paragraph.
  const { html, ...rest } = show(mails[2]!);
  expect(c).toEqual({ ...rest, html: html.replace('会員番号<br><span class="fact">128</span>', '会員番号：128') });
  await db.destroy();
});

it('migrations stand in the order in which they are done', () => {
  expect(Object.keys(migrations)).toEqual(Object.keys(migrations).toSorted());
});
