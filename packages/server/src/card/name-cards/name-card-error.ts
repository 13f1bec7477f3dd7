/** Why name cards cannot be made of what was given. */
export type NameCardFault =
  /** There is no name. */
  | 'missing'
  /** The name is longer than `longestName`. */
  | 'too-long'
  /** No font at hand has these characters: they would become blanks. */
  | 'unprintable'
  /** The town's picture is neither PNG nor JPEG. */
  | 'image';

/** `characters` names those that cannot be printed, each once. */
export class NameCardError extends Error {
  override name = 'NameCardError';
  readonly fault: NameCardFault;
  readonly characters: readonly string[];

  constructor(fault: NameCardFault, characters: readonly string[] = [], options?: ErrorOptions) {
    super(characters.length ? `${fault}: ${characters.join(' ')}` : fault, options);
    this.fault = fault;
    this.characters = characters;
  }
}
