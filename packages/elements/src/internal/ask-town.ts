import { sendAhead } from '@kankei/client';
import type { EmbedContext } from './embed-context.ts';
import { sourcesOf } from './sources.ts';
import { readTowns } from './towns.ts';

/**
 * What sends the first question of a tag about towns, at this address, while the tag's code is still on its way, and
 * gives a server's answer.
 */
export function askTowns(addressOf: (base: URL, towns: string[], tag: Element) => URL) {
  return (tag: Element, { scriptUrl, sent }: EmbedContext): Promise<unknown> | undefined => {
    const towns = readTowns(tag.getAttribute('town') || '');
    if (Object.hasOwn(tag, 'backend') || !towns.length) return undefined;
    const [endpoint, src] = ['endpoint', 'src'].map((name) => tag.getAttribute(name));
    return sendAhead(sent, sourcesOf({ endpoint, src }, scriptUrl), (base) => addressOf(base, towns, tag));
  };
}
