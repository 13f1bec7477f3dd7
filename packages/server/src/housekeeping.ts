import { pruneLinks } from './links/links.ts';
import { pruneMail } from './mail/queue.ts';
import type { Database } from './storage/database.ts';

/** Forgets what has been kept long enough. `now`: ms since 1970. */
type Chore = (db: Database, now: number) => Promise<unknown>;

/** All that is done once an hour. */
const chores: readonly Chore[] = [pruneMail, pruneLinks];

const hour = 3600_000;

/** Does the chores now and once an hour; returns what ends that. One that fails is done an hour later. */
export function startHousekeeping(db: Database, now: () => number = Date.now, log = console.error): () => void {
  const work = async () => {
    for (const chore of chores) await chore(db, now()).catch(log);
  };
  void work();
  const timer = setInterval(() => void work(), hour).unref();
  return () => clearInterval(timer);
}
