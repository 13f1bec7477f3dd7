// Bundles the tests that render. A page that fetches every source file by itself takes longer to load than to test.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { manifestTags } from './builder.ts';
import { root } from './run.ts';

/** Where the bundled tests stand, as they lie below `test/`. */
const bundledTests = join(root, 'dist/test');

/** The tests that one of these words names, or all: `elements/views`, `views`, `pages`. Throws with the word that names none. */
function testNames(words: string[]): string[] {
  const all = globSync('{elements,pages}/**/*.test.ts', { cwd: join(root, 'test') }).map((file) => file.slice(0, -8));
  if (!words.length) return all;
  return words.flatMap((word) => {
    const named = all.filter((name) => name.startsWith(`${word}/`) || `/${name}`.endsWith(`/${word}`));
    if (!named.length) throw new Error(`no engine and no browser test is called ${word}`);
    return named;
  });
}

/** Bundles the tests that these words name, or all, with what they share in files of its own; resolves to their paths. */
export async function bundleTests(words: string[] = []): Promise<string[]> {
  const names = testNames(words);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [manifestTags()],
    resolve: { conditions: ['kankei-source', 'browser', 'production'] },
    build: {
      outDir: bundledTests,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(root, `test/${name}.test.ts`)])),
        // A part that came later would import a test named alone under another address, and so run it twice.
        preserveEntrySignatures: 'strict',
        // What the test runner serves.
        external: /^\/__web-/,
        output: { entryFileNames: '[name].test.js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return names.map((name) => join(bundledTests, `${name}.test.js`));
}
