import { programsAddress, sendAhead } from '@kankei/client';
import type { EmbedContext } from '../internal/embed-context.ts';
import { sourcesOf } from '../internal/sources.ts';
import { readTowns } from '../internal/towns.ts';
import { chosenHash, nothingChosen, toQuery } from './question.ts';

/**
 * Sends what a list will ask first, while its code is still on its way. Where the two differ, by a property a script
 * has set or a choice in the page's address, the list simply asks itself.
 */
export function askAhead(tag: Element, { scriptUrl, sent }: EmbedContext): void {
  if (Object.hasOwn(tag, 'backend') || location.hash.startsWith(chosenHash)) return;
  const said = (name: string, otherwise = '') => tag.getAttribute(name) ?? otherwise;
  const towns = readTowns(said('town'));
  const attributes = {
    program: said('program'),
    kind: said('kind'),
    theme: said('theme'),
    from: said('from'),
    to: said('to'),
    past: said('past', 'exclude'),
    sort: said('sort', 'soon'),
    limit: Number(said('limit')),
  };
  const sources = sourcesOf({ endpoint: said('endpoint'), src: said('src') }, scriptUrl);
  if (!towns.length) return;
  sendAhead(sent, sources, (base) => programsAddress(base, towns, toQuery(attributes, nothingChosen, towns)));
}
