import { readFileSync } from 'node:fs';

/** The exact version of this server, and of the embed built with it. */
export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
