import type { Answers } from '@kankei/core';
import type { Selectable } from 'kysely';
import { findLink } from '../links/links.ts';
import type { Database } from '../storage/database.ts';
import type { ApplicationTable } from '../storage/tables.ts';
import { findRecruiting, type Recruiting } from './recruiting.ts';

/** An application as it is kept, its answers read. */
export interface KeptApplication extends Omit<Selectable<ApplicationTable>, 'answers'> {
  answers: Answers;
}

/** An application together with what it is for. */
export interface Applied {
  recruiting: Recruiting;
  application: KeptApplication;
}

const read = (row: Selectable<ApplicationTable>): KeptApplication => ({ ...row, answers: JSON.parse(row.answers) });

export async function findApplication(db: Database, id: string): Promise<KeptApplication | undefined> {
  const row = await db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

/** The application whose link from a mail carries the token; undefined when there is none (any more). */
export async function findApplied(db: Database, token: string, now: number): Promise<Applied | undefined> {
  const link = await findLink(db, token, 'application', now);
  const application = link?.state === 'open' ? await findApplication(db, link.subject) : undefined;
  const recruiting = application && (await findRecruiting(db, application.town, application.program));
  return recruiting && { recruiting, application };
}

/** All applications for a program in the order of arrival. */
export async function listApplications(db: Database, town: string, program: string): Promise<KeptApplication[]> {
  const rows = await db
    .selectFrom('application')
    .selectAll()
    .where('town', '=', town)
    .where('program', '=', program)
    .orderBy('arrived')
    .execute();
  return rows.map(read);
}

/** What of a program is for those who were accepted, or for its host. */
export interface PrivateFacts {
  joinUrl?: string | undefined;
  joinNote?: string | undefined;
  hostEmail?: string | undefined;
}

export async function findPrivateFacts(db: Database, town: string, program: string): Promise<PrivateFacts> {
  const row = await db
    .selectFrom('program_private')
    .select(['join_url', 'join_note', 'host_email'])
    .where('town', '=', town)
    .where('program', '=', program)
    .executeTakeFirst();
  return {
    joinUrl: row?.join_url ?? undefined,
    joinNote: row?.join_note ?? undefined,
    hostEmail: row?.host_email ?? undefined,
  };
}
