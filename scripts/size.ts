// npm run size: what the built embed weighs, in brotli bytes, and what the first card pays for.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { buildEmbed, embedFolder } from './embed.ts';
import { root } from './run.ts';

/** One built file: its path within the embed, its bytes as a server sends them, what it imports at once and later. */
export interface Part {
  path: string;
  bytes: number;
  imports: string[];
  laterImports: string[];
}

export interface Sizes {
  /** The file that a page's script tag names. */
  entry: Part[];
  /** All that is fetched from the script tag to the first painted card. */
  firstCard: Part[];
  /** The same to where furusato nozei is first seen. */
  firstSight: Part[];
  /** The same to where the first field of a signup can be typed in. */
  firstForm: Part[];
  /** All of a signup to the last look over it: beside the first form its element, checks and suggestions, their words. */
  signup: Part[];
  /** What reads a town's own file, with all that it stands on. */
  file: Part[];
  /** All of a list that comes later or never, but for what follows. */
  later: Part[];
  /** What an opened program needs to know what one can do about it, of a server. */
  takingPart: Part[];
  /** All of an application until it is sent that lists do not bring by themselves. */
  application: Part[];
  /** What other tags need, and what is weighed by itself. */
  others: Part[];
}

/** Where a backend goes on to what lists never ask, and a list to what is weighed by itself. */
const notOfLists =
  /\/(http-members|file-members|quick-fanclub|http-furusato|file-furusato|http-matching|file-matching|taking-part)-/;

export const sum = (parts: readonly Part[]): number => parts.reduce((total, { bytes }) => total + bytes, 0);

function read(path: string): Part {
  const source = readFileSync(join(embedFolder, path));
  const found = (pattern: RegExp) =>
    [...source.toString().matchAll(pattern)].map(([, to]) => relative('/', join('/', path, '..', to!)));
  return {
    path,
    bytes: brotliCompressSync(source).length,
    imports: found(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g),
    laterImports: found(/\bimport\(\s*["'`](\.[^"'`]+)["'`]/g),
  };
}

/** Weighs the embed, built before if it must be. */
export async function weigh(): Promise<Sizes> {
  await buildEmbed();
  const parts = new Map(globSync('**/*.js', { cwd: embedFolder }).map((path) => [path, read(path)]));
  const reach = (path: string, next: (part: Part) => string[], seen = new Set<Part>()): Set<Part> => {
    const part = parts.get(path);
    if (!part) throw new Error(`${path} is not in the embed`);
    if (seen.has(part)) return seen;
    seen.add(part);
    for (const one of next(part)) reach(one, next, seen);
    return seen;
  };
  const atOnce = ({ imports }: Part) => imports;
  const everOfLists = ({ imports, laterImports }: Part) =>
    [...imports, ...laterImports].filter((path) => !notOfLists.test(path));
  const chunk = (name: string) => {
    const found = [...parts.keys()].find((path) => path.startsWith(`chunks/${name}-`));
    if (!found) throw new Error(`the embed has no ${name}`);
    return found;
  };
  const entry = reach('kankei.js', atOnce);
  const firstCard = new Set([...entry, ...reach(chunk('first-cards'), atOnce)]);
  const firstSight = new Set([...entry, ...reach(chunk('first-sight'), atOnce)]);
  const firstForm = new Set([...entry, ...reach(chunk('first-form'), atOnce)]);
  const ofSignup = ['fanclub-signup', 'signup-flow', 'ja-form-rest'].flatMap((name) => [...reach(chunk(name), atOnce)]);
  const ofLists = new Set([...firstCard, ...reach(chunk('program-list'), everOfLists)]);
  const reachAll = (...names: string[]) => new Set(names.flatMap((name) => [...reach(chunk(name), atOnce)]));
  const without = (some: Iterable<Part>, ...others: Set<Part>[]) =>
    [...some].filter((part) => !others.some((other) => other.has(part)));
  const takingPart = new Set(without(reachAll('taking-part', 'http-matching'), ofLists));
  const ofApplication = reachAll('application', 'ja-application-rest', 'ja-form-rest', 'http-members');
  const application = without(ofApplication, ofLists, takingPart);
  const bySize = (some: Iterable<Part>) => [...some].sort((a, b) => b.bytes - a.bytes);
  return {
    entry: [...entry],
    firstCard: [...firstCard],
    file: [...reach(chunk('file-backend'), atOnce)],
    firstSight: [...firstSight],
    firstForm: [...firstForm],
    signup: [...new Set([...firstForm, ...ofSignup])],
    later: bySize(ofLists).filter((part) => !firstCard.has(part)),
    takingPart: bySize(takingPart),
    application: bySize(application),
    others: bySize(parts.values()).filter((part) => !ofLists.has(part)),
  };
}

/** What a module is for, told by where it stands. */
const purposes: [purpose: string, path: RegExp][] = [
  ['Lit', /node_modules|rolldown|oxc-project/],
  ['words', /strings\//],
  ['styles', /\.styles\.ts/],
  ['contract, times and states', /packages\/core/],
  ['backend: choice, sharing, first answer', /packages\/client/],
  ['what all elements have in common', /internal\//],
  ['the list itself', /program-list\//],
];

/**
 * What the files of the first cards are made of: bytes of the modules of one purpose, compressed together and scaled so
 * that all make up the files, which share words among them.
 */
async function shares(bytes: number): Promise<[purpose: string, bytes: number][]> {
  const { build } = await import('vite');
  const [{ output }] = (await build({ root, logLevel: 'silent', build: { write: false } })) as [
    Rolldown.RolldownOutput,
  ];
  const files = output.flatMap((file) =>
    file.type === 'chunk' && ['paint', 'first-cards'].includes(file.name) ? [file] : [],
  );
  const codes = new Map<string, string>();
  for (const [path, { code }] of files.flatMap(({ modules }) => Object.entries(modules))) {
    const purpose = purposes.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
    codes.set(purpose, (codes.get(purpose) ?? '') + (code ?? ''));
  }
  const alone = [...codes].map(([purpose, code]) => [purpose, brotliCompressSync(code).length] as const);
  const all = alone.reduce((total, [, size]) => total + size, 0);
  return alone.map(([purpose, size]): [string, number] => [purpose, Math.round((size * bytes) / all)]);
}

if (import.meta.main) {
  const { entry, firstCard, firstSight, firstForm, signup, later, takingPart, application, others } = await weigh();
  const line = (name: string, bytes: number) => console.log(`${String(bytes).padStart(7)}  ${name}`);
  const table = (title: string, parts: readonly Part[]) => {
    console.log(`\n${title}`);
    for (const { path, bytes } of parts) line(path, bytes);
    line('in all', sum(parts));
  };
  console.log('Brotli bytes (quality 11), as a server sends them.');
  table('To the first card, beside the JSON:', firstCard);
  console.log('\nOf which the file of the list, about:');
  for (const [purpose, bytes] of await shares(sum(firstCard) - sum(entry))) line(purpose, bytes);
  table('To the first sight of furusato nozei:', firstSight);
  table('To the first field of a signup:', firstForm);
  const rest = signup.filter((part) => !firstForm.includes(part));
  table(`Then, to the last look over it (${sum(signup)} with the above):`, rest);
  table('Fetched later, each only when it is needed:', later);
  table('What one can do about an opened program:', takingPart);
  table('Then, until an application is sent:', application);
  table('Of these, and for other tags:', others);
}
