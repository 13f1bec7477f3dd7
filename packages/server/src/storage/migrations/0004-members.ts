import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Fan clubs, those who asked to join, those who did, and the numbers that were given out. */
export const members: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createClub(db);
    await createPeople(db);
    await createAddressChange(db);
    await db.schema
      .createTable('idempotency')
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('body_hash', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('idempotency_key', ['town', 'key'])
      .execute();
    await db.schema.createIndex('idempotency_age').on('idempotency').column('created_at').execute();
  },
};

/** What belongs to a town's club and to nobody in it. */
async function createClub(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('fanclub')
    .addColumn('town', 'text', (column) => column.primaryKey().references('town.code').onDelete('cascade'))
    .addColumn('profile', 'text', (column) => column.notNull())
    .addColumn('last_number', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('notice')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('retired_number')
    .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('retired_number_key', ['town', 'number'])
    .execute();
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  const person = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('town', 'text', (column) => column.notNull().references('town.code').onDelete('cascade'))
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('notice_version', 'text', (column) => column.notNull())
      .addColumn('notice_hash', 'text', (column) => column.notNull())
      .addColumn('consent_at', 'bigint', (column) => column.notNull())
      .addColumn('source', 'text');
  await person('signup')
    .addColumn('introducer', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('signup_address').on('signup').columns(['town', 'address']).execute();
  await db.schema.createIndex('signup_expiry').on('signup').column('expires_at').execute();
  await person('member')
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('card_name', 'text')
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'bigint', (column) => column.notNull())
    .addColumn('newsletter_at', 'bigint')
    .addColumn('introducer_code', 'text', (column) => column.notNull())
    .addColumn('introduced', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('heard_at', 'bigint', (column) => column.notNull())
    .addColumn('warned_at', 'bigint')
    .addColumn('card_mailed_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('member_number', ['town', 'number'])
    .addUniqueConstraint('member_address', ['town', 'address'])
    .addUniqueConstraint('member_introducer', ['town', 'introducer_code'])
    .execute();
}

/** A member's new address, until it is shown to be theirs. */
async function createAddressChange(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('address_change')
    .addColumn('member', 'text', (column) => column.primaryKey().references('member.id').onDelete('cascade'))
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('address_change_expiry').on('address_change').column('expires_at').execute();
}
