import { type ApplicationState, holdsPlaces } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { placesLeft } from '../storage/program-places.ts';
import { type Applied, findPrivateFacts } from './application-store.ts';
import { findFresh } from './change.ts';
import { type Options, tell } from './letters.ts';
import { settle } from './move-up.ts';

export const decisions = ['accept', 'decline', 'ask'] as const;
export type Decision = (typeof decisions)[number];

/** In which states which decision can be taken. Who withdrew has decided for themselves. */
const from: Record<Decision, readonly ApplicationState[]> = {
  accept: ['pending', 'asked', 'waiting', 'declined'],
  decline: ['pending', 'asked', 'waiting', 'accepted'],
  ask: ['pending', 'asked'],
};

/** The decisions that can be taken about an application. */
export function decisionsFor(state: ApplicationState): Decision[] {
  return decisions.filter((decision) => from[decision].includes(state));
}

export interface Deciding {
  /** Whose desk it is: applications for other towns are not found. */
  town: string;
  program: string;
  /** The application's. */
  id: string;
  decision: Decision;
  /** To the applicant; a refusal and a question need words. */
  message: string;
}

/** `late`: somebody was quicker. `full`: there are not so many places. `words`: there are none, or too many. */
export type Decided = 'done' | 'late' | 'full' | 'words';

const longestMessage = 2000;

/** Decides about an application, in a transaction of the caller's, and tells the applicant. */
export async function decide(db: Database, deciding: Deciding, options: Options): Promise<Decided> {
  const { decision } = deciding;
  const message = deciding.message.replace(/\r\n?/g, '\n').trim();
  if ((!message && decision !== 'accept') || [...message].length > longestMessage) return 'words';
  const applied = await findFresh(db, deciding.id);
  if (!applied || !isOf(applied, deciding) || !from[decision].includes(applied.application.state)) return 'late';
  if (decision === 'accept' && !(await fits(db, applied))) return 'full';
  const state = ({ accept: 'accepted', decline: 'declined', ask: 'asked' } as const)[decision];
  await db
    .updateTable('application')
    .set({ state, message: message || null, changed_at: options.now })
    .where('id', '=', deciding.id)
    .execute();
  await tellDecision(db, { ...applied, application: { ...applied.application, state } }, message, options);
  await settle(db, applied.recruiting, options);
  return 'done';
}

const isOf = ({ application }: Applied, { town, program }: Deciding) =>
  application.town === town && application.program === program;

async function fits(db: Database, { recruiting, application }: Applied): Promise<boolean> {
  return holdsPlaces(application.state) || application.party <= (await placesLeft(db, recruiting.program));
}

async function tellDecision(db: Database, applied: Applied, message: string, options: Options): Promise<void> {
  const { state, town, program } = applied.application;
  if (state !== 'accepted') return tell(db, applied, { step: state as 'declined' | 'asked', message }, options);
  const { joinUrl, joinNote } = await findPrivateFacts(db, town, program);
  const hasLink = joinUrl !== undefined || joinNote !== undefined;
  return tell(db, applied, { step: 'accepted', message: message || undefined, hasLink }, options);
}
