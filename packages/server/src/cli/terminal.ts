/** Where a command runs: what it may say to whom, and its environment. */
export interface Terminal {
  /** The result, for people or programs. */
  print: (text: string) => void;
  /** What went wrong, and how far it has come. */
  complain: (text: string) => void;
  /** Whether a person watches what is complained. */
  isWatched: boolean;
  environment: Record<string, string | undefined>;
}
