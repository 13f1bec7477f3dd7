import { fanclubRoute, fillRoute, furusatoRoute, matchingRoute } from '@kankei/core';
import { under } from './http-links.ts';

/** What answers the question of a town that has no parameters, on the server at `base`. */
const ofTown = (route: string) => (base: URL, code: string) => under(base, fillRoute(route, { code }));

/** The address of a town's fan club. */
export const fanclubAddress = ofTown(fanclubRoute);
/** The address of what a town says of furusato nozei. */
export const furusatoAddress = ofTown(furusatoRoute);
/** The address of what a town says and asks where people find each other. */
export const matchingAddress = ofTown(matchingRoute);
