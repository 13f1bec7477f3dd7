import { fanclubAddress, sendAhead } from '@kankei/client';
import type { EmbedContext } from '../internal/embed-context.ts';
import { sourcesOf } from '../internal/sources.ts';
import { readTowns } from '../internal/towns.ts';

/** Sends what a signup will ask first, while its code is still on its way. */
export function askAhead(tag: Element, { scriptUrl, sent }: EmbedContext): void {
  const [town] = readTowns(tag.getAttribute('town') ?? '');
  if (Object.hasOwn(tag, 'backend') || !town) return;
  const { endpoint, src } = { endpoint: tag.getAttribute('endpoint'), src: tag.getAttribute('src') };
  sendAhead(sent, sourcesOf({ endpoint, src }, scriptUrl), (base) => fanclubAddress(base, town));
}
