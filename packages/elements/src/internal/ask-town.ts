import { sendAhead } from '@kankei/client';
import type { EmbedContext } from './embed-context.ts';
import { sourcesOf } from './sources.ts';
import { readTowns } from './towns.ts';

/** What sends the first question of a tag about one town, at this address, while the tag's code is still on its way, and gives a server's answer. */
export function askTown(addressOf: (base: URL, town: string) => URL) {
  return (tag: Element, { scriptUrl, sent }: EmbedContext): Promise<unknown> | undefined => {
    const [town] = readTowns(tag.getAttribute('town') ?? '');
    if (Object.hasOwn(tag, 'backend') || !town) return undefined;
    const { endpoint, src } = { endpoint: tag.getAttribute('endpoint'), src: tag.getAttribute('src') };
    return sendAhead(sent, sourcesOf({ endpoint, src }, scriptUrl), (base) => addressOf(base, town));
  };
}
