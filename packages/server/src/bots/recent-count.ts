const minute = 60_000;

/** Counts what happened in the last minutes. */
export class RecentCount {
  readonly #minutes: number;
  /** How much happened in a minute, by its number since 1970. */
  readonly #counts = new Map<number, number>();

  constructor(minutes: number) {
    this.#minutes = minutes;
  }

  /** Notes one more at `now` (ms since 1970). */
  note(now: number): void {
    const current = Math.floor(now / minute);
    this.#counts.set(current, (this.#counts.get(current) ?? 0) + 1);
    for (const old of this.#counts.keys()) if (old <= current - this.#minutes) this.#counts.delete(old);
  }

  /** How much happened in the minutes up to `now`. */
  at(now: number): number {
    const current = Math.floor(now / minute);
    return [...this.#counts].reduce(
      (sum, [one, count]) => (one > current - this.#minutes && one <= current ? sum + count : sum),
      0,
    );
  }
}
