import type { Fanclub } from '@kankei/core';
import { fanclubAddress } from './addresses.ts';
import type { AskOptions } from './backend.ts';
import { quickAnswer } from './quick-answer.ts';
import { readFanclub } from './read-fanclub.ts';

/** A town's fan club, asked for as `quickAnswer` does. */
export async function quickFanclub(base: URL, town: string, { signal }: AskOptions = {}): Promise<Fanclub | undefined> {
  return /^\d{6}$/.test(town) ? quickAnswer(fanclubAddress(base, town), readFanclub, signal) : undefined;
}
