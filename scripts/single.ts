// Builds the whole embed as one file, for pages that must name one hash for all the code they run.
import { join } from 'node:path';
import { root } from './run.ts';

export const singleFile = 'kankei.single.js';

/**
 * Writes `kankei.single.js` into a folder. Everything stands in it, also what most pages never need, so that it weighs
 * several times what a list does; nothing but answers is fetched later.
 */
export async function buildSingle(outDir: string): Promise<void> {
  const { build, loadConfigFromFile } = await import('vite');
  const env = { command: 'build', mode: 'production' } as const;
  const { config } = (await loadConfigFromFile(env, join(root, 'vite.config.ts'))) ?? {};
  if (!config) throw new Error('vite.config.ts cannot be read');
  const { lib, rolldownOptions = {} } = config.build ?? {};
  if (!lib || typeof lib.entry !== 'object' || Array.isArray(lib.entry)) throw new Error('the embed has no entry');
  const { output } = rolldownOptions;
  await build({
    ...config,
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...config.build,
      outDir,
      emptyOutDir: false,
      license: false,
      lib: { ...lib, entry: { 'kankei.single': lib.entry.kankei! } },
      rolldownOptions: { ...rolldownOptions, output: { ...output, codeSplitting: false } },
    },
  });
}
