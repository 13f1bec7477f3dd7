import { fromSearchParams, type ProgramQuery, programId, readTownCodes } from '@kankei/core';
import { refuse } from './problems.ts';

/**
 * The name-value pairs of a query string, `+` for a space. `URLSearchParams` turns broken escapes into `�` and answers
 * another question than the one that was asked; here they are refused.
 */
export function readPairs(search: string): [name: string, value: string][] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      const readName = decode(name);
      const readValue = decode(value.join('='));
      if (readName === undefined || readValue === undefined)
        refuse('invalid-parameter', { errors: [{ name: readName ?? name.slice(0, 100), reason: 'invalid_encoding' }] });
      return [readName, readValue];
    });
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** What a listing asks. Refuses what cannot be read. */
export function readQuery(search: string): ProgramQuery {
  return toQuery(readPairs(search));
}

/**
 * What a feed asks: the listing's question without its pages, for a feed has none. `defaults` stand where the query
 * string says nothing.
 */
export function readFeedQuery(search: string, defaults: Partial<Record<keyof ProgramQuery, string>>): ProgramQuery {
  const pairs = readPairs(search);
  const paging = pairs.filter(([name]) => name === 'limit' || name === 'cursor');
  if (paging.length) refuse('invalid-parameter', { errors: paging.map(([name]) => ({ name, reason: 'unknown' })) });
  const absent = Object.entries(defaults).filter(([name]) => !pairs.some(([given]) => given === name));
  return toQuery([...pairs, ...absent]);
}

function toQuery(pairs: [name: string, value: string][]): ProgramQuery {
  const read = fromSearchParams(pairs);
  if ('errors' in read) refuse('invalid-parameter', { errors: shorten(read.errors) });
  return read.query;
}

/** An answer names what is at fault, but need not be as long as the question. */
function shorten(errors: { name: string; reason: string }[]): { name: string; reason: string }[] {
  return errors.slice(0, 20).map(({ name, reason }) => ({ name: name.slice(0, 100), reason }));
}

/** For addresses that take no parameters. */
export function refuseParameters(search: string): void {
  const errors = readPairs(search).map(([name]) => ({ name, reason: 'unknown' }));
  if (errors.length) refuse('invalid-parameter', { errors: shorten(errors) });
}

/** The towns of an address, each once. */
export function readCodes(text: string): string[] {
  const read = readTownCodes(text.split(','));
  if ('errors' in read) refuse('invalid-parameter', { errors: read.errors });
  return read.codes;
}

/** The one town of an address. */
export function readCode(text: string): string {
  const read = readTownCodes([text]);
  if ('errors' in read)
    refuse('invalid-parameter', { errors: read.errors.map((error) => ({ ...error, name: 'code' })) });
  return text;
}

/** A program's id; what can be none names none. */
export function readId(text: string): string {
  if (!programId.safeParse(text).success) refuse('program-not-found');
  return text;
}
