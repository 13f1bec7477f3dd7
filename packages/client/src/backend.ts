import type { Program, ProgramPage, ProgramQueryInput, Town } from '@kankei/core';

/** What every question takes: a signal that stops it. */
export interface AskOptions {
  signal?: AbortSignal;
}

/** Addresses a backend can offer beside its answers; absent where it has none (files have no calendar feed). */
export interface BackendLinks {
  /** One program as an iCalendar file. */
  programCalendar?(town: string, id: string): string;
  /** All programs of the towns as a calendar to subscribe to. */
  calendar?(towns: readonly string[]): string;
  rss?(towns: readonly string[]): string;
}

/**
 * Where a widget's answers come from; elements know nothing else. Every method rejects with a `ProblemError` from
 * `@kankei/core`, or with the signal's reason when it was stopped, and with nothing else. An answer may be shared by
 * all who asked the same: nobody changes it.
 */
export interface Backend {
  town(code: string, options?: AskOptions): Promise<Town>;
  /** `total` counts what the backend holds: where it says something unreadable, a page shows less. */
  programs(towns: readonly string[], query?: ProgramQueryInput, options?: AskOptions): Promise<ProgramPage>;
  program(town: string, id: string, options?: AskOptions): Promise<Program>;
  readonly links: BackendLinks;
}
