import type { Program, Town } from '@kankei/core';
import type { EventCsv, EventCsvStream, ReadOptions } from './event-csv/types.ts';

export type * from './event-csv/types.ts';
export * from './icalendar.ts';
export * from './json-ld.ts';
export * from './rss.ts';

/** Reads a whole event CSV. @throws ProblemError `bad-file` */
export declare function readEventCsv(bytes: Uint8Array, options: ReadOptions): EventCsv;
/** Opens an event CSV of any length. @throws ProblemError `bad-file` */
export declare function readEventCsvStream(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<EventCsvStream>;
/** Adds the sessions of another row of the same program. */
export declare function mergeProgram(existing: Program, next: Program): Program;
/** Writes programs in the 推奨データセット layout. */
export declare function writeEventCsv(programs: Iterable<Program>, town: Town): string;
