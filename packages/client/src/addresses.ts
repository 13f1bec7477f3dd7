import {
  fanclubRoute,
  fillRoute,
  furusatoRoute,
  matchingRoute,
  type ProgramQueryInput,
  programsRoute,
  toSearchParams,
} from '@kankei/core';
import { under } from './http-links.ts';

/** The address of a page of programs on the server at `base`. */
export function programsAddress(base: URL, towns: readonly string[], query: ProgramQueryInput): URL {
  const address = under(base, fillRoute(programsRoute, { codes: towns.join() }));
  for (const [name, value] of toSearchParams(query)) address.searchParams.append(name, value);
  return address;
}

/** What answers the question of a town that has no parameters, on the server at `base`. */
const ofTown = (route: string) => (base: URL, code: string) => under(base, fillRoute(route, { code }));

/** The address of a town's fan club. */
export const fanclubAddress = ofTown(fanclubRoute);
/** The address of what a town says of furusato nozei. */
export const furusatoAddress = ofTown(furusatoRoute);
/** The address of what a town says and asks where people find each other. */
export const matchingAddress = ofTown(matchingRoute);
