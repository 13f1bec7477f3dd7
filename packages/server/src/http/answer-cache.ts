import { Kept } from '../kept.ts';

/** The body of an answer, ready to be sent: a text, or its bytes as they were compressed. */
export type Answer = string | Uint8Array<ArrayBuffer>;

/**
 * What is sent again and again is put into bytes once, of their own: Node cuts a small answer from a block of 64 kB, all
 * of which would be kept with it. What is sent once is soonest sent as it is.
 */
const toBytes = (answer: Answer): Answer =>
  typeof answer === 'string' ? new TextEncoder().encode(answer) : new Uint8Array(answer);

/**
 * The answers that were given last, by the tag that names all they depend on: an answer that no longer holds is simply
 * never asked for again, and goes when newer ones need the room. An answer is kept from the second time on: most
 * questions come once.
 */
export class AnswerCache {
  readonly #answers: Kept<Answer>;
  readonly #making = new Map<string, Promise<Answer>>();

  /** `limit`: how many bytes are kept; what alone is longer is not. */
  constructor(limit: number) {
    this.#answers = new Kept(limit, (answer) => Buffer.byteLength(answer));
  }

  /**
   * The answer of that tag; made unless it is kept. Who asks while it is being made waits for the same one. What fails
   * is not kept.
   */
  get(tag: string, make: () => Promise<Answer>): Answer | Promise<Answer> {
    return this.#answers.get(tag) ?? this.#making.get(tag) ?? this.#make(tag, make);
  }

  #make(tag: string, make: () => Promise<Answer>): Promise<Answer> {
    const making = make()
      .then((answer) => this.#answers.offer(tag, answer, toBytes))
      .finally(() => this.#making.delete(tag));
    this.#making.set(tag, making);
    return making;
  }
}
