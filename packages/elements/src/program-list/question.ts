import type { ProgramKind, ProgramQueryInput } from '@kankei/core';

/** What the visitor has chosen: a question of its own, which narrows the one the page asks. */
export type Chosen = Pick<
  ProgramQueryInput,
  'q' | 'kind' | 'theme' | 'mode' | 'area' | 'town' | 'effort' | 'pay' | 'from' | 'to' | 'open' | 'past'
>;

export const nothingChosen: Chosen = {};

/** What a hash begins with that says what is chosen; every other hash is the page's own, and stays. */
export const chosenHash = '#kankei&';

/** What the page's attributes say. */
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

/** True when the visitor has narrowed the list; what is over is another list, not a narrower one. */
export function isNarrowed({ past, ...chosen }: Chosen): boolean {
  return Object.values(chosen).some((value) => (Array.isArray(value) ? value.length : value));
}

/**
 * The question of the page, narrowed by the visitor's: never wider than the attributes allow, whatever is chosen.
 * Values nobody can use are sent as they are, so that the backend names them. A program that is named is shown also
 * when it is over.
 */
export function toQuery(attributes: Attributes, chosen: Chosen, towns: readonly string[]): ProgramQueryInput {
  const { program, from, to, past, sort } = attributes;
  const ids = split(program);
  const query: ProgramQueryInput = {
    id: ids.length ? ids : undefined,
    q: chosen.q || undefined,
    kind: choice(split(attributes.kind) as ProgramKind[], chosen.kind),
    theme: choice(split(attributes.theme), chosen.theme),
    town: choice(
      [],
      chosen.town?.filter((code) => towns.includes(code)),
    ),
    mode: choice([], chosen.mode),
    area: choice([], chosen.area),
    effort: choice([], chosen.effort),
    pay: choice([], chosen.pay),
    from: [from, chosen.from].filter(Boolean).sort().at(-1),
    to: [to, chosen.to].filter(Boolean).sort()[0],
    open: chosen.open || undefined,
    past: (past === 'exclude' && ids.length ? 'include' : (chosen.past ?? past)) as ProgramQueryInput['past'],
    sort: sort as ProgramQueryInput['sort'],
    limit: within(attributes.limit, 1, 100, 20),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

/** What is chosen of what is allowed, else all of that; no values, no filter. */
function choice<Value>(allowed: readonly Value[], chosen: readonly Value[] = []): Value[] | undefined {
  const both = allowed.length ? chosen.filter((value) => allowed.includes(value)) : [...chosen];
  const values = both.length ? both : [...allowed];
  return values.length ? values : undefined;
}
