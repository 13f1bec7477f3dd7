import type { ProgramQuery } from '@kankei/core';
import { type RawBuilder, sql } from 'kysely';
import { never } from './tables.ts';

type Key = [group: RawBuilder<number>, key: RawBuilder<number>];

/** `sortKey` of core: where a program stands in a listing, smaller first, group before key. */
export function sortKey(sort: ProgramQuery['sort'], asOf: number): Key {
  if (sort === 'new') return [sql`0`, sql`-program.updated_at`];
  const [group, key] = sort === 'deadline' ? byDeadline(asOf) : byNextMoment(asOf);
  return [
    sql`case when program.over_at <= ${asOf} then 2 else ${group} end`,
    sql`case when program.over_at <= ${asOf} then -program.over_at else ${key} end`,
  ];
}

/** The deadline if it is still to come, else the end of all time. */
function deadlineToCome(asOf: number): RawBuilder<number> {
  return sql`case when program.deadline_at > ${asOf} then program.deadline_at else ${sql.lit(never)} end`;
}

function byDeadline(asOf: number): Key {
  const toCome = deadlineToCome(asOf);
  return [sql`case when ${toCome} < ${sql.lit(never)} then 0 else 1 end`, toCome];
}

/** The next thing that happens: a session begins, or one that is running ends. Undated programs follow by deadline. */
function byNextMoment(asOf: number): Key {
  const isUndated = sql`program.starts_at = ${sql.lit(never)}`;
  const nextMoment = sql`(
    select min(case when session.starts_at > ${asOf} then session.starts_at else session.ends_at end)
    from program_session as session
    where session.town = program.town and session.program = program.id and session.ends_at > ${asOf}
  )`;
  return [
    sql`case when ${isUndated} then 1 else 0 end`,
    sql`case
      when ${isUndated} then ${deadlineToCome(asOf)}
      when program.starts_at > ${asOf} then program.starts_at
      else ${nextMoment}
    end`,
  ];
}
