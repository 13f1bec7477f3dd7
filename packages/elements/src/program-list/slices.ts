import { noChange } from 'lit';
import { Directive, type DirectiveResult, directive } from 'lit/directive.js';
import type { View } from './view.ts';

/** What stands at one place of a list. */
interface Drawn {
  item: unknown;
  view: View;
  /** False where it is an outline so far. */
  whole: boolean;
}

class Slices extends Directive {
  private drawn: readonly Drawn[] = [];

  /**
   * A template for each item, whole as far as `until` (how many items), and as far as `outlined` an outline; what stands
   * further down stays until its turn comes, so that a page does not shrink and grow again. An item that stands already
   * is left alone: a hundred more cost what a hundred cost, however many there are.
   */
  render<Item>(
    items: readonly Item[],
    view: View,
    until: number,
    template: (item: Item, whole: boolean) => unknown,
    outlined = until,
  ): unknown[] {
    const before = this.drawn;
    const now = Math.max(until, outlined);
    const ready = items.slice(0, Math.max(now, before.length));
    this.drawn = ready.map((item, at) => {
      const old = before[at];
      const whole = at < until;
      const stays = old && (at >= now || (old.item === item && old.view === view && (old.whole || !whole)));
      return stays ? old : { item, view, whole };
    });
    return this.drawn.map((one, at) => (one === before[at] ? noChange : template(ready[at]!, one.whole)));
  }
}

/** Draws a list in slices, and of it only what has changed. */
export const slices = directive(Slices) as <Item>(
  items: readonly Item[],
  view: View,
  until: number,
  template: (item: Item, whole: boolean) => unknown,
  outlined?: number,
) => DirectiveResult;

/** How many cards fill the window below a title and a search: what has to be drawn at once. */
export function windowful(): number {
  return 1 + Math.ceil((innerWidth * Math.max(innerHeight - 240, 0)) / cardArea);
}
/** CSS pixels: cards with their gap are 19em wide at least and seldom less than 17em high. */
const cardArea = 100_000;
