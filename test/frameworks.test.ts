import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/run.ts';

const { resolve } = createRequire(import.meta.url);
// What checks Vue's templates needs a compiler that it can enter, as TypeScript's was up to version 5: the one that the
// manifest's analyzer brings.
const compiler = createRequire(resolve('@custom-elements-manifest/analyzer/package.json')).resolve(
  'typescript/lib/tsc',
);
const checkVue = `require(${JSON.stringify(resolve('vue-tsc'))}).run(${JSON.stringify(compiler)})`;
const { NODE_OPTIONS: _, ...env } = process.env;

/** What the compiler says of a folder with a `tsconfig.json`, line by line. */
async function complaints(folder: string): Promise<string[]> {
  const said = await promisify(execFile)('node', ['--eval', checkVue, 'vue-tsc', '--pretty', 'false', '-p', folder], {
    cwd: root,
    env,
  }).catch((error: { stdout: string; stderr: string }) => error);
  return `${said.stdout}${said.stderr}`.split('\n').filter(Boolean);
}

/** Builds an example as its own `npm run build` would; gives all the JavaScript and the page. */
async function bundle(name: string): Promise<{ page: string; script: string }> {
  const outDir = mkdtempSync(join(tmpdir(), 'kankei-example-'));
  const folder = join(root, 'examples', name);
  const [configFile = false] = globSync('vite.config.ts', { cwd: folder }).map((file) => join(folder, file));
  try {
    await build({ root: folder, configFile, logLevel: 'error', build: { outDir } });
    const scripts = globSync('assets/*.js', { cwd: outDir }).map((file) => readFileSync(join(outDir, file), 'utf8'));
    return { page: readFileSync(join(outDir, 'index.html'), 'utf8'), script: scripts.join('\n') };
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

describe('on a site made with a framework (after npm run build)', () => {
  it.each(['npm-bundler', 'react', 'vue'])('bundles the example of %s', async (name) => {
    const { page, script } = await bundle(name);
    expect(page).toMatch(/<script type="module"[^>]* src="\/assets\//);
    expect(page + script).toContain('kankei-program-list');
    // The class is in it, not the tag's name alone.
    expect(script).toContain('kankei-program-list-load');
  });

  it.each(['examples/react', 'examples/vue'])('finds the types of the tags right in %s', async (folder) => {
    expect(await complaints(folder)).toEqual([]);
  });

  it('finds misspelt attributes, wrong values and unknown tags in JSX and in Vue’s templates', async () => {
    // Each of them is expected where it stands; one that is not found is what the compiler complains of.
    expect(await complaints('test/fixtures/typings')).toEqual([]);
  });
});
