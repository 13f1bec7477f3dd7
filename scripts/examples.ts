// npm run examples: writes the examples to dist/examples as they would stand on a web server, and serves them.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import { buildEmbed, embedFolder } from './embed.ts';
import { root } from './run.ts';

/** Another origin than the reference server's, as a town's own site is. */
const port = Number(process.env.EXAMPLES_PORT ?? 8788);
export const examplesFolder = join(root, 'dist/examples');

/** Pages that need a server, and pages that bring all they need along. */
const served = ['plain', 'strict-csp', 'fanclub', 'furusato', 'matching'];
const standalone = ['static-files', 'fanclub-static-files', 'furusato-static-files', 'matching-static-files'];

/** Copies the pages, and the embed into those that need no server. */
export async function assembleExamples(): Promise<void> {
  await buildEmbed();
  rmSync(examplesFolder, { recursive: true, force: true });
  for (const name of [...served, ...standalone])
    cpSync(join(root, 'examples', name), join(examplesFolder, name), { recursive: true });
  for (const name of standalone) cpSync(embedFolder, join(examplesFolder, name, 'kankei'), { recursive: true });
}

if (import.meta.main) {
  await assembleExamples();
  await preview({
    root,
    configFile: false,
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: examplesFolder },
    preview: { port, strictPort: true },
  });
  console.log([...served, ...standalone].map((name) => `http://localhost:${port}/${name}/`).join('\n'));
}
