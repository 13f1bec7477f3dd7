import { isMunicipalityCode } from './municipality-code.ts';
import { cursorPattern, programIdPattern, unprintable } from './patterns.ts';
import { queryDefaults } from './query-parameters.ts';
import type { ProgramQuery } from './schema/query.ts';
import type { Faults } from './schema/read.ts';
import { efforts, pasts, payTypes, programKinds, programModes, sorts } from './schema/vocabulary.ts';
import { isDay } from './times.ts';

// The rules of `programQuery` once more, without zod: a browser reads what is chosen from its address with them. One
// test holds the two together, down to the names of the faults, which are zod's.

/** What is wrong with the text of a parameter; empty when it can be used. */
type Check = (text: string, longest: number) => string[];

/** The faults that are there. */
const those = (faults: Record<string, boolean>): string[] => Object.keys(faults).filter((fault) => faults[fault]);

const textOf =
  (max: number): Check =>
  (text) =>
    those({ too_small: !text, too_big: [...text].length > max, custom: unprintable.test(text) });
const oneOf =
  (words: readonly string[]): Check =>
  (text) =>
    those({ invalid_value: !words.includes(text) });
const day: Check = (text) => those({ invalid_format: !isDay(text) });

const checks: Record<keyof ProgramQuery, Check> = {
  id: (text) => those({ invalid_format: !programIdPattern.test(text) }),
  q: textOf(200),
  kind: oneOf(programKinds),
  theme: textOf(50),
  mode: oneOf(programModes),
  area: textOf(100),
  town: (text) => those({ invalid_format: !/^\d{6}$/.test(text), custom: !isMunicipalityCode(text) }),
  effort: oneOf(efforts),
  pay: oneOf(payTypes),
  place: textOf(100),
  from: day,
  to: day,
  open: (text) => those({ invalid_type: text !== 'true' && text !== 'false' }),
  past: oneOf(pasts),
  sort: oneOf(sorts),
  limit: (text, longest) =>
    /^\d{1,4}$/.test(text) ? those({ too_small: +text < 1, too_big: +text > longest }) : ['invalid_type'],
  cursor: (text) => those({ too_big: [...text].length > 500, invalid_format: !cursorPattern.test(text) }),
};

/** Parameters that may be given several times, so often at most. */
const lists = new Set(['id', 'kind', 'theme', 'mode', 'area', 'town', 'effort', 'pay']);
const longestList = 50;

/**
 * Reads URL parameters. Unknown names, repeated single values and unreadable values are errors that name the parameter:
 * a misspelt filter must not silently answer with everything. An answer holds at most `longest` programs.
 */
export function fromSearchParams(
  pairs: Iterable<[name: string, value: string]>,
  longest = 100,
): { query: ProgramQuery } | { errors: Faults } {
  const errors: Faults = [];
  const given = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const before = given.get(name);
    if (!Object.hasOwn(checks, name)) errors.push({ name, reason: 'unknown' });
    else if (!before) given.set(name, [value]);
    else if (lists.has(name)) before.push(value);
    else errors.push({ name, reason: 'repeated' });
  }
  const query: Record<string, unknown> = { ...queryDefaults };
  for (const [name, check] of Object.entries(checks)) {
    const values = given.get(name);
    if (!values) continue;
    const reasons = values.length > longestList ? ['too_big'] : values.flatMap((value) => check(value, longest));
    errors.push(...reasons.map((reason) => ({ name, reason })));
    query[name] = lists.has(name) ? values : meant(name, values[0]!);
  }
  return errors.length ? { errors } : { query: query as ProgramQuery };
}

const meant = (name: string, text: string) =>
  name === 'limit' ? Number(text) : name === 'open' ? text === 'true' : text;
