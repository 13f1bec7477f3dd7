import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildEmbed, embedFolder } from '../scripts/embed.ts';

const size = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(embedFolder, file))).length, 0);

/** A built file and everything it imports at once, as paths within the embed. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(embedFolder, file), 'utf8');
  for (const [, path] of source.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
    withImports(relative('/', join('/', file, '..', path!)), seen);
  return seen;
}

const chunk = (name: string) => globSync(`chunks/${name}-*.js`, { cwd: embedFolder })[0]!;

describe('the embed, brotli bytes', () => {
  beforeAll(async () => {
    await buildEmbed();
  }, 120_000);

  // Ceilings stand a little above what is; whoever raises one says why in the commit.
  it('costs a page without widgets at most 1.5 kB', () => {
    expect(size(withImports('kankei.js'))).toBeLessThanOrEqual(1_500);
  });

  it('shows the first card for at most 32 kB in all', () => {
    const files = new Set([...withImports('kankei.js'), ...withImports(chunk('define'))]);
    expect(size(files)).toBeLessThanOrEqual(32_000);
  });

  it('leaves nothing of the build tool in the page', () => {
    for (const file of globSync('**/*.js', { cwd: embedFolder }))
      expect(readFileSync(join(embedFolder, file), 'utf8'), file).not.toMatch(/__vitePreload|new Function|\beval\(/);
  });

  it('brings the licences of what it contains', () => {
    expect(readFileSync(join(embedFolder, 'LICENSES.md'), 'utf8')).toContain('lit');
  });
});
