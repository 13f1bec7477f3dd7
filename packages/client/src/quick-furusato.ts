import type { Furusato } from '@kankei/core';
import { furusatoAddress } from './addresses.ts';
import type { AskOptions } from './backend.ts';
import { quickAnswer } from './quick-answer.ts';
import { readFurusato } from './read-furusato.ts';

/** What a town says of furusato nozei, asked for as `quickAnswer` does. */
export async function quickFurusato(
  base: URL,
  town: string,
  { signal }: AskOptions = {},
): Promise<Furusato | undefined> {
  return /^\d{6}$/.test(town) ? quickAnswer(furusatoAddress(base, town), readFurusato, signal) : undefined;
}
