import type { ProgramPage, ProgramQueryInput } from '@kankei/core';
import type { AskOptions } from './backend.ts';
import { programsAddress } from './programs-address.ts';
import { quickAnswer } from './quick-answer.ts';
import { readPage } from './quick-page.ts';

/** A page of programs, asked for as `quickAnswer` does. */
export async function quickPrograms(
  base: URL,
  towns: readonly string[],
  query: ProgramQueryInput = {},
  { signal }: AskOptions = {},
): Promise<ProgramPage | undefined> {
  if (!towns.length || !towns.every((code) => /^\d{6}$/.test(code))) return undefined;
  return quickAnswer(programsAddress(base, towns, query), readPage, signal);
}
