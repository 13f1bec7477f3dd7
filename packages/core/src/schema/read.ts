import * as z from 'zod/mini';
import type { Problem } from './problem.ts';

/** What is wrong with a value, each fault named by its place: `programs.3.title`. */
export type Faults = NonNullable<Problem['errors']>;

/** The faults a schema found; `name` says where the value itself stands. */
export function faultsOf(error: z.core.$ZodError, name = ''): Faults {
  return error.issues.map(({ code, message, path }) => ({
    name: [name, ...path].filter((part) => part !== '').join('.'),
    reason: code === 'custom' ? message : code,
  }));
}

/** Reads a list item by item: what cannot be read is named in `faults` and leaves the rest alone. */
export function readItems<Schema extends z.core.$ZodType>(
  schema: Schema,
  items: readonly unknown[],
  name: string,
): { items: z.output<Schema>[]; faults: Faults } {
  const results = items.map((item) => z.safeParse(schema, item));
  return {
    items: results.flatMap((result) => (result.success ? [result.data] : [])),
    faults: results.flatMap((result, index) => (result.success ? [] : faultsOf(result.error, `${name}.${index}`))),
  };
}
