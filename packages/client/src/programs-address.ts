import { fillRoute, type ProgramQueryInput, programsRoute, toSearchParams } from '@kankei/core';
import { under } from './http-links.ts';

/** The address of a page of programs on the server at `base`. */
export function programsAddress(base: URL, towns: readonly string[], query: ProgramQueryInput): URL {
  const address = under(base, fillRoute(programsRoute, { codes: towns.join() }));
  for (const [name, value] of toSearchParams(query)) address.searchParams.append(name, value);
  return address;
}
