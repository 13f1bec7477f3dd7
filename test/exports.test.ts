import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/run.ts';

type Target = string | { [condition: string]: Target };
const packages = ['core', 'formats', 'client', 'elements', 'server'];
const manifest = (name: string) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
const files = (target: Target): string[] =>
  typeof target === 'string' ? [target] : Object.values(target).flatMap(files);

/** Every path users can import, patterns aside. */
const entries = packages.flatMap((name) =>
  Object.entries<Target>(manifest(name).exports)
    .filter(([path]) => !path.includes('*'))
    .map(([path, target]) => ({
      path: `@kankei/${name}${path.slice(1)}`,
      folder: join(root, 'packages', name),
      target,
    })),
);

describe('what is published (after npm run build)', () => {
  it.each(entries)('$path leads to files that exist', ({ folder, target }) => {
    for (const file of files(target)) expect(existsSync(join(folder, file)), file).toBe(true);
  });

  it.each(entries.filter(({ path }) => !/json$|css$|embed$|define$|jsx$|vue$/.test(path)))(
    '$path loads in plain Node',
    ({ path }) => {
      const code = `const it = await import(${JSON.stringify(path)}); console.log(typeof it)`;
      const { NODE_OPTIONS: _, ...env } = process.env;
      const out = execFileSync('node', ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8', env });
      expect(out.trim()).toBe('object');
    },
  );

  it('gives every package the version of the whole, and asks for its siblings in that version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of packages) {
      const { version: own, dependencies = {} } = manifest(name);
      expect(own).toBe(version);
      for (const [dependency, range] of Object.entries(dependencies))
        if (dependency.startsWith('@kankei/')) expect(range, `${name} → ${dependency}`).toBe(version);
    }
  });
});
