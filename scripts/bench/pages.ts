// The two pages that are compared, from the reference server itself, so that both come as a town would send them.
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import {
  createApp,
  openDatabase,
  readSettings,
  replacePrograms,
  saveFanclub,
  saveFurusato,
  saveTown,
} from '@kankei/server';
import { Hono } from 'hono';
import { demoFurusato } from '../../packages/server/src/demo/index.ts';
import { fixtureClub } from '../../test/fixtures/fanclub.ts';
import { buildEmbed, embedFolder } from '../embed.ts';
import { makePrograms, town } from './programs.ts';

const port = 9472;
export const origin = `http://127.0.0.1:${port}`;

export type Which = 'floor' | 'kankei';

/**
 * What a page shows: so many programs, the form of a fan club, what a town says of furusato nozei, or at first none of it:
 * a list stands far below.
 */
export type Shown = number | 'form' | 'furusato' | 'far';

/** How many programs a page shows: an answer of the server, or a file of the town's own with a whole list. */
export const answerSize = 20;
export const fileSize = 2_000;

/** The address of a page that shows so many programs. */
export const pageUrl = (which: Which, size: Shown, reserve = false) =>
  `${origin}/bench/page?which=${which}&size=${size}${reserve ? '&reserve' : ''}`;

const answer = `/v1/towns/${town.code}/programs?limit=${answerSize}`;
const file = '/bench/programs.json';

function formPage(which: Which): string {
  const script = which === 'floor' ? '/bench/floor-form.js' : '/embed/v1/kankei.js';
  const element =
    which === 'floor'
      ? `<floor-form src="/v1/towns/${town.code}/fanclub"></floor-form>`
      : `<kankei-fanclub-signup town="${town.code}" endpoint="${origin}"></kankei-fanclub-signup>`;
  return whole({ which, script, element, awaited: '[part~=field] input', wanted: 0, sheet: '' });
}

function furusatoPage(which: Which): string {
  const script = which === 'floor' ? '/bench/floor-furusato.js' : '/embed/v1/kankei.js';
  const element =
    which === 'floor'
      ? `<floor-furusato src="/v1/towns/${town.code}/furusato"></floor-furusato>`
      : `<kankei-furusato-link town="${town.code}" endpoint="${origin}"></kankei-furusato-link>`;
  return whole({ which, script, element, awaited: '[part~=donate-link]', wanted: 0, sheet: '' });
}

/** The same long page, with the script on one only. */
function farPage(which: Which): string {
  const news = '<p>町からのお知らせです。くわしくは、役場の窓口でおたずねください。</p>'.repeat(400);
  const list = `<kankei-program-list town="${town.code}" endpoint="${origin}"></kankei-program-list>`;
  const script = which === 'kankei' ? '/embed/v1/kankei.js' : 'data:text/javascript,';
  return whole({ which, script, element: news + list, awaited: '[part~=card]', wanted: 0, sheet: '' });
}

interface Parts {
  which: Which;
  script: string;
  element: string;
  /** Selector of what the visitor waits for. */
  awaited: string;
  wanted: number;
  sheet: string;
}

function whole({ which, script, element, awaited, wanted, sheet }: Parts): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${which}</title>
    <meta name="viewport" content="width=device-width">
    <script src="/bench/measure.js" data-wanted="${wanted}" data-awaited="${awaited}"></script>${sheet}
    <script type="module" src="${script}"></script></head>
    <body><h1>プログラム</h1>${element}<p>町からのお知らせ</p></body></html>`;
}

function page(which: Which, size: number): string {
  const isFile = size > answerSize;
  const script = which === 'floor' ? '/bench/floor.js' : '/embed/v1/kankei.js';
  const source = isFile ? `src="${file}"` : `endpoint="${origin}"`;
  const element =
    which === 'floor'
      ? `<floor-list src="${isFile ? file : answer}"${isFile ? ' file' : ''}></floor-list>`
      : `<kankei-program-list town="${town.code}" ${source} limit="${isFile ? fileSize : answerSize}"></kankei-program-list>`;
  const sheet = which === 'kankei' && hasReserve() ? '<link rel="stylesheet" href="/embed/v1/kankei.css">' : '';
  return whole({ which, script, element, awaited: '[part~=card]', wanted: isFile ? size : 0, sheet });
}

/** True when the embed brings the style sheet that keeps the list's room. */
export const hasReserve = () => existsSync(join(embedFolder, 'kankei.css'));

/** Starts the server; its clock and the programs' dates are those of `now`, which is the browser's as well. */
export async function servePages(now: number): Promise<Server> {
  await buildEmbed();
  const db = await openDatabase(':memory:');
  await saveTown(db, town, now);
  const programs = [...makePrograms(fileSize, { now, earliest: 1 })];
  await replacePrograms(db, programs.slice(0, answerSize), { town: town.code, source: 'import', now });
  await saveFanclub(db, town.code, fixtureClub, now);
  await saveFurusato(db, town.code, demoFurusato({ now, publicUrl: origin }), now);
  const app = createApp({ db, settings: readSettings({ PORT: String(port) }), now: () => now });
  const pages = new Hono();
  const bytes = brotliCompressSync(JSON.stringify({ programs }));
  const script = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url));
  const send = (body: Uint8Array, type: string) =>
    new Response(new Uint8Array(brotliCompressSync(body)), {
      headers: { 'content-type': type, 'content-encoding': 'br' },
    });
  pages.get('/bench/page', (c) => {
    const [which, size] = [c.req.query('which') as Which, c.req.query('size')];
    if (size === 'form') return c.html(formPage(which));
    if (size === 'far') return c.html(farPage(which));
    return c.html(size === 'furusato' ? furusatoPage(which) : page(which, Number(size)));
  });
  pages.get('/bench/:name{[\\w-]+\\.js}', (c) => send(script(c.req.param('name')), 'text/javascript; charset=utf-8'));
  pages.get(
    file,
    () =>
      new Response(new Uint8Array(bytes), {
        headers: { 'content-type': 'application/json', 'content-encoding': 'br' },
      }),
  );
  pages.all('*', (c) => app.fetch(c.req.raw));
  return serve({ fetch: pages.fetch, port, hostname: '127.0.0.1' }) as Server;
}
