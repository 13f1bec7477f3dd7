import { dayLength, fold, type ProgramQuery, searchWords, toInstant } from '@kankei/core';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { never, type Tables } from './tables.ts';

type Eb = ExpressionBuilder<Tables, 'program'>;
export type Condition = Expression<SqlBool>;

/** The towns' programs that have not been withdrawn. */
export function selectLive(db: Database, towns: readonly string[]) {
  return db.selectFrom('program').where('program.withdrawn_at', 'is', null).where('program.town', 'in', towns);
}

/** One condition for each filter that is set, save the past and facets. `asOf` is the instant of the answer. */
export function filters(eb: Eb, query: ProgramQuery, asOf: number): Condition[] {
  return [...named(eb, query), ...touches(eb, query), ...(query.open ? isOpen(eb, asOf) : [])];
}

/** The filters whose other values are not counted: ids and words. */
export function named(eb: Eb, query: ProgramQuery): Condition[] {
  return [...(query.id ? [eb('program.id', 'in', query.id)] : []), ...inTexts(eb, query)];
}

/** Both columns are folded, and so are the words: every word must occur, also in the middle of another. */
function inTexts(eb: Eb, { q, place }: ProgramQuery): Condition[] {
  const contains = (column: 'search_text' | 'place_text', text: string) =>
    sql<SqlBool>`instr(${sql.ref(`program_document.${column}`)}, ${text}) > 0`;
  const texts = [
    ...(q ? searchWords(q).map((word) => contains('search_text', word)) : []),
    ...(place ? [contains('place_text', fold(place))] : []),
  ];
  if (!texts.length) return [];
  const documents = eb
    .selectFrom('program_document')
    .select(sql.lit(1).as('found'))
    .whereRef('program_document.town', '=', 'program.town')
    .whereRef('program_document.program', '=', 'program.id')
    .where(eb.and(texts));
  return [eb.exists(documents)];
}

/** A session touches the days; without days everything does. */
export function touches(eb: Eb, query: Pick<ProgramQuery, 'from' | 'to'>): Condition[] {
  if (!query.from && !query.to) return [];
  const from = query.from ? toInstant(query.from) : -never;
  const to = query.to ? toInstant(query.to) + dayLength : never;
  const sessions = eb
    .selectFrom('program_session')
    .select(sql.lit(1).as('found'))
    .whereRef('program_session.town', '=', 'program.town')
    .whereRef('program_session.program', '=', 'program.id')
    .where('program_session.starts_at', '<', to)
    .where('program_session.ends_at', '>', from);
  // The first two follow from the third; they are in the listing's index and spare most of the looking up.
  return [eb('program.starts_at', '<', to), eb('program.over_at', '>', from), eb.exists(sessions)];
}

/** `isOpen(programState(…))` of core. */
export function isOpen(eb: Eb, asOf: number): Condition[] {
  return [
    eb('program.status', '=', 'scheduled'),
    eb('program.over_at', '>', asOf),
    eb('program.deadline_at', '>', asOf),
    eb.or([eb('program.places_left', 'is', null), eb('program.places_left', '>', 0)]),
  ];
}

/** What the query wants of programs whose dates have all passed. */
export function inTime(eb: Eb, { past }: ProgramQuery, asOf: number): Condition[] {
  if (past === 'include') return [];
  return [eb('program.over_at', past === 'only' ? '<=' : '>', asOf)];
}

/** The chosen values of the facets that stand in the program's own row. */
export function fitsOwnFacets(eb: Eb, query: ProgramQuery): Condition[] {
  const { kind, mode, area, town, effort, pay } = query;
  return [
    ...(kind ? [eb('program.kind', 'in', kind)] : []),
    ...(mode ? [eb('program.mode', 'in', mode)] : []),
    ...(area ? [eb('program.area', 'in', area)] : []),
    ...(town ? [eb('program.town', 'in', town)] : []),
    ...(effort ? [eb('program.effort', 'in', effort)] : []),
    ...(pay ? [eb('program.pay', 'in', pay)] : []),
  ];
}

export function fitsTheme(eb: Eb, { theme }: ProgramQuery): Condition[] {
  if (!theme) return [];
  const themes = eb
    .selectFrom('program_theme')
    .select(sql.lit(1).as('found'))
    .whereRef('program_theme.town', '=', 'program.town')
    .whereRef('program_theme.program', '=', 'program.id')
    .where('program_theme.theme', 'in', theme);
  return [eb.exists(themes)];
}
