import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What Vitest and the embed build share. Storybook and the examples bring their own. */
export default defineConfig({
  resolve: { conditions: ['kankei-source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['kankei-source', 'node', 'development|production'] } },
  build: {
    // Safari 15.4, Chrome 98 and Firefox 98: what municipal visitors still carry.
    target: ['safari15.4', 'chrome98', 'firefox98'],
    // A library build leaves the browser's own import() alone; an app build would write <link> elements into the host page.
    lib: { entry: { kankei: here('packages/elements/src/embed.ts') }, formats: ['es'] },
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: { output: { minify: true, chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/elements/**', 'test/pages/**', '**/node_modules/**'],
    // Far from Tokyo on purpose: nothing may depend on the machine's zone.
    env: { TZ: 'America/New_York' },
    testTimeout: 30_000,
  },
});
