import type { ProgramQueryInput } from './schema/query.ts';

/** What the options of a list say, as they were written; empty where one says nothing. */
export interface ListOptions {
  program: string;
  kind: string;
  theme: string;
  from: string;
  to: string;
  past: string;
  sort: string;
  /** NaN where it is no number. */
  limit: number;
}

/** The values of an option, however they were typed. */
export const splitValues = (text: string): string[] => text.split(/[,、\s]+/).filter(Boolean);

/** A whole number from `least` to `most`; `otherwise` for what is none, and for 0. */
export const clampWhole = (value: number, least: number, most: number, otherwise = least): number =>
  Math.min(Math.max(Math.trunc(value) || otherwise, least), most);

/**
 * The question that a list with these options asks, in a browser as on a page a server wrote. Values nobody can use are
 * kept as they are, so that who answers names them. A program that is named is shown also when it is over. `longest` is
 * the most programs one answer holds; where the options say no number, who answers chooses it.
 */
export function listQuery(options: ListOptions, longest = 100): ProgramQueryInput {
  const { program, kind, theme, from, to, past, sort, limit } = options;
  const id = splitValues(program);
  const query = {
    id,
    kind: splitValues(kind),
    theme: splitValues(theme),
    from,
    to,
    past: id.length && past === 'exclude' ? 'include' : past,
    sort,
    limit: limit && clampWhole(limit, 1, longest),
  };
  return saidOf(query);
}

/** Of these values, those that say something. */
export function saidOf(query: object): ProgramQueryInput {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value && value.length !== 0));
}
