/** The body of an answer, ready to be sent. */
export type Answer = Uint8Array<ArrayBuffer>;

/**
 * The answers that were given last, by the tag that names all they depend on: an answer that no longer holds is simply
 * never asked for again, and goes when newer ones need the room.
 */
export class AnswerCache {
  readonly #limit: number;
  readonly #answers = new Map<string, Answer>();
  readonly #making = new Map<string, Promise<Answer>>();
  #size = 0;

  /** `limit`: how many bytes are kept; what alone is longer is not. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * The answer of that tag; made, and kept, unless it is there. Who asks while it is being made waits for the same one.
   * What fails is not kept.
   */
  async get(tag: string, make: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#answers.get(tag) ?? (await this.#makeOnce(tag, make));
    this.#keep(tag, answer);
    return answer;
  }

  #makeOnce(tag: string, make: () => Promise<Answer>): Promise<Answer> {
    const known = this.#making.get(tag);
    if (known) return known;
    const making = make().finally(() => this.#making.delete(tag));
    this.#making.set(tag, making);
    return making;
  }

  /** Last in the row of those that go. */
  #keep(tag: string, answer: Answer): void {
    this.#forget(tag);
    this.#answers.set(tag, answer);
    this.#size += answer.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= this.#limit) break;
      this.#forget(oldest);
    }
  }

  #forget(tag: string): void {
    this.#size -= this.#answers.get(tag)?.length ?? 0;
    this.#answers.delete(tag);
  }
}
