// npm run manifest: the Custom Elements Manifest from the elements' JSDoc, and from it the tables of their README and the
// types of their tags in JSX and Vue.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.ts';
import { readTags, type Tag, type TagItem } from './tags.ts';
import { writeTypings } from './typings.ts';

export const readmePath = join(root, 'packages/elements/README.md');
const begin = '<!-- begin: npm run manifest -->';
const end = '<!-- end -->';

/** Runs the analyzer; resolves to its exit code. `outdir` is relative to the root. */
export function writeManifest(outdir = 'packages/elements'): Promise<number> {
  return run('cem', [
    'analyze',
    '--config',
    'packages/elements/custom-elements-manifest.config.mjs',
    '--outdir',
    outdir,
    '--quiet',
  ]);
}

const cell = (text = '') => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(title: string, items: TagItem[] = [], fallback = false): string[] {
  if (!items.length) return [];
  const head = fallback ? ['| name | means | by default |', '|---|---|---|'] : ['| name | means |', '|---|---|'];
  const rows = items.map(({ name, description, default: value }) => {
    const cells = [
      `\`${name || '(default)'}\``,
      cell(description),
      ...(fallback ? [value ? `\`${cell(value)}\`` : ''] : []),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [`### ${title}`, '', ...head, ...rows, ''];
}

function describe(element: Tag): string[] {
  return [
    `## \`<${element.tagName}>\``,
    '',
    element.summary ?? '',
    '',
    ...table('Attributes', element.attributes, true),
    ...table('Slots', element.slots),
    ...table('Events', element.events),
    ...table('Custom properties', element.cssProperties, true),
    ...table('Parts', element.cssParts),
    ...table('States, as `:state(…)`', element.cssStates),
  ];
}

/** The README with its tables as the manifest in `folder` (relative to the root) has them. */
export function readmeWith(folder: string): string {
  const elements = readTags(folder);
  const readme = readFileSync(readmePath, 'utf8');
  const [before, rest] = [readme.slice(0, readme.indexOf(begin)), readme.slice(readme.indexOf(end))];
  return `${before}${begin}\n\n${elements.flatMap(describe).join('\n')}\n${rest}`;
}

if (import.meta.main) {
  const code = await writeManifest();
  if (code === 0) {
    writeFileSync(readmePath, readmeWith('packages/elements'));
    writeTypings();
  }
  process.exitCode = code;
}
