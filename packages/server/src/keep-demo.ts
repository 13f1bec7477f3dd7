import { dayAt } from '@kankei/core';
import { removeApplication } from './applications/retention.ts';
import { demoFanclub, demoFurusato, demoJoining, demoMatching, demoPrograms, demoTown } from './demo/index.ts';
import { saveFurusato } from './furusato/furusato-store.ts';
import { clearDemoDesk, fillDemoDesk } from './keep-demo-desk.ts';
import { saveMatching } from './matching/matching-store.ts';
import { saveFanclub } from './members/club.ts';
import type { Settings } from './settings.ts';
import type { Database } from './storage/database.ts';
import { replacePrograms } from './storage/program-store.ts';
import { touchPrograms } from './storage/town-store.ts';

interface DemoOptions {
  /** ms since 1970. */
  now: number;
  publicUrl: string;
}

/** Puts the made-up town into the database, dated as seen from `now`; programs from other sources stay as they are. */
export async function refreshDemo(db: Database, { now, publicUrl }: DemoOptions): Promise<void> {
  await replacePrograms(db, demoPrograms({ now, publicUrl }), {
    town: demoTown.code,
    source: 'demo',
    now,
    profile: demoTown,
  });
  await saveFanclub(db, demoTown.code, demoFanclub, now);
  await saveMatching(db, demoTown.code, demoMatching, now);
  await db
    .insertInto('program_private')
    .values({ town: demoTown.code, ...demoJoining, host_email: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await saveFurusato(db, demoTown.code, demoFurusato({ now, publicUrl }), now);
}

/** Takes the made-up programs out, and the town too unless something else was brought to it or somebody joined it. */
export async function removeDemo(db: Database, now: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await touchPrograms(transaction, demoTown.code, now);
    await clearDemoDesk(transaction);
    await removeWhatCameIn(transaction);
    await transaction.deleteFrom('program').where('source', '=', 'demo').execute();
    await transaction.deleteFrom('matching').where('town', '=', demoTown.code).execute();
    await transaction.deleteFrom('furusato').where('town', '=', demoTown.code).execute();
    await transaction.deleteFrom('project_figures').where('town', '=', demoTown.code).execute();
    const programs = transaction.selectFrom('program').select('town');
    const members = transaction.selectFrom('member').select('town');
    const applications = transaction.selectFrom('application').select('town');
    await transaction
      .deleteFrom('town')
      .where('code', '=', demoTown.code)
      .where('code', 'not in', programs)
      .where('code', 'not in', members)
      .where('code', 'not in', applications)
      .where('code', 'not in', transaction.selectFrom('need').select('town'))
      .where('code', 'not in', transaction.selectFrom('enquiry').select('town'))
      .execute();
  });
}

/** What came in for the made-up programs is made up too, and goes with them. */
async function removeWhatCameIn(db: Database): Promise<void> {
  const town = demoTown.code;
  const programs = db.selectFrom('program').select('id').where('town', '=', town).where('source', '=', 'demo');
  const applications = await db
    .selectFrom('application')
    .select('id')
    .where('town', '=', town)
    .where('program', 'in', programs)
    .execute();
  for (const { id } of applications) await removeApplication(db, town, id);
  for (const table of ['interest', 'recruitment', 'program_private', 'report', 'feedback', 'ledger'] as const)
    await db.deleteFrom(table).where('town', '=', town).where('program', 'in', programs).execute();
}

const minute = 60_000;

/**
 * Keeps the made-up town as the settings want it, and its dates reckoned from today: now, and whenever a day has begun
 * in Tokyo, also when the machine slept over midnight. With it comes what made-up people sent to its desk. Returns what ends that.
 */
export async function keepDemo(
  db: Database,
  { demo, publicUrl, smtpUrl }: Pick<Settings, 'demo' | 'publicUrl'> & Partial<Pick<Settings, 'smtpUrl'>>,
  clock: () => number = Date.now,
): Promise<() => void> {
  if (!demo) {
    await removeDemo(db, clock());
    return () => {};
  }
  let day = '';
  const refresh = async () => {
    const now = clock();
    if (dayAt(now) === day) return;
    await refreshDemo(db, { now, publicUrl });
    // Who does not exist is written to by no mail server: there the desk is empty.
    if (smtpUrl === undefined) await fillDemoDesk(db, now);
    day = dayAt(now);
  };
  await refresh();
  // One that fails, say because an import holds the lock, is tried again a minute later.
  const timer = setInterval(() => refresh().catch(console.error), minute).unref();
  return () => clearInterval(timer);
}
