import { createHmac } from 'node:crypto';
import { dayAt, defaultStages, type LedgerEntry, type Matching, type StageRule, stageOf } from '@kankei/core';
import { addMonths } from '../card/make-card.ts';
import { secretKeyOf } from '../links/secret.ts';
import type { Database } from '../storage/database.ts';

export interface Noted {
  town: string;
  /** The mail address as it is compared. */
  address: string;
  program: string;
  event: LedgerEntry['event'];
  /** In Tokyo. */
  day: string;
}

/**
 * Notes how somebody is tied to a town, once a day, program and event. A person is what the server's key makes of the
 * mail address within the town: who reads the database learns nobody's address of it, and no two towns tell the same.
 */
export async function noteEvent(db: Database, { town, address, program, event, day }: Noted): Promise<void> {
  await db
    .insertInto('ledger')
    .values({ town, person: await personKey(db, town, address), program, event, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function personKey(db: Database, town: string, address: string): Promise<string> {
  const secret = await secretKeyOf(db, 'ledger');
  return createHmac('sha256', secret).update(`${town} ${address}`).digest('base64url');
}

/** The furthest stage of somebody's relation to a town, by the town's rules; undefined where it has not begun. */
export async function findStage(
  db: Database,
  { town, address }: { town: string; address: string },
  { stages = defaultStages }: Matching,
): Promise<StageRule | undefined> {
  const rows = await db
    .selectFrom('ledger')
    .select(['event', 'day', 'program'])
    .where('town', '=', town)
    .where('person', '=', await personKey(db, town, address))
    .execute();
  return stageOf(
    rows.map((row): LedgerEntry => ({ ...row, town })),
    stages,
  );
}

/** Forgets what is older than so many months. `now`: ms since 1970. */
export async function pruneLedger(db: Database, town: string, months: number, now: number): Promise<void> {
  await db
    .deleteFrom('ledger')
    .where('town', '=', town)
    .where('day', '<', addMonths(dayAt(now), -months))
    .execute();
}
