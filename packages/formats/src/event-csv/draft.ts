import type { Program } from '@kankei/core';

/** A program that still lacks its id: which rows belong together is decided over the whole file. */
export type Draft = Omit<Program, 'id'>;
