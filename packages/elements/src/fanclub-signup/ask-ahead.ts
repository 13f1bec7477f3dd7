import { fanclubAddress } from '@kankei/client';
import { askTowns } from '../internal/ask-town.ts';

/** Sends what a signup will ask first. */
export const askAhead = askTowns((base, [town]) => fanclubAddress(base, town!));
