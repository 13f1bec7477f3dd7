import type { ProgramQueryInput } from '@kankei/core';

/** What the page's attributes say of a list. */
export interface Attributes {
  program: string;
  kind: string;
  theme: string;
  from: string;
  to: string;
  past: string;
  sort: string;
  limit: number;
}

/** What a tag's attributes say, read before its element is there to do so. */
export function readAttributes(tag: Element): Attributes {
  const said = (name: string, otherwise = '') => tag.getAttribute(name) ?? otherwise;
  return {
    program: said('program'),
    kind: said('kind'),
    theme: said('theme'),
    from: said('from'),
    to: said('to'),
    past: said('past', 'exclude'),
    sort: said('sort', 'soon'),
    limit: Number(said('limit')),
  };
}

/** The values of an attribute, however they were typed. */
export const split = (text: string): string[] => text.split(/[,、\s]+/).filter(Boolean);

export const within = (value: number, least: number, most: number, otherwise: number): number =>
  Math.min(Math.max(Math.trunc(value) || otherwise, least), most);

/**
 * The question the page asks. Values nobody can use are sent as they are, so that the backend names them. A program that
 * is named is shown also when it is over. `longest` is the most programs one answer holds.
 */
export function pageQuery(attributes: Attributes, longest = 100): ProgramQueryInput {
  const { program, kind, theme, from, to, past, sort, limit } = attributes;
  const id = split(program);
  const query = {
    id,
    kind: split(kind),
    theme: split(theme),
    from,
    to,
    past: id.length && past === 'exclude' ? 'include' : past,
    sort,
    limit: within(limit, 1, longest, 20),
  };
  return said(query);
}

/** Of these values, those that say something. */
export function said(query: object): ProgramQueryInput {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value && value.length !== 0));
}
