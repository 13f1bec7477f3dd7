import {
  fromSearchParams,
  listQuery,
  type ProgramQuery,
  queryDefaults,
  splitValues,
  toSearchParams,
} from '@kankei/core';
import { refuse } from '../http/problems.ts';
import { readPairs } from '../http/read-request.ts';
import { type WidgetName, widgets } from './widgets.ts';

/** What the address of a hosted page asks for. */
export interface HostedOptions {
  /** Attributes of the tag, as they were written; flags are `true`. */
  attributes: Record<string, string | true>;
  /** What a visitor has chosen of a list without a script, and where the page begins; by the listing's own names. */
  chosen: [name: string, value: string][];
}

/** Of the listing's parameters those that no attribute has a name for. */
const chosenNames = ['q', 'mode', 'area', 'effort', 'pay', 'open'];

/** The longest value (characters) of an option. */
const longest = 2000;

/**
 * Reads the query string of a hosted page. Names it does not know are passed over: links gather all kinds of them, and a
 * page is to open all the same. What is given several times stands with commas between. Refuses what cannot be read.
 */
export function readHostedOptions(widget: WidgetName, search: string): HostedOptions {
  const { texts, flags } = widgets[widget];
  const attributes: HostedOptions['attributes'] = {};
  const chosen: HostedOptions['chosen'] = [];
  const asked = widget === 'program-list' ? [...chosenNames, 'cursor'] : [];
  for (const [name, value] of readPairs(search)) {
    const isText = texts.includes(name);
    if (flags.includes(name)) attributes[name] = true;
    else if ((isText || asked.includes(name)) && [...value].length > longest)
      refuse('invalid-parameter', { errors: [{ name, reason: 'too_big' }] });
    else if (isText) attributes[name] = attributes[name] === undefined ? value : `${attributes[name]},${value}`;
    else if (value && asked.includes(name)) chosen.push([name, value]);
  }
  return { attributes, chosen };
}

/**
 * The question a list with these attributes asks, the very one its element asks, and what was chosen beside. Refuses what
 * cannot be read, by the name of the option.
 */
export function hostedQuery({ attributes, chosen }: HostedOptions): ProgramQuery {
  const written = (name: string, otherwise = '') =>
    attributes[name] === undefined ? otherwise : textOf(attributes[name]);
  const asked = listQuery({
    program: written('program'),
    kind: written('kind'),
    theme: written('theme'),
    from: written('from'),
    to: written('to'),
    past: written('past', queryDefaults.past),
    sort: written('sort', queryDefaults.sort),
    limit: Number(written('limit')),
  });
  const read = fromSearchParams([...toSearchParams(asked), ...chosen]);
  if ('errors' in read)
    refuse('invalid-parameter', {
      errors: read.errors.map(({ name, reason }) => ({ name: name === 'id' ? 'program' : name, reason })),
    });
  return read.query;
}

/** The text of an attribute; empty where it is not there or has none. */
const textOf = (attribute: string | true | undefined): string => (typeof attribute === 'string' ? attribute : '');

/** The values of an attribute, however they were typed. */
export const valuesOf = (attribute: string | true | undefined): string[] => splitValues(textOf(attribute));

/** The query string that asks for the same, other things put in place of some; empty values leave a name out. */
export function hostedSearch({ attributes, chosen }: HostedOptions, instead: Record<string, string> = {}): string {
  const own = Object.entries(attributes).map(([name, value]): [string, string] => [name, value === true ? '' : value]);
  const kept = [...own, ...chosen].filter(([name]) => !Object.hasOwn(instead, name));
  const others = Object.entries(instead).filter(([, value]) => value !== '');
  const written = [...kept, ...others].map(([name, value]) => `${name}=${escapeValue(value)}`);
  return written.length ? `?${written.join('&')}` : '';
}

/** As few characters escaped as can be: commas in an address are ones that people can read. */
const escapeValue = (value: string) => encodeURIComponent(value).replace(/%2C/g, ',');
