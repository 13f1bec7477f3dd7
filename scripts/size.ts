// npm run size: what the built embed weighs, in brotli bytes, and what the first card pays for.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildEmbed, embedFolder } from './embed.ts';

/** One built file: its path within the embed, its bytes as a server sends them, what it imports at once. */
export interface Part {
  path: string;
  bytes: number;
  imports: string[];
}

export interface Sizes {
  /** The file that a page's script tag names. */
  entry: Part[];
  /** All that is fetched from the script tag to the first painted card. */
  firstCard: Part[];
  /** All that comes later or never. */
  later: Part[];
}

export const sum = (parts: readonly Part[]): number => parts.reduce((total, { bytes }) => total + bytes, 0);

function read(path: string): Part {
  const source = readFileSync(join(embedFolder, path));
  const imports = [...source.toString().matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)].map(([, to]) =>
    relative('/', join('/', path, '..', to!)),
  );
  return { path, bytes: brotliCompressSync(source).length, imports };
}

/** Weighs the embed, built before if it must be. */
export async function weigh(): Promise<Sizes> {
  await buildEmbed();
  const parts = new Map(globSync('**/*.js', { cwd: embedFolder }).map((path) => [path, read(path)]));
  const withImports = (path: string, seen = new Set<Part>()): Set<Part> => {
    const part = parts.get(path);
    if (!part) throw new Error(`${path} is not in the embed`);
    if (seen.has(part)) return seen;
    seen.add(part);
    for (const next of part.imports) withImports(next, seen);
    return seen;
  };
  const list = [...parts.keys()].find((path) => path.startsWith('chunks/program-list-'));
  if (!list) throw new Error('the embed has no program list');
  const entry = withImports('kankei.js');
  const firstCard = new Set([...entry, ...withImports(list)]);
  const later = [...parts.values()].filter((part) => !firstCard.has(part));
  return { entry: [...entry], firstCard: [...firstCard], later: later.sort((a, b) => b.bytes - a.bytes) };
}

if (import.meta.main) {
  const { firstCard, later } = await weigh();
  const line = (name: string, bytes: number) => console.log(`${String(bytes).padStart(7)}  ${name}`);
  const table = (title: string, parts: readonly Part[]) => {
    console.log(`\n${title}`);
    for (const { path, bytes } of parts) line(path, bytes);
    line('in all', sum(parts));
  };
  console.log('Brotli bytes (quality 11), as a server sends them.');
  table('To the first card, beside the JSON:', firstCard);
  table('Fetched later, each only when it is needed:', later);
}
