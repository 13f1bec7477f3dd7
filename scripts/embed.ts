// Builds the embed: one folder a version, self-contained, for any web server.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBuilder } from './builder.ts';
import { buildHosted } from './hosted.ts';
import { writeIntegrity } from './integrity.ts';
import { writeManifest } from './manifest.ts';
import { postalFolder } from './postal.ts';
import { root } from './run.ts';
import { buildSingle } from './single.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** Where the embed of the present version stands. Folders of earlier versions beside it stay as they were released. */
export const embedFolder = join(root, 'dist/embed', version);
const stamp = join(root, 'dist/embed', `${version}.stamp`);

/** A fingerprint of everything the embed is made of: paths, sizes and times of the sources. */
function fingerprint(): string {
  const files = globSync(
    [
      'packages/{core,formats,client,elements}/{src/**/*.{ts,css,html},package.json}',
      'packages/server/data/postal/README.md',
      'vite.config.ts',
      'packages/elements/custom-elements-manifest.config.mjs',
      'scripts/{build-target,builder,embed-plugins,hosted,integrity,manifest,tags}.ts',
      'package-lock.json',
      'package.json',
    ],
    { cwd: root },
  ).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Builds the embed unless it is there and its sources have not changed since. Returns true when it was built. `single`
 * builds it as one file besides, which takes longer than all the rest.
 */
export async function buildEmbed({ force = false, single = false } = {}): Promise<boolean> {
  const wanted = fingerprint();
  if (!force && existsSync(stamp) && existsSync(embedFolder) && readFileSync(stamp, 'utf8') === wanted) return false;
  // Loaded only here: a start with nothing to build need not wait for it.
  const { build } = await import('vite');
  // The builder offers what the tags take today.
  await writeManifest();
  rmSync(embedFolder, { recursive: true, force: true });
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: embedFolder },
  });
  await buildBuilder(embedFolder);
  await buildHosted(embedFolder);
  if (single) await buildSingle(embedFolder);
  writeIntegrity(embedFolder);
  // A form fills in the municipality of a postal code also where there is no server.
  cpSync(postalFolder, join(embedFolder, 'postal'), { recursive: true });
  mkdirSync(join(root, 'dist/embed'), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
