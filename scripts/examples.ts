// npm run examples: writes the examples to dist/examples as they would stand on a web server, and serves them.
import { cpSync, existsSync, globSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { buildEmbed, embedFolder } from './embed.ts';
import { root } from './run.ts';

const source = join(root, 'examples');
export const examplesFolder = join(root, 'dist/examples');

/** The server that the pages name, as who copies them finds it. */
const namedServer = 'http://localhost:8787';
/** Another origin than the reference server's, as a town's own site is. */
const usualPort = 8788;
/** How many ports are tried when others are taken. */
const tries = 20;

/** What pages have beside them that does not lie in the repository. */
const brought: Record<string, string> = { 'jquery/jquery.js': 'node_modules/jquery-3/dist/jquery.min.js' };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.svg': 'image/svg+xml',
};

/** The folders of the examples, e.g. `plain`, `forms/div`. */
export function exampleNames(): string[] {
  return globSync('*/{,*/}index.html', { cwd: source })
    .map((file) => dirname(file).replaceAll('\\', '/'))
    .sort();
}

/** True for one that a bundler makes. */
const isApp = (name: string) => existsSync(join(source, name, 'package.json'));

const apps = new Map<string, Promise<unknown>>();

/** Builds a bundled example from the sources, once. */
function buildApp(name: string): Promise<unknown> {
  const build = async () => {
    const vite = await import('vite');
    const [configFile = false] = globSync('vite.config.ts', { cwd: join(source, name) });
    return vite.build({
      root: join(source, name),
      configFile: configFile && join(source, name, configFile),
      base: './',
      logLevel: 'warn',
      resolve: { conditions: ['kankei-source', 'module', 'browser', 'production'] },
      build: { outDir: join(examplesFolder, name), emptyOutDir: true },
    });
  };
  const building = apps.get(name) ?? build();
  apps.set(name, building);
  return building;
}

/** Where the file of an address lies; undefined where there is none. */
async function find(path: string): Promise<string | undefined> {
  // Plain names with slashes between: nothing outside is reachable.
  if (!/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path)) return undefined;
  const [, embedded] = /^(?:[\w-]+\/)+?kankei\/(.+)$/.exec(path) ?? [];
  if (embedded) return join(embedFolder, embedded);
  if (brought[path]) return join(root, brought[path]);
  const [name = ''] = path.split('/');
  if (!isApp(name)) return join(source, path);
  await buildApp(name);
  return join(examplesFolder, path);
}

/** Serves the examples as they are in the repository, with `server` in place of the one that they name. */
export function examplesApp(server: string): Hono {
  return new Hono().get('*', async (c) => {
    const path = c.req.path.slice(1);
    if (exampleNames().includes(path)) return c.redirect(`/${path}/`);
    const file = await find(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    const type = file && types[extname(file)];
    const bytes = type ? await readFile(file).catch(() => undefined) : undefined;
    if (!bytes || !type) return c.text('Not found', 404);
    c.header('content-type', type);
    return /\.(html|js)$/.test(file) && !file.startsWith(embedFolder)
      ? c.body(bytes.toString().replaceAll(namedServer, server))
      : c.body(new Uint8Array(bytes));
  });
}

/** Listens on a port; rejects with the code of why it cannot. */
function listen(app: Hono, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server)) as Server;
    server.once('error', reject);
  });
}

/**
 * Serves the examples on `EXAMPLES_PORT` (8788 unless given), or on the next port that is free and not to be `kept` for
 * another. Resolves with their origin and what ends it.
 */
export async function serveExamples(server: string, kept?: number): Promise<{ origin: string; stop: () => void }> {
  const app = examplesApp(server);
  const first = Number(process.env.EXAMPLES_PORT ?? usualPort);
  for (let port = first; ; port++) {
    if (port === kept) continue;
    try {
      const listening = await listen(app, port);
      return { origin: `http://localhost:${port}`, stop: () => listening.close() };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= first + tries) throw error;
    }
  }
}

/** Writes the examples as they would stand on a web server: with the embed beside those that need no server. */
export async function assembleExamples(): Promise<void> {
  await buildEmbed();
  rmSync(examplesFolder, { recursive: true, force: true });
  for (const name of exampleNames()) {
    if (isApp(name)) {
      await buildApp(name);
      continue;
    }
    const folder = join(examplesFolder, name);
    cpSync(join(source, name), folder, { recursive: true });
    if (existsSync(join(source, name, 'kankei.json'))) cpSync(embedFolder, join(folder, 'kankei'), { recursive: true });
  }
  for (const [path, file] of Object.entries(brought)) cpSync(join(root, file), join(examplesFolder, path));
  cpSync(join(source, 'index.html'), join(examplesFolder, 'index.html'));
}

if (import.meta.main) {
  await assembleExamples();
  const { origin } = await serveExamples(namedServer);
  console.log(
    exampleNames()
      .map((name) => `${origin}/${name}/`)
      .join('\n'),
  );
}
