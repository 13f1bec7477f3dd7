import { noChange } from 'lit';
import { Directive, type DirectiveResult, directive } from 'lit/directive.js';
import type { View } from './view.ts';

/** What stands at one place of a list. */
interface Drawn {
  item: unknown;
  view: View;
}

class Slices extends Directive {
  private drawn: readonly Drawn[] = [];

  /**
   * A template for each item, as far as `until` (how many items); what stands further down stays until its turn comes,
   * so that a page does not shrink and grow again. An item that stands already is left alone: a hundred more cost what
   * a hundred cost, however many there are.
   */
  render<Item>(items: readonly Item[], view: View, until: number, template: (item: Item) => unknown): unknown[] {
    const before = this.drawn;
    const ready = items.slice(0, Math.max(until, before.length));
    this.drawn = ready.map((item, at) => (at < until ? { item, view } : before[at]!));
    return ready.map((item, at) => {
      const old = before[at];
      return old && (at >= until || (old.item === item && old.view === view)) ? noChange : template(item);
    });
  }
}

/** Draws a list in slices, and of it only what has changed. */
export const slices = directive(Slices) as <Item>(
  items: readonly Item[],
  view: View,
  until: number,
  template: (item: Item) => unknown,
) => DirectiveResult;

/** How many cards fill the window, wherever the list stands in it: what has to be drawn at once. */
export function windowful(): number {
  return 1 + Math.ceil((innerWidth * innerHeight) / cardArea);
}
/** CSS pixels: cards with their gap are 19em wide at least and seldom less than 17em high, and a search stands above. */
const cardArea = 100_000;

/** How long (ms) a slice may take: each costs the page a frame, and what is pressed meanwhile is still answered at once. */
const slice = 100;

/** Finds out how many items fit into a slice, by those before. */
export class Pace {
  private some = windowful();

  /** Has so many more drawn, and sees how long that takes. */
  async keep(draw: (some: number) => Promise<void>): Promise<void> {
    const { some } = this;
    const start = performance.now();
    await draw(some);
    const fitting = (some * slice) / (performance.now() - start);
    this.some = Math.round(Math.min(Math.max(fitting, 1), 4 * some));
  }
}
