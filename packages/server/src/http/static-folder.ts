import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { chooseEncoding, type Encoding } from './compression.ts';
import { answerIfChanged } from './conditional.ts';

/** Types of all that the embed and our pages are made of; any other file is not served. */
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A drawing may carry style of its own, and Firefox holds pictures to the policy they come with. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  tag: string;
  type: string;
  changed: number;
  encoded: Partial<Record<Encoding, Promise<Uint8Array<ArrayBuffer>>>>;
}

/** Answers a request for one file; undefined when there is none of that name. */
export type StaticFolder = (request: Request, path: string, cacheControl: string) => Promise<Response | undefined>;

/**
 * Serves a folder's files. They are read once and again when they change, and compressed as well as can be, for they
 * are few and asked for often. Nothing outside the folder is reachable: a path is plain names with `/` between, and
 * links that lead out are not followed.
 */
export function staticFolder(folder: string): StaticFolder {
  const known = new Map<string, StaticFile>();

  async function find(path: string): Promise<StaticFile | undefined> {
    const type = types[extname(path)];
    if (!type || !/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path)) return undefined;
    try {
      const file = await realpath(join(folder, path));
      if (!file.startsWith((await realpath(folder)) + sep)) return undefined;
      const { mtimeMs } = await stat(file);
      const before = known.get(path);
      if (before?.changed === mtimeMs) return before;
      const bytes = await readFile(file);
      const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      const read: StaticFile = { bytes, tag, type, changed: mtimeMs, encoded: {} };
      known.set(path, read);
      return read;
    } catch {
      return undefined;
    }
  }

  return async (request, path, cacheControl) => {
    const file = await find(path);
    if (!file) return undefined;
    const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? undefined);
    // Each encoding is a representation of its own and has its own strong tag.
    const tag = encoding ? file.tag.replace(/"$/, `-${encoding}"`) : file.tag;
    const policy = file.type.startsWith('image/svg') && { 'content-security-policy': drawingPolicy };
    return answerIfChanged(request, { tag, cacheControl, headers: { ...policy } }, async () => {
      const headers = new Headers({ 'content-type': file.type });
      if (!encoding) return new Response(file.bytes, { headers });
      file.encoded[encoding] ??= encode(file.bytes, encoding);
      headers.set('content-encoding', encoding);
      return new Response(await file.encoded[encoding], { headers });
    });
  };
}

async function encode(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  return encoding === 'br' ? promisify(brotliCompress)(bytes) : promisify(gzip)(bytes, { level: 9 });
}
