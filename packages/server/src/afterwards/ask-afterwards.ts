import { dayAt, dayLength, lastEnd, programState } from '@kankei/core';
import type { KeptApplication } from '../applications/application-store.ts';
import { findPrivateFacts } from '../applications/application-store.ts';
import { findFresh } from '../applications/change.ts';
import { askHost, type Options, tell } from '../applications/letters.ts';
import { findRecruiting, type Recruiting } from '../applications/recruiting.ts';
import { addressKey } from '../mail/address-key.ts';
import type { Database } from '../storage/database.ts';
import { noteEvent } from './ledger.ts';

/** Of what is longer over, in ms, nobody is asked any more. */
const memory = 30 * dayLength;

/** Kinds whose guests come to help or to work. */
const helping = new Set(['help', 'work-stay', 'side-job']);

/**
 * When the last day of a program is over: notes who took part, and asks them and the host how it was; each once. What
 * was called off is passed over.
 */
export async function askAfterwards(db: Database, options: Options): Promise<void> {
  const rows = await db
    .selectFrom('application')
    .innerJoin('program', (join) =>
      join.onRef('program.town', '=', 'application.town').onRef('program.id', '=', 'application.program'),
    )
    .select(['application.id', 'application.town', 'application.program'])
    .where('application.state', '=', 'accepted')
    .where('application.asked_at', 'is', null)
    .where('program.over_at', '<=', options.now)
    .where('program.over_at', '>', options.now - memory)
    .execute();
  const programs = new Map(rows.map(({ town, program }) => [`${town} ${program}`, { town, program }]));
  for (const { id } of rows) await db.transaction().execute((transaction) => askGuest(transaction, id, options));
  for (const { town, program } of programs.values())
    await db.transaction().execute((transaction) => askHostOnce(transaction, town, program, options));
}

const isOver = ({ program }: Recruiting, now: number) => programState(program, now) === 'over';
const lastDay = ({ program }: Recruiting, now: number) => dayAt((lastEnd(program) ?? now) - 1);

async function askGuest(db: Database, id: string, options: Options): Promise<void> {
  const applied = await findFresh(db, id);
  if (applied?.application.state !== 'accepted' || !isOver(applied.recruiting, options.now)) return;
  const asked = await db
    .updateTable('application')
    .set({ asked_at: options.now })
    .where('id', '=', id)
    .where('asked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!asked) return;
  await noteGuest(db, applied.recruiting, applied.application, options.now);
  await tell(db, applied, { step: 'after' }, options);
}

async function noteGuest(
  db: Database,
  recruiting: Recruiting,
  { town, address }: KeptApplication,
  now: number,
): Promise<void> {
  const { id: program, kind } = recruiting.program;
  const event = helping.has(kind) ? 'helped' : 'joined';
  await noteEvent(db, { town, address, program, event, day: lastDay(recruiting, now) });
}

async function askHostOnce(db: Database, town: string, program: string, options: Options): Promise<void> {
  const recruiting = await findRecruiting(db, town, program);
  const { hostEmail } = await findPrivateFacts(db, town, program);
  const address = addressKey(hostEmail);
  if (!recruiting || !address || !isOver(recruiting, options.now)) return;
  const asked = await db
    .updateTable('program_private')
    .set({ asked_at: options.now })
    .where('town', '=', town)
    .where('program', '=', program)
    .where('asked_at', 'is', null)
    .returning('program')
    .executeTakeFirst();
  if (!asked) return;
  await noteEvent(db, { town, address, program, event: 'hosted', day: lastDay(recruiting, options.now) });
  await askHost(db, recruiting, options);
}
