import type { Furusato } from '@kankei/core';
import { isObject } from './is-object.ts';
import {
  all,
  type Check,
  count,
  day,
  list,
  matches,
  maybe,
  maybeText,
  shape,
  texts,
  webUrl,
  words,
} from './quick-shape.ts';

const maybeWords = maybe(words);
const maybeUrl = maybe(webUrl);
const maybeDay = maybe(day);
const image = maybe(shape({ url: webUrl, alt: maybeWords, ...all('licence credit', maybeText) }));
const goal: Check = (value) => count(value) && value !== 0;
const tags = list(matches(/^[A-Za-z][\w-]{0,39}$/));
const page = shape({ url: webUrl, name: maybeWords });

const profile = shape({
  ...all('title intro button', maybeWords),
  url: maybeUrl,
  uses: list(shape({ id: maybeText, title: words, ...all('text done', maybeWords), image, url: maybeUrl })),
  projects: list(
    shape({
      id: matches(/^[a-z0-9][a-z0-9-]{0,39}$/),
      title: words,
      ...all('text done', maybeWords),
      image,
      goal,
      raised: count,
      donors: maybe(count),
      asOf: day,
      ...all('start end', maybeDay),
      url: maybeUrl,
    }),
  ),
  portals: list(page),
  form: maybe(page),
  choice: (value) => typeof value === 'boolean',
  campaign: maybe((value) => isObject(value) && tags(Object.keys(value)) && texts(Object.values(value))),
  corporate: maybe(
    shape({
      text: maybeWords,
      least: goal,
      url: maybeUrl,
      contact: maybe(shape({ ...all('name phone extension email', maybeText), url: maybeUrl })),
    }),
  ),
  invitation: maybe(shape({ text: maybeWords, url: maybeUrl })),
  registration: maybe(shape({ text: maybeWords, ...all('url app', maybeUrl) })),
  updated: maybeDay,
});

/** What is taken where a town says nothing. */
const unsaid = { uses: [], projects: [], portals: [], choice: false };

/** Reads what a town says of furusato nozei defensively; undefined for what is no such thing. */
export function readFurusato(answer: unknown): Furusato | undefined {
  if (!isObject(answer)) return undefined;
  const { corporate } = answer;
  const given = { ...unsaid, ...answer, ...(isObject(corporate) && { corporate: { least: 100_000, ...corporate } }) };
  return profile(given) ? (given as unknown as Furusato) : undefined;
}
