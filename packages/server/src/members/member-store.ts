import type { Answers, Member } from '@kankei/core';
import type { Selectable } from 'kysely';
import { findLink } from '../links/links.ts';
import type { Database } from '../storage/database.ts';
import type { MemberTable } from '../storage/tables.ts';
import { type Club, findClub, memberFields } from './club.ts';

/** A member as it is kept, its answers read. */
export interface KeptMember extends Omit<Selectable<MemberTable>, 'answers'> {
  answers: Answers;
}

/** A member together with the club it belongs to. */
export interface Membership {
  club: Club;
  member: KeptMember;
}

export async function findMember(db: Database, id: string): Promise<KeptMember | undefined> {
  const row = await db.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { ...row, answers: JSON.parse(row.answers) };
}

/** The member whose link from a mail carries the token; undefined when there is none (any more). `now`: ms since 1970. */
export async function findMembership(db: Database, token: string, now: number): Promise<Membership | undefined> {
  const link = await findLink(db, token, 'member', now);
  const member = link?.state === 'open' ? await findMember(db, link.subject) : undefined;
  const club = member && (await findClub(db, member.town));
  return club && { club, member };
}

/** The new address of a member that is not shown to be theirs yet. */
export async function findPendingEmail(db: Database, id: string, now: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('address_change')
    .select('email')
    .where('member', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.email;
}

/** The answers that are still asked for. */
export function currentAnswers(club: Club, answers: Answers): Answers {
  const names = memberFields(club).map(({ name }) => name);
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(answers, name) ? [[name, answers[name]!]] : [])));
}

/** What a member is told of what is kept. */
export async function toMember(db: Database, { club, member }: Membership, now: number): Promise<Member> {
  const pendingEmail = await findPendingEmail(db, member.id, now);
  return {
    town: member.town,
    number: member.number,
    answers: currentAnswers(club, member.answers),
    ...(member.card_name !== null && { cardName: member.card_name }),
    language: member.language,
    since: member.since,
    consent: { version: member.notice_version, at: new Date(member.consent_at).toISOString() },
    introduced: member.introduced,
    introducerCode: member.introducer_code,
    ...(member.source !== null && { source: member.source }),
    ...(pendingEmail !== undefined && { pendingEmail }),
  };
}

/** What stands on cards: the name the member chose, else the member's own. */
export function cardNameOf({ card_name, answers }: KeptMember): string {
  return card_name ?? String(answers.name);
}
