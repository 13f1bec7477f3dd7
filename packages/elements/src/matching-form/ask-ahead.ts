import { matchingAddress } from '@kankei/client';
import { askTown } from '../internal/ask-town.ts';

/** Sends what the questions of matching will ask first. */
export const askAhead = askTown(matchingAddress);
