import { type Fanclub, fanclubFieldNames, fieldKinds } from '@kankei/core';
import { isObject } from './is-object.ts';
import {
  all,
  count,
  list,
  matches,
  maybe,
  maybeText,
  oneOf,
  shape,
  text,
  texts,
  webUrl,
  words,
} from './quick-shape.ts';

const maybeWords = maybe(words);
const maybeUrl = maybe(webUrl);
const flag = maybe((value) => typeof value === 'boolean');
const name = matches(/^[a-z][A-Za-z0-9]{0,39}$/);
const options = maybe(list(shape({ value: text, label: maybeWords })));

const question = shape({
  name,
  kind: oneOf(fieldKinds),
  label: words,
  help: maybeWords,
  required: flag,
  ...all('autocomplete group from to', maybeText),
  options,
  ...all('minLength maxLength', maybe(count)),
  ...all('min max', maybe(Number.isSafeInteger)),
  shownWhen: maybe(shape({ field: name, is: texts })),
});

const club = shape({
  title: words,
  ...all('intro memberTitle next', maybeWords),
  fields: maybe(
    list(shape({ name: oneOf(fanclubFieldNames), required: flag, label: maybeWords, help: maybeWords, options })),
  ),
  questions: list(question),
  tiers: list(shape({ id: text, label: words, detail: maybeWords })),
  benefits: list(shape({ title: words, detail: maybeWords, place: maybeWords, url: maybeUrl })),
  notice: shape({
    version: text,
    ...all('collector purpose retention leaving contact', words),
    ...all('items contractor storedAt', maybeWords),
    url: maybeUrl,
  }),
  delivery: maybe((value) => isObject(value) && ('mail' in value ? text(value.mail) : webUrl(value.to ?? value.form))),
});

/** What is taken where a town says nothing. */
const unsaid = { questions: [], tiers: [], benefits: [], cardMonths: 12 };

/** Reads a fan club defensively; undefined for what is none. */
export function readFanclub(answer: unknown): Fanclub | undefined {
  const given = isObject(answer) && { ...unsaid, ...answer };
  return given && club(given) ? (given as unknown as Fanclub) : undefined;
}
