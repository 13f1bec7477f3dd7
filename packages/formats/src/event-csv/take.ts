import type * as z from 'zod/mini';
import { readCount } from './amounts.ts';
import type { Field } from './layout.ts';
import { readList } from './lists.ts';
import { ifValid, type Row } from './row.ts';
import { readWord } from './words.ts';

/** Several fields as one text, each saying something new on a line of its own. */
export function joined(row: Row, fields: readonly Field[]): string {
  return [...new Set(fields.map((field) => row.text(field)).filter(Boolean))].join('\n');
}

/** The identifier a cell means by its word. Words nobody agreed on are reported and set aside. */
export function takeWord<Key extends string>(row: Row, field: Field, words: Record<Key, string>): Key | undefined {
  const text = row.text(field);
  const word = text ? readWord(words, text) : undefined;
  if (text && !word) row.setAside(field, 'unknown-word');
  return word;
}

/** A whole number. What is none, or beyond what the contract takes, is reported and set aside. */
export function takeCount(row: Row, field: Field, schema: z.ZodMiniType<number | undefined>): number | undefined {
  const text = row.text(field);
  if (!text) return undefined;
  const count = ifValid(schema, readCount(text));
  if (count === undefined) row.setAside(field, 'number');
  return count;
}

/** The most values of a list in the contract. */
export const longestList = 30;

/** Several short texts. */
export function takeList(row: Row, field: Field, schema: z.ZodMiniType<string>): string[] {
  const items = readList(row.raw(field));
  if (items.length > longestList) row.report('too-long', field);
  return items.slice(0, longestList).flatMap((item) => row.fit(schema, field, item, 'garbled') ?? []);
}
