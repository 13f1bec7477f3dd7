import { readAddress } from '../mail/address.ts';
import { queueMail } from '../mail/queue.ts';
import { staffMail } from '../mail/staff-mails.ts';
import { type Desk, findDesk } from '../matching/matching-store.ts';
import type { Database } from '../storage/database.ts';
import type { StaffNewsTable } from '../storage/tables.ts';

/** What staff are told of when it comes in. */
export type NewsKind = StaffNewsTable['kind'];

/** So long, in ms, passes between two mails to staff about the same kind of thing: a rush is one mail, not hundreds. */
const pause = 3600_000;

interface Options {
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

/** Where a town's staff are written to: the coordinator's address, else the town's; undefined where neither can be. */
export function staffAddress({ town, matching }: Desk): string | undefined {
  return readAddress(matching.coordinator?.contact?.email ?? town.contact?.email ?? '');
}

/**
 * Tells a town's staff that something has come in, in the transaction in which it does: at once, or where they were told
 * of late, with all the rest an hour after that (`tellStaffLater`).
 */
export async function tellStaff(db: Database, desk: Desk, kind: NewsKind, options: Options): Promise<void> {
  if (staffAddress(desk) === undefined) return;
  const { told_at, untold } = await db
    .insertInto('staff_news')
    .values({ town: desk.town.code, kind, untold: 1, told_at: 0 })
    .onConflict((conflict) =>
      conflict.columns(['town', 'kind']).doUpdateSet((eb) => ({ untold: eb('staff_news.untold', '+', 1) })),
    )
    .returning(['told_at', 'untold'])
    .executeTakeFirstOrThrow();
  if (told_at <= options.now - pause) await write(db, desk, { kind, count: untold }, options);
}

/** Tells staff of what came in while it was too early to write to them again. */
export async function tellStaffLater(db: Database, options: Options): Promise<void> {
  for (const { town } of await findUntold(db, options.now))
    await db.transaction().execute(async (transaction) => {
      const desk = await findDesk(transaction, town);
      const untold = (await findUntold(transaction, options.now)).filter((one) => one.town === town);
      if (desk) for (const { kind, untold: count } of untold) await write(transaction, desk, { kind, count }, options);
    });
}

const findUntold = (db: Database, now: number) =>
  db
    .selectFrom('staff_news')
    .select(['town', 'kind', 'untold'])
    .where('untold', '>', 0)
    .where('told_at', '<=', now - pause)
    .execute();

async function write(
  db: Database,
  desk: Desk,
  { kind, count }: { kind: NewsKind; count: number },
  { publicUrl, now }: Options,
): Promise<void> {
  const { town } = desk;
  const told = db.updateTable('staff_news').set({ untold: 0, told_at: now });
  await told.where('town', '=', town.code).where('kind', '=', kind).execute();
  const to = staffAddress(desk);
  if (to === undefined) return;
  const about = { key: `staff.${kind}.${town.code}.${now}`, to, language: 'ja', town, title: town.name };
  await queueMail(db, staffMail(about, kind, { count, url: `${publicUrl}${pages[kind]}` }), now);
}

const pages: Record<NewsKind, string> = {
  application: '/staff/applications',
  need: '/staff/needs',
  enquiry: '/staff/enquiries',
};
