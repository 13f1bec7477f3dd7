import type { Database } from '../storage/database.ts';

/** The key of a mail to one person, a signup, a member or an application; `name` tells the mails of one person apart. */
export const mailKey = (id: string, name: string) => `${id}.${name}`;

/** Takes back the mails to a person that are not on their way yet. */
export async function dropMails(db: Database, id: string): Promise<void> {
  await db
    .deleteFrom('mail')
    .where('state', '=', 'queued')
    // All keys that begin with the id and a point: `/` is the character after it.
    .where('key', '>', mailKey(id, ''))
    .where('key', '<', `${id}/`)
    .execute();
}
