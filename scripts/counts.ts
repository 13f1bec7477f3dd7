/** What a runner counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Test files of which something failed, and nothing when they were run once more. */
  again: string[];
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0, again: [] };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    again: [...a.again, ...b.again],
  };
}

/** The line that closes a run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** What is to be known of files that passed only when they were run once more; empty where there is none. */
export function againLine({ again }: Counts): string {
  return again.length ? `PASSED ONLY WHEN RUN AGAIN: ${again.join(', ')}` : '';
}
