import { dayAt, type Fanclub, type MemberCard, type Town } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { signStatement } from './sign-statement.ts';

/** What stands on a card of the member. */
export interface CardMember {
  number: number;
  /** The name or nickname the member chose to show. */
  name: string;
  /** The id of the member's tier; one the fan club no longer has is left out. */
  tier?: string | undefined;
  /** The day of confirmation, `YYYY-MM-DD` in Tokyo. */
  since: string;
}

export interface CardOptions {
  db: Database;
  town: Pick<Town, 'code' | 'name'>;
  fanclub: Pick<Fanclub, 'title' | 'memberTitle' | 'tiers' | 'benefits' | 'cardMonths'>;
  member: CardMember;
  /** Where the server is reached, without a slash at the end. */
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

/** A member's card as it is handed out at this moment, good for as many months from today as the fan club says. */
export async function makeCard({ db, town, fanclub, member, publicUrl, now }: CardOptions): Promise<MemberCard> {
  const { title, memberTitle, tiers, benefits, cardMonths } = fanclub;
  const { number, name, since } = member;
  const tier = tiers.find(({ id }) => id === member.tier);
  const validUntil = addMonths(dayAt(now), cardMonths);
  const claims = { town: town.code, number, validUntil, ...(tier && { tier: tier.id }) };
  const statement = await signStatement(db, claims, now);
  return {
    town: town.code,
    townName: town.name,
    title,
    ...(memberTitle !== undefined && { memberTitle }),
    number,
    name,
    ...(tier && { tier: { id: tier.id, label: tier.label } }),
    since,
    benefits,
    validUntil,
    statement,
    checkUrl: `${publicUrl}/check#${statement}`,
  };
}

/** The same day of a later month, or its last where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}
