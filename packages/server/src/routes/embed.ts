import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { refuse } from '../http/problems.ts';
import { read } from '../http/read.ts';
import { type StaticFolder, staticFolder } from '../http/static-folder.ts';

/** What follows a major version is looked for again after a while; a page never waits for the answer. */
const following = 'public, max-age=300, stale-while-revalidate=86400';
/** What stands under an exact version, or bears its content's hash in its name, never changes. */
const forever = 'public, max-age=31536000, immutable';
const hashed = /-[\w-]{8}\.js$/;

const exactVersion = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * The built embed, one folder for each version. `/embed/1.0.0/…` is that very version. `/embed/v1/…` is the newest of
 * major version 1; a part that only an earlier one has is served from there, so that a page which loaded its script
 * just before an update still finds the rest.
 */
export function addEmbedRoutes(app: Hono, folder: string): void {
  const folders = new Map<string, StaticFolder>();
  const open = (version: string): StaticFolder => {
    const known = folders.get(version) ?? staticFolder(join(folder, version));
    folders.set(version, known);
    return known;
  };

  read(app, '/embed/:version/:path{.+}', async (c) => {
    const { version, path } = c.req.param();
    const isExact = exactVersion.test(version);
    for (const one of isExact ? [version] : await versionsOf(folder, version)) {
      const response = await open(one)(c.req.raw, path, isExact || hashed.test(path) ? forever : following);
      if (response) return response;
    }
    return refuse('not-found');
  });
}

/** The versions that `v1` stands for, newest first. */
async function versionsOf(folder: string, major: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const numbers = names.flatMap((name) => {
    const match = exactVersion.exec(name);
    return match && `v${match[1]}` === major ? [match.slice(1).map(Number)] : [];
  });
  return numbers.sort((a, b) => b[0]! - a[0]! || b[1]! - a[1]! || b[2]! - a[2]!).map((version) => version.join('.'));
}
