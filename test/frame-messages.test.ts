import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  leastHeight,
  mostHeight,
  publicEvents,
  readFields,
  readFrameMessage,
  readHello,
} from '../packages/elements/src/internal/frame-messages.ts';
import fc from './fixtures/fast-check.ts';

interface Declaration {
  name: string;
  tagName?: string;
  events?: { name: string }[];
  members?: { name: string; type: { text: string } }[];
}
const manifest = JSON.parse(
  readFileSync(new URL('../packages/elements/custom-elements.json', import.meta.url), 'utf8'),
) as { modules: { declarations: Declaration[] }[] };
const declarations = manifest.modules.flatMap((module) => module.declarations);

it('a frame tells the page of every public event, with the fields its class has', () => {
  const fired = declarations.flatMap(({ tagName, events = [] }) => (tagName ? events.map(({ name }) => name) : []));
  expect(Object.keys(publicEvents)).toEqual([...new Set(fired)].sort());
  for (const [type, fields] of Object.entries(publicEvents)) {
    const camel = type.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    const { members = [] } = declarations.find(({ name }) => name === `${camel}Event`) ?? {};
    const own = members.map(({ name, type }) => name + (type.text.includes('undefined') ? '?' : ''));
    expect(fields, type).toEqual(own);
  }
});

it('what either side says is taken over as it was meant', () => {
  const event = { kankei: 'event', type: 'kankei-program-open', fields: { town: '213306', program: 'x' } };
  expect(readFrameMessage({ ...event, more: 1 })).toEqual(event);
  expect(readFrameMessage({ ...event, fields: { ...event.fields, email: 'hana@example.jp' } })).toEqual(event);
  expect(readFrameMessage({ kankei: 'here' })).toEqual({ kankei: 'here' });
  for (const [asked, given] of [
    [0, leastHeight],
    [812.2, 813],
    [1e9, mostHeight],
  ])
    expect(readFrameMessage({ kankei: 'height', height: asked })).toEqual({ kankei: 'height', height: given });
  for (const [said, dark] of [
    [true, true],
    [false, false],
    [undefined, false],
    ['yes', false],
  ])
    expect(readHello({ kankei: 'hello', lang: 'pt-BR', dark: said })).toEqual({ kankei: 'hello', lang: 'pt-BR', dark });
  expect(readFields('kankei-application-complete', { town: '1', program: 'p' })).toEqual({ town: '1', program: 'p' });
});

it('whatever else is said is passed over, and nothing throws', () => {
  const odd = [
    { kankei: 'event', type: 'toString', fields: {} },
    { kankei: 'event', type: 'kankei-program-open', fields: { town: '213306' } },
    { kankei: 'event', type: 'kankei-program-open', fields: { town: '213306', program: 'x'.repeat(501) } },
    { kankei: 'event', type: 'kankei-error', fields: { code: { toString: 1 } } },
    { kankei: 'height', height: '900' },
    { kankei: 'height', height: Number.NaN },
  ];
  for (const one of odd) expect(readFrameMessage(one)).toBeUndefined();
  for (const lang of [7, '<b>', 'x'.repeat(36), undefined])
    expect(readHello({ kankei: 'hello', lang })).toBeUndefined();
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect([readFrameMessage(data), readHello(data)]).toEqual([undefined, undefined]);
    }),
  );
});
