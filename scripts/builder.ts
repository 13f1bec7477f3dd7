// Builds the embed builder's page. A build of its own: what it shares with the widgets must not change their files.
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildTarget } from './build-target.ts';
import { writeManifest } from './manifest.ts';
import { root } from './run.ts';
import { manifestPath, readTags } from './tags.ts';

const source = join(root, 'packages/elements/src/builder');

/** Gives code the public tags and their attributes as `virtual:kankei-manifest`, from the Custom Elements Manifest. */
export function manifestTags(): Plugin {
  const id = 'virtual:kankei-manifest';
  return {
    name: 'kankei:manifest-tags',
    resolveId: (wanted) => (wanted === id ? `\0${id}` : null),
    async load(wanted) {
      if (wanted !== `\0${id}`) return null;
      if (!existsSync(manifestPath)) await writeManifest();
      this.addWatchFile(manifestPath);
      const tags = readTags().map(({ tagName, attributes = [] }) => ({
        tagName,
        attributes: attributes.map(({ name, type, default: value, description }) => ({
          name,
          type,
          default: value,
          description,
        })),
      }));
      return `export const tags = ${JSON.stringify(tags)};`;
    },
  };
}

/** Writes `builder.html` and what it loads into the folder of the built embed. */
export async function buildBuilder(outDir: string): Promise<void> {
  // Loaded only here, for both bring Vite: a server that has nothing to build would hold it as long as it runs.
  const { build } = await import('vite');
  const { minifyTemplates } = await import('./embed-plugins.ts');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['kankei-source', 'module', 'browser', 'production'] },
    plugins: [manifestTags(), minifyTemplates(join(root, 'packages/elements/src/'))],
    build: {
      outDir,
      emptyOutDir: false,
      target: buildTarget,
      lib: { entry: { builder: join(source, 'entry.ts') }, formats: ['es'] },
      rolldownOptions: {
        output: { minify: true, comments: false, chunkFileNames: 'chunks/builder-[name]-[hash].js' },
      },
    },
  });
  for (const file of ['builder.html', 'builder.css']) cpSync(join(source, file), join(outDir, file));
}
