import type { ProgramQueryInput } from '@kankei/core';

/** What the visitor has chosen: a question of its own, which narrows the one the page asks. */
export type Chosen = Pick<
  ProgramQueryInput,
  'q' | 'kind' | 'theme' | 'mode' | 'area' | 'town' | 'effort' | 'pay' | 'from' | 'to' | 'open' | 'past'
>;

export const nothingChosen: Chosen = {};

/** What a hash begins with that says what is chosen; every other hash is the page's own, and stays. */
export const chosenHash = '#kankei&';

/** True when the visitor has narrowed the list; what is over is another list, not a narrower one. */
export function isNarrowed({ past, ...chosen }: Chosen): boolean {
  return Object.values(chosen).some((value) => (Array.isArray(value) ? value.length : value));
}
