import { askAfterwards } from './afterwards/ask-afterwards.ts';
import { tellCalledOff } from './applications/called-off.ts';
import { moveUpEverywhere } from './applications/move-up.ts';
import { pruneApplications } from './applications/retention.ts';
import { pruneProofs } from './bots/spend-proof.ts';
import { pruneEnquiries } from './enquiries/retention.ts';
import { pruneLinks } from './links/links.ts';
import { pruneOutbox } from './mail/outbox.ts';
import { pruneMail } from './mail/queue.ts';
import { outboxFolder } from './mail/transport-for.ts';
import { endSilentMemberships, pruneSignups } from './members/retention.ts';
import { pruneNeeds } from './needs/retention.ts';
import type { Settings } from './settings.ts';
import { tellStaffLater } from './staff/news.ts';
import { pruneStaffSessions } from './staff/staff-session.ts';
import type { Database } from './storage/database.ts';

type House = Pick<Settings, 'data' | 'publicUrl'>;

/** Forgets what has been kept long enough. `now`: ms since 1970. */
type Chore = (db: Database, now: number, house: House) => Promise<unknown>;

/** All that is done once an hour. */
const chores: readonly Chore[] = [
  pruneMail,
  pruneLinks,
  pruneSignups,
  pruneProofs,
  pruneStaffSessions,
  (db, now, { publicUrl }) => endSilentMemberships(db, now, publicUrl),
  pruneApplications,
  pruneNeeds,
  pruneEnquiries,
  (db, now, { publicUrl }) => askAfterwards(db, { publicUrl, now }),
  (db, now, { publicUrl }) => tellCalledOff(db, { publicUrl, now }),
  (db, now, { publicUrl }) => moveUpEverywhere(db, { publicUrl, now }),
  (db, now, { publicUrl }) => tellStaffLater(db, { publicUrl, now }),
  (_db, now, house) => pruneOutbox(outboxFolder(house), now),
];

const hour = 3600_000;

/** Does every chore once. One that fails is told to `log` and keeps the others from nothing. */
export async function doChores(db: Database, now: number, house: House, log = console.error): Promise<void> {
  for (const chore of chores) await chore(db, now, house).catch(log);
}

/** Does the chores now and once an hour; returns what ends that. One that fails is done an hour later. */
export function startHousekeeping(db: Database, house: House, now: () => number = Date.now): () => void {
  const work = () => void doChores(db, now(), house);
  work();
  const timer = setInterval(work, hour).unref();
  return () => clearInterval(timer);
}
