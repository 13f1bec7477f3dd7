import { fanclubAddress } from '@kankei/client';
import { askTown } from '../internal/ask-town.ts';

/** Sends what a signup will ask first. */
export const askAhead = askTown(fanclubAddress);
