import { programsAddress } from '@kankei/client';
import { listQuery } from '@kankei/core';
import { askTowns } from '../internal/ask-town.ts';
import type { EmbedContext } from '../internal/embed-context.ts';
import { openedHash } from '../internal/program/program-link.ts';
import { readAttributes } from './attributes.ts';
import { chosenHash } from './chosen.ts';

const ask = askTowns((base, towns, tag) => programsAddress(base, towns, listQuery(readAttributes(tag))));

/**
 * Sends what a list will ask first, while its code is still on its way; where the two differ, by a property a script
 * has set or a choice in the page's address, the list simply asks itself. Gives the answer where the first cards can be
 * drawn from it: a server's, for a list that begins with cards.
 */
export function askAhead(tag: Element, context: EmbedContext): Promise<unknown> | undefined {
  const { hash } = location;
  const answer = hash.startsWith(chosenHash) ? undefined : ask(tag, context);
  return /^(cards)?$/.test(tag.getAttribute('view') || '') && !hash.startsWith(openedHash) ? answer : undefined;
}
