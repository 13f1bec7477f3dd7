/** So many names of values that were offered once are remembered. */
const rememberedNames = 1_000;

/**
 * The values that were used last, by name, in two generations: what is used moves to the younger, and when that has
 * half the room, the older goes and the younger takes its place. So nothing is shifted about when a value is used, and
 * a value that is not used again is left behind soon enough to be cheap to free.
 */
export class Kept<Value, Name = string> {
  readonly #limit: number;
  readonly #sizeOf: (value: Value) => number;
  #young = new Map<Name, Value>();
  #old = new Map<Name, Value>();
  #youngSize = 0;
  #oldSize = 0;
  #offered: Kept<true, Name> | undefined;

  /** `limit`: how much is kept, in what `sizeOf` counts; a value that alone is larger is not. Unless told, values. */
  constructor(limit: number, sizeOf: (value: Value) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get(name: Name): Value | undefined {
    const value = this.#young.get(name);
    if (value !== undefined) return value;
    const older = this.#old.get(name);
    if (older !== undefined) this.set(name, older);
    return older;
  }

  /** Keeps the value under the name, in place of what was there, and returns it. */
  set(name: Name, value: Value): Value {
    this.#delete(name);
    const size = this.#sizeOf(value);
    if (size > this.#limit) return value;
    if (this.#youngSize + size > this.#limit / 2) {
      this.#old = this.#young;
      this.#oldSize = this.#youngSize;
      this.#young = new Map();
      this.#youngSize = 0;
    }
    if (this.#oldSize + size > this.#limit) {
      this.#old = new Map();
      this.#oldSize = 0;
    }
    this.#young.set(name, value);
    this.#youngSize += size;
    return value;
  }

  /**
   * Keeps the value, and returns it, if one of its name was offered before, of late. Where most names come once, those
   * that come again are kept the longer, and the rest is freed at once. `pack` makes what is kept of it.
   */
  offer(name: Name, value: Value, pack: (value: Value) => Value = (same) => same): Value {
    this.#offered ??= new Kept(rememberedNames);
    if (this.#offered.get(name)) return this.set(name, pack(value));
    this.#offered.set(name, true);
    return value;
  }

  #delete(name: Name): void {
    const young = this.#young.get(name);
    if (young !== undefined && this.#young.delete(name)) this.#youngSize -= this.#sizeOf(young);
    const old = this.#old.get(name);
    if (old !== undefined && this.#old.delete(name)) this.#oldSize -= this.#sizeOf(old);
  }
}
