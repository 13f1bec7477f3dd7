import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * When a host pressed the button behind the link in the first mail: that the address is theirs. Whose need is published
 * already was found to be reached.
 */
export const confirmedHosts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('need').addColumn('confirmed_at', 'bigint').execute();
    await (db as Kysely<{ need: { state: string; confirmed_at: number | null; changed_at: number } }>)
      .updateTable('need')
      .set((eb) => ({ confirmed_at: eb.ref('changed_at') }))
      .where('state', '=', 'published')
      .execute();
  },
};
