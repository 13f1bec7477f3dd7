import type { ProgramIndex } from './program-index.ts';

/** Where an item is found: the index it was shown by and its place there. */
export interface ItemPlace {
  index: ProgramIndex;
  place: number;
}

interface Span {
  start: number;
  end: number;
}

const comma = ','.charCodeAt(0);

/**
 * Listing items that were read of late, JSON in UTF-8, in one stretch of memory that is written over from the beginning
 * when it is full: however many pass through, none is left to be freed.
 */
export class ProgramItems {
  readonly #bytes: Uint8Array;
  #spans = new WeakMap<ProgramIndex, Map<number, Span>>();
  #end = 0;

  /** `room`: in bytes. */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  keep({ index, place }: ItemPlace, item: Uint8Array): void {
    if (item.length > this.#bytes.length) return;
    if (this.#end + item.length > this.#bytes.length) {
      this.#spans = new WeakMap();
      this.#end = 0;
    }
    const start = this.#end;
    this.#end += item.length;
    this.#bytes.set(item, start);
    const spans = this.#spans.get(index) ?? new Map<number, Span>();
    this.#spans.set(index, spans.set(place, { start, end: this.#end }));
  }

  /** The items with a comma between them; undefined unless all are here. */
  join(places: readonly ItemPlace[]): Uint8Array | undefined {
    const items: Uint8Array[] = [];
    for (const { index, place } of places) {
      const span = this.#spans.get(index)?.get(place);
      if (!span) return undefined;
      items.push(this.#bytes.subarray(span.start, span.end));
    }
    return joinItems(items);
  }
}

/** Items one after the other with a comma between them. */
export function joinItems(items: readonly Uint8Array[]): Uint8Array {
  const length = items.reduce((sum, item) => sum + item.length + 1, 0);
  const joined = new Uint8Array(Math.max(0, length - 1)).fill(comma);
  let at = 0;
  for (const item of items) {
    joined.set(item, at);
    at += item.length + 1;
  }
  return joined;
}
