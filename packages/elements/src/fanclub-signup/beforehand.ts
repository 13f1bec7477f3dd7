import { type Answers, type Field, prefillable } from '@kankei/core';

const names = ['tie', 'interests', 'tier', 'source', 'via'] as const;

/** What a page says beforehand of who will sign up, by attributes or its address. Nothing of it is personal. */
export type Beforehand = Record<(typeof names)[number], string>;

/** What the page's address says goes before what a tag says: `?kankei-tie=donated&kankei-source=leaflet`. */
export function readBeforehand(ofTag: (name: keyof Beforehand) => string | null, search: string): Beforehand {
  const said = new URLSearchParams(search);
  const values = names.map((name) => [name, said.get(`kankei-${name}`) ?? ofTag(name) ?? '']);
  const read: Beforehand = Object.fromEntries(values);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(read.source)) read.source = '';
  if (!/^[A-Za-z0-9_-]{6,40}$/.test(read.via)) read.via = '';
  return read;
}

/** The answers that follow from it; what is not offered is passed over. */
export function prefilledAnswers(fields: readonly Field[], beforehand: Beforehand): Answers {
  const said: Record<string, string> = { ...beforehand, heard: beforehand.via ? 'member' : '' };
  const answers: Answers = {};
  for (const name of prefillable) {
    const field = fields.find((one) => one.name === name);
    const wanted = (said[name] ?? '')
      .split(/[\s,]+/)
      .filter((value) => field?.options?.some((one) => one.value === value));
    if (field && wanted.length) answers[name] = field.kind === 'choices' ? wanted : wanted[0]!;
  }
  return answers;
}
