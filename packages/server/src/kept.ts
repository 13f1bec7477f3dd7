/** The values that were used last, by name; the one that was not used for longest goes when room is needed. */
export class Kept<Value> {
  readonly #limit: number;
  readonly #sizeOf: (value: Value) => number;
  readonly #values = new Map<string, Value>();
  #size = 0;

  /** `limit`: how much is kept, in what `sizeOf` counts; a value that alone is larger is not. Unless told, values. */
  constructor(limit: number, sizeOf: (value: Value) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get(name: string): Value | undefined {
    const value = this.#values.get(name);
    if (value === undefined) return undefined;
    // Last in the row of those that go.
    this.#values.delete(name);
    this.#values.set(name, value);
    return value;
  }

  /** Keeps the value under the name, in place of what was there, and returns it. */
  set(name: string, value: Value): Value {
    this.delete(name);
    this.#values.set(name, value);
    this.#size += this.#sizeOf(value);
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#limit) break;
      this.delete(oldest);
    }
    return value;
  }

  values(): Iterable<Value> {
    return this.#values.values();
  }

  delete(name: string): void {
    const value = this.#values.get(name);
    if (value === undefined) return;
    this.#values.delete(name);
    this.#size -= this.#sizeOf(value);
  }
}
