// What tells TypeScript the tags' attributes and events in JSX and in Vue's templates: written from the manifest, so
// that there are no wrappers to keep up.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';
import { readTags, type Tag, type TagItem } from './tags.ts';

/** Attributes that every element has, in the types of every framework. */
const global = new Set(['lang']);

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const pascalCase = (name: string) => camelCase(`-${name}`);
const comment = (text = '') => (text ? [`/** ${text.replaceAll('*/', '*\\/')} */`] : []);
const indented = (lines: string[]) => lines.map((line) => `  ${line}`);

/** What may be written for an attribute; numbers as text, too. */
function typeOf({ type }: TagItem): string {
  const text = (type?.text ?? 'string').replace(/ \| (null|undefined)/g, '');
  if (text === 'number') return `number | \`\${number}\``;
  return text === 'boolean' ? "boolean | ''" : text;
}

const property = (name: string, type: string, description?: string) => [
  ...comment(description),
  `${/^\w+$/.test(name) ? name : `'${name}'`}?: ${type} | undefined;`,
];

const eventOf = ({ type }: TagItem) => type?.text ?? 'Event';

/** Every class and event that the tags name, without the ones browsers have. */
function imports(tags: Tag[]): string[] {
  const events = tags.flatMap(({ events = [] }) => events.map(eventOf)).filter((name) => name !== 'Event');
  const names = [...new Set([...tags.map(({ name }) => name), ...events])];
  return ['import type {', ...names.map((name) => `  ${name},`), "} from '@kankei/elements';"];
}

/** Attributes and events of a tag under the names a framework knows them by. */
function properties(tag: Tag, attributeName: (name: string) => string, eventName: (name: string) => string): string[] {
  const { attributes = [], events = [] } = tag;
  return [
    ...attributes
      .filter(({ name }) => !global.has(name))
      .flatMap((one) => property(attributeName(one.name), typeOf(one), one.description)),
    ...events.flatMap((one) => property(eventName(one.name), `((event: ${eventOf(one)}) => unknown)`, one.description)),
  ];
}

/** For JSX as React 19 has it: attributes by their own names, events as `onkankei-program-open`. */
function jsx(tags: Tag[]): string[] {
  const entries = tags.flatMap((tag) => [
    ...comment(tag.summary),
    `'${tag.tagName}': DetailedHTMLProps<HTMLAttributes<${tag.name}>, ${tag.name}> & {`,
    ...indented(
      properties(
        tag,
        (name) => name,
        (name) => `on${name}`,
      ),
    ),
    '};',
  ]);
  return [
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    ...imports(tags),
    '',
    "declare module 'react' {",
    ...indented(['namespace JSX {', ...indented(['interface IntrinsicElements {', ...indented(entries), '}']), '}']),
    '}',
  ];
}

/** For Vue's templates: `heading-level` is checked as `headingLevel`, `@kankei-program-open` as `onKankeiProgramOpen`. */
function vue(tags: Tag[]): string[] {
  const entries = tags.flatMap((tag) => [
    ...comment(tag.summary),
    `'${tag.tagName}': new () => {`,
    ...indented([
      '$props: HTMLAttributes & {',
      ...indented(properties(tag, camelCase, (name) => `on${pascalCase(name)}`)),
      '};',
    ]),
    '};',
  ]);
  return [
    "import type { HTMLAttributes } from 'vue';",
    ...imports(tags),
    '',
    "declare module 'vue' {",
    ...indented(['interface GlobalComponents {', ...indented(entries), '}']),
    '}',
  ];
}

/** Writes `dist/jsx.d.ts` and `dist/vue.d.ts` of the elements from the manifest beside them. */
export function writeTypings(): void {
  const folder = join(root, 'packages/elements/dist');
  const tags = readTags();
  mkdirSync(folder, { recursive: true });
  for (const [name, write] of Object.entries({ jsx, vue }))
    writeFileSync(join(folder, `${name}.d.ts`), ['// Written by npm run manifest.', ...write(tags), ''].join('\n'));
}
