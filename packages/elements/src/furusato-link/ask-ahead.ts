import { furusatoAddress } from '@kankei/client';
import { askTown } from '../internal/ask-town.ts';
import type { EmbedContext } from '../internal/embed-context.ts';

const ask = askTown(furusatoAddress);

/** Sends what a link to furusato nozei will ask first; gives the answer where something can be drawn from it before. */
export function askAhead(tag: Element, context: EmbedContext): Promise<unknown> | undefined {
  const answer = ask(tag, context);
  return tag.hasAttribute('compact') ? undefined : answer;
}
