import type { Program, Session } from '@kankei/core';

const mostSessions = 1000;
const longestNote = 3000;

const order = ['startDate', 'startTime', 'endDate', 'endTime'] as const;

/** By start, then by end; what is unknown comes first. */
function compare(a: Session, b: Session): number {
  const name = order.find((one) => (a[one] ?? '') !== (b[one] ?? ''));
  return name ? ((a[name] ?? '') < (b[name] ?? '') ? -1 : 1) : 0;
}

/** Puts a session where it belongs among sorted ones, unless it is there. Rows mostly come in order, so from the end. */
function insert(sorted: readonly Session[], session: Session): Session[] {
  const before = sorted.findLastIndex((one) => compare(one, session) <= 0);
  if (before >= 0 && compare(sorted[before]!, session) === 0) return [...sorted];
  return [...sorted.slice(0, before + 1), session, ...sorted.slice(before + 1)];
}

/** The lines of both, each once. */
function mergeNotes(existing: string | undefined, next: string | undefined): string | undefined {
  if (!existing || !next) return existing ?? next;
  const lines = existing.split('\n');
  const more = next.split('\n').filter((line) => !lines.includes(line));
  const merged = [existing, ...more].join('\n');
  return merged.length <= longestNote ? merged : existing;
}

/**
 * Joins two rows of one program, those `readEventCsvStream` gave the same `town` and `id`: the sessions of both, sorted
 * and each once, at most 1,000; the lines of both notes on dates; the later `updatedAt`. Everything else is the same in
 * both, or as `existing` has it. Pure, and merging the same row again changes nothing.
 */
export function mergeProgram(existing: Program, next: Program): Program {
  const dateNote = mergeNotes(existing.dateNote, next.dateNote);
  const isNewer = Date.parse(next.updatedAt ?? '') > Date.parse(existing.updatedAt ?? '1868-01-01T00:00:00Z');
  return {
    ...existing,
    sessions: next.sessions.reduce(insert, existing.sessions).slice(0, mostSessions),
    ...(dateNote && { dateNote }),
    ...(isNewer && { updatedAt: next.updatedAt }),
  };
}
