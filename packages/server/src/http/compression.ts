import { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { isWhole } from './whole-response.ts';

const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** The encoding to answer in: the one the client likes best, ours first among equals; undefined for none. */
export function chooseEncoding(accept: string | undefined): Encoding | undefined {
  const likes = new Map<string, number>();
  for (const part of (accept ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    if (name) likes.set(name, quality === undefined ? 1 : Number(quality) || 0);
  }
  const like = (encoding: Encoding) => likes.get(encoding) ?? likes.get('*') ?? 0;
  const best = encodings.reduce((one, other) => (like(other) > like(one) ? other : one));
  return like(best) > 0 ? best : undefined;
}

const compressible = /^(text\/|application\/(.+\+)?(json|xml|javascript)|image\/svg\+xml)/;

/** Below this many bytes compression gains nothing. */
const threshold = 860;

/** Quality 3 takes as long as gzip and writes as much; 5 takes three times as long to write an eighth less. */
const brotliParams = { [constants.BROTLI_PARAM_QUALITY]: 3 };
const gzipLevel = 6;

const compressor = (encoding: Encoding) =>
  encoding === 'br' ? createBrotliCompress({ params: brotliParams }) : createGzip({ level: gzipLevel });

/** Up to this many bytes an answer is compressed in one piece, which takes a fraction of a stream's time. */
const onePiece = 1_000_000;

/** The bytes, or a text's, in one piece. */
export function compress(
  bytes: string | ArrayBuffer | Uint8Array,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  return encoding === 'br'
    ? promisify(brotliCompress)(bytes, { params: brotliParams })
    : promisify(gzip)(bytes, { level: gzipLevel });
}

/** `length` in bytes. */
export function isWorthCompressing(length: number): boolean {
  return length >= threshold;
}

/** Compresses text on its way out. Answers that bring an encoding of their own are left alone. */
export function compression(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (isWhole(c.res)) return;
    const { headers } = c.res;
    if (!compressible.test(headers.get('content-type') ?? '')) return;
    headers.append('vary', 'Accept-Encoding');
    const length = headers.get('content-length');
    if (headers.has('content-encoding') || (length !== null && !isWorthCompressing(Number(length)))) return;
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    // The body comes last: to look at it is to make a stream of it.
    if (!encoding || !c.res.body) return;
    if (length !== null && Number(length) <= onePiece) {
      const bytes = await compress(await c.res.arrayBuffer(), encoding);
      c.res = new Response(bytes, c.res);
      c.res.headers.set('content-length', String(bytes.length));
    } else {
      c.res = new Response(c.res.body.pipeThrough(Duplex.toWeb(compressor(encoding)) as never), c.res);
      c.res.headers.delete('content-length');
    }
    c.res.headers.set('content-encoding', encoding);
  };
}
