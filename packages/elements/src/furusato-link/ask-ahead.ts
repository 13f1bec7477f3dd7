import { furusatoAddress } from '@kankei/client';
import { askTown } from '../internal/ask-town.ts';

/** Sends what a link to furusato nozei will ask first. */
export const askAhead = askTown(furusatoAddress);
