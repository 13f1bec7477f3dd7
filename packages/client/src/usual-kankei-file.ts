import type { KankeiFile, Town } from '@kankei/core';
import { isObject } from './is-object.ts';
import { all } from './quick-shape.ts';
import { code, contact, list, only, text, webUrl } from './usual-shape.ts';

const anything = () => true;

const town = only(
  {
    code,
    ...all('name nameKana', text(100)),
    prefecture: text(10),
    ...all('url programsUrl', webUrl),
    greeting: text(500),
    supporterTitle: text(50),
    contact,
    ...all('fanclub furusato matching', anything),
  },
  ['code', 'name'],
);
const address = text(2000);
const file = only({ url: address, base: webUrl }, ['url']);
const files = list((value) => address(value) || file(value), 500);

/** A `kankei.json` of one town as the schemas would read it; undefined where only they can tell. */
export function usualKankeiFile(json: unknown): KankeiFile | undefined {
  if (!isObject(json) || 'towns' in json || !town(json.town) || !files(json.programs)) return undefined;
  const owner = json.town as Town;
  const programs = json.programs as (string | { url: string })[];
  if (!programs.length) return undefined;
  const named = programs.map((one) => ({ ...(typeof one === 'string' ? { url: one } : one), town: owner }));
  return { towns: [owner], programs: named };
}
