import { furusatoAddress } from '@kankei/client';
import { askTowns } from '../internal/ask-town.ts';

/** Sends what a link to furusato nozei will ask first. */
export const askAhead = askTowns((base, [town]) => furusatoAddress(base, town!));
