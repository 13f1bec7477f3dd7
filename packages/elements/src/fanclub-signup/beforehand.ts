import { type Answers, type Field, prefillable } from '@kankei/core';

/** What a page says beforehand of who will sign up, by attributes or its address. Nothing of it is personal. */
export interface Beforehand {
  tie: string;
  interests: string;
  tier: string;
  source: string;
  via: string;
}

export const nothingBeforehand: Beforehand = { tie: '', interests: '', tier: '', source: '', via: '' };

const names = ['tie', 'interests', 'tier', 'source', 'via'] as const;

/** What the attributes of a tag say. */
export function attributesBefore(tag: Element): Beforehand {
  const said = { ...nothingBeforehand };
  for (const name of names) said[name] = tag.getAttribute(name) ?? '';
  return said;
}

/** What the page's address says goes before the attributes: `?kankei-tie=donated&kankei-source=leaflet`. */
export function readBeforehand(attributes: Beforehand, search: string): Beforehand {
  const said = new URLSearchParams(search);
  const read = { ...attributes };
  for (const name of names) read[name] = said.get(`kankei-${name}`) ?? attributes[name];
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
