import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { buildTarget } from './scripts/build-target.ts';
import { manifestTags } from './scripts/builder.ts';
import {
  bring,
  compiledAtOnce,
  fetchTogether,
  inlineRuntime,
  minifyTemplates,
  oldSyntax,
  oneHash,
  ownPolicyName,
  plainDecorators,
  plainPrivateMembers,
  standaloneEntry,
  untitledProblems,
} from './scripts/embed-plugins.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const entry = here('packages/elements/src/embed.ts');

/** What Vitest and the embed build share. Storybook and the examples bring their own. */
export default defineConfig({
  // Always production: a build that a test starts must not carry the libraries' development code.
  resolve: { conditions: ['kankei-source', 'module', 'browser', 'production'] },
  ssr: { resolve: { conditions: ['kankei-source', 'node', 'development|production'] } },
  plugins: [
    manifestTags(),
    inlineRuntime(),
    fetchTogether(),
    oneHash(),
    oldSyntax(entry),
    compiledAtOnce(/^(kankei|paint|(first|second)-\w+)$/),
    standaloneEntry(entry, '?entry'),
    // What tells why code does not come must not wait for that code, nor what fetches it.
    standaloneEntry(here('packages/elements/src/embed/rest.ts'), '?rest'),
    standaloneEntry(here('packages/elements/src/doctor/doctor.ts'), '?doctor'),
    ownPolicyName(),
    minifyTemplates(here('packages/elements/src/')),
    bring(here('packages/elements/src/kankei.css')),
    plainPrivateMembers(),
    plainDecorators(),
    untitledProblems(here('packages/core/src/problem.ts')),
  ],
  build: {
    target: buildTarget,
    // A library build leaves the browser's own import() alone; an app build would write <link> elements into the host page.
    lib: { entry: { kankei: entry }, formats: ['es'] },
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      // Lit's files of re-exports do nothing themselves: templates alone need not bring its elements along.
      treeshake: {
        moduleSideEffects: [{ test: /node_modules\/(lit|lit-element|@lit\/reactive-element)\//, sideEffects: false }],
      },
      // Fields of classes are assigned: nothing here has a setter of that name in a class it extends.
      transform: { assumptions: { setPublicClassFields: true } },
      output: {
        minify: true,
        // What tells the build tool which calls have no effects tells a browser nothing.
        comments: false,
        // A tag's file bears the tag's name.
        chunkFileNames: ({ facadeModuleId }) =>
          `chunks/${/([^/]+)\/embedded\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? '[name]'}-[hash].js`,
        // Each with all it imports, as what is compressed together weighs less than its parts.
        codeSplitting: {
          groups: [
            // What every tag is drawn with before its code has come.
            {
              name: 'paint',
              test: /core\/src\/local-text\.ts$|internal\/(first-paint|live|web-link|picture|outline|towns|next-frame)\.ts$|strings\/(ja-usual|languages)\.ts$|client\/src\/quick-shape\.ts$|lit-html\/directive\.js$/,
              priority: 2,
            },
            { name: 'first-cards', test: /program-list\/first-cards\.ts$/, priority: 2 },
            { name: 'first-form', test: /fanclub-signup\/first-form\.ts$/, priority: 2 },
            { name: 'first-sight', test: /furusato-link\/first-sight\.ts$/, priority: 2 },
            { name: 'second-sight', test: /furusato-link\/second-sight\.ts$/, priority: 2 },
            // How texts are compared in files.
            { name: 'fold', test: /core\/src\/fold\.ts$/, includeDependenciesRecursively: false, priority: 3 },
            // What every tag's code stands on.
            {
              name: 'base',
              test: /internal\/(kankei-element|define|embed-context)\.ts$|client\/src\/(quick-answer|addresses)\.ts$/,
              priority: 1,
            },
            // What a list needs besides, also where a part that comes later shares some of it.
            { name: 'program-list', test: /program-list\/embedded\.ts$/ },
            // Small parts that several tags share.
            {
              name: 'parts',
              test: /(internal\/(rich-text|add-styles)|strings\/date-format)\.ts$/,
              includeDependenciesRecursively: false,
            },
            // What forms say beyond what is first seen; and what checks and blames.
            {
              name: 'form',
              test: /strings\/(form|ja-form)\.ts$|form\/(privacy-notice|notice\.styles)\.ts$/,
              includeDependenciesRecursively: false,
            },
            {
              name: 'form-rest',
              test: /form\/(form-rest\.styles|form-marks|postal-suggestion)\.ts$|core\/src\/form\/(check-field|check-form|tidy)\.ts$/,
              includeDependenciesRecursively: false,
            },
            // What every whole backend and every file needs before anything is odd.
            {
              name: 'codes',
              test: /core\/src\/(municipality-code|patterns|town-codes|detail-only)\.ts$|client\/src\/(exchange|parse-json|question)\.ts$/,
              includeDependenciesRecursively: false,
            },
            // Small parts that several later ones of a list share.
            {
              name: 'shared',
              test: /(program-history|patience|day-range|views\/month)\.ts$/,
              includeDependenciesRecursively: false,
            },
            // What every whole backend needs: ky, zod, and the schemas of programs and towns.
            {
              name: 'contract',
              test: /node_modules\/(ky|zod)\/|client\/src\/(get|refusal)\.ts$|core\/src\/schema\/(municipality-code|problem|program|read|text|town)\.ts$/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/elements/**', 'test/pages/**', '**/node_modules/**'],
    // Far from Tokyo on purpose: nothing may depend on the machine's zone.
    env: { TZ: 'America/New_York' },
    testTimeout: 30_000,
    // Test files share what they load: loading zod, kysely and the rest anew for each took a third of the time.
    isolate: false,
    // Many of them wait for a server, a browser or a disk.
    maxWorkers: '100%',
  },
});
