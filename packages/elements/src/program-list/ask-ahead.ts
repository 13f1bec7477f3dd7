import { programsAddress, sendAhead } from '@kankei/client';
import type { EmbedContext } from '../internal/embed-context.ts';
import { openedHash } from '../internal/program/program-link.ts';
import { sourcesOf } from '../internal/sources.ts';
import { readTowns } from '../internal/towns.ts';
import { pageQuery, readAttributes } from './attributes.ts';
import { chosenHash } from './chosen.ts';

/**
 * Sends what a list will ask first, while its code is still on its way; where the two differ, by a property a script
 * has set or a choice in the page's address, the list simply asks itself. Gives the answer where the first cards can be
 * drawn from it: a server's, for a list that begins with cards.
 */
export function askAhead(tag: Element, { scriptUrl, sent }: EmbedContext): Promise<unknown> | undefined {
  if (Object.hasOwn(tag, 'backend') || location.hash.startsWith(chosenHash)) return undefined;
  const said = (name: string) => tag.getAttribute(name);
  const towns = readTowns(said('town') ?? '');
  if (!towns.length) return undefined;
  const sources = sourcesOf({ endpoint: said('endpoint'), src: said('src') }, scriptUrl);
  const query = pageQuery(readAttributes(tag));
  const answer = sendAhead(sent, sources, (base) => programsAddress(base, towns, query));
  return /^(cards)?$/.test(said('view') ?? '') && !location.hash.startsWith(openedHash) ? answer : undefined;
}
