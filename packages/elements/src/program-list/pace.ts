/** So many items are drawn whole so soon that outlines of them would be of no use. */
export const many = 100;

/** How long (ms) a slice may take: each costs the page a frame, and what is pressed meanwhile is still answered at once. */
const slice = 100;

/** Finds out how many items fit into a slice, by those before. */
export class Pace {
  private some: number;

  /** `some` is how many the first slice has. */
  constructor(some: number) {
    this.some = some;
  }

  /** Has so many more drawn, and sees how long that takes. */
  async keep(draw: (some: number) => Promise<void>): Promise<void> {
    const { some } = this;
    const start = performance.now();
    await draw(some);
    const fitting = (some * slice) / (performance.now() - start);
    this.some = Math.round(Math.min(Math.max(fitting, 1), 4 * some));
  }
}
