import { Kept } from '../kept.ts';
import type { Database } from './database.ts';
import { readAtOnce } from './sqlite-dialect.ts';

/** A program as a listing shows it: JSON in UTF-8, ready to be sent. */
export type Item = Buffer<ArrayBuffer>;

/** Which item: a program's number, and the town and its state, at another of which the item may be another. */
export interface ItemName {
  number: number;
  moment: string;
}

/** So many bytes of items are kept: first pages show the same few thousand programs again and again. */
const keptBytes = 3_000_000;

/** The items that listings showed last. */
export class ItemMemory {
  readonly #kept = new Kept<{ moment: string; item: Item }, number>(keptBytes, ({ item }) => item.length);

  /**
   * The items in their order; one that is gone since it was named is left out. What is not here is read at once, and
   * `isStill` asked whether the moment was still the same then: undefined when it was not.
   */
  read(db: Database, names: readonly ItemName[], isStill: () => boolean): Item[] | undefined {
    const known = names.map((name) => this.#recall(name));
    const missing = names.filter((_, at) => !known[at]);
    if (!missing.length) return known as Item[];
    const read = readItems(db, missing);
    if (!isStill()) return undefined;
    for (const { number, moment } of missing) {
      const item = read.get(number);
      if (item) this.#kept.set(number, { moment, item });
    }
    return names.flatMap(({ number }, at) => known[at] ?? read.get(number) ?? []);
  }

  #recall({ number, moment }: ItemName): Item | undefined {
    const known = this.#kept.get(number);
    return known?.moment === moment ? known.item : undefined;
  }
}

const itemsQuery = `
  select number, cast(item as blob) as item from json_each(?) cross join program_document on number = value
`;

/** The items by the programs' numbers; as bytes, for to make a text of them and bytes again takes longer than to read them. */
function readItems(db: Database, names: readonly ItemName[]): Map<number, Item> {
  const numbers = JSON.stringify(names.map(({ number }) => number));
  const rows = readAtOnce<{ number: number; item: Uint8Array<ArrayBuffer> }>(db, itemsQuery, numbers);
  return new Map(rows.map(({ number, item }) => [number, Buffer.from(item.buffer, item.byteOffset, item.byteLength)]));
}
