export { mergeProgram } from './event-csv/merge-program.ts';
export { readEventCsv, readEventCsvStream } from './event-csv/read-event-csv.ts';
export type { ImportProblemCode } from './event-csv/reasons.ts';
export type * from './event-csv/types.ts';
export { writeEventCsv } from './event-csv/write-event-csv.ts';
export * from './icalendar.ts';
export * from './json-ld.ts';
export { type FiguresProblem, type FiguresRow, readProjectFiguresCsv } from './project-figures-csv.ts';
export * from './rss.ts';
