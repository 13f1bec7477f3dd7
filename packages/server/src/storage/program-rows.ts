import { deadlineAt, lastEnd, type Program, sessionSpan, toItem } from '@kankei/core';
import type { Insertable } from 'kysely';
import {
  never,
  type ProgramDocumentTable,
  type ProgramSessionTable,
  type ProgramTable,
  type ProgramThemeTable,
} from './tables.ts';

/** What follows from a program for its row; its number, where it came from and when is the store's to add. */
export type ProgramFacts = Omit<
  Insertable<ProgramTable>,
  'number' | 'source' | 'created_at' | 'changed_at' | 'withdrawn_at'
>;

export function toFacts(program: Program): ProgramFacts {
  const { town, id, kind, mode, effort, pay, status, place, sessions, placesLeft, updatedAt } = program;
  return {
    town,
    id,
    kind,
    mode,
    area: place?.area ?? null,
    effort: effort ?? null,
    pay: pay ?? null,
    status,
    starts_at: sessions.length ? Math.min(...sessions.map((session) => sessionSpan(session).start)) : never,
    over_at: lastEnd(program) ?? never,
    deadline_at: deadlineAt(program) ?? never,
    places_left: placesLeft ?? null,
    updated_at: updatedAt ? Date.parse(updatedAt) : 0,
  };
}

/** `document`: the program as JSON. */
export function toDocumentRow(number: number, program: Program, document: string): Insertable<ProgramDocumentTable> {
  return { number, item: JSON.stringify(toItem(program)), document };
}

export function toSessionRows({ town, id, sessions }: Program): Insertable<ProgramSessionTable>[] {
  const spans = new Map(sessions.map(sessionSpan).map((span) => [`${span.start} ${span.end}`, span]));
  return [...spans.values()].map(({ start, end }) => ({ town, program: id, starts_at: start, ends_at: end }));
}

/** When it begins, ends and stops taking applications. */
export function toMoments(program: Program): number[] {
  const spans = program.sessions.map(sessionSpan);
  return [...spans.flatMap(({ start, end }) => [start, end]), deadlineAt(program) ?? []].flat();
}

export function toThemeRows({ town, id, themes }: Program): Insertable<ProgramThemeTable>[] {
  return [...new Set(themes)].map((theme) => ({ town, program: id, theme }));
}
