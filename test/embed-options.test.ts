import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { options } from '../packages/elements/src/embed/options.ts';

interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
}

it('a place and a link may say every public attribute, and nothing that means something else to a browser', () => {
  const path = new URL('../packages/elements/custom-elements.json', import.meta.url);
  const { modules } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const tags = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  const named = tags.flatMap(({ attributes = [] }) => attributes.map(({ name }) => name));
  expect([...options].sort()).toEqual([...new Set(named)].sort());
  expect(
    options.filter((name) => /^(on[a-z]+$|style$|class$|id$|is$|slot$|part$|hidden$|tabindex$)/.test(name)),
  ).toEqual([]);
});
