import { Duplex } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

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

/** Quality 5 costs about as much time as gzip and still writes less. */
const compressor = (encoding: Encoding) =>
  encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : createGzip({ level: 6 });

/** Compresses text on its way out. Answers that bring an encoding of their own are left alone. */
export function compression(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers, body } = c.res;
    if (!compressible.test(headers.get('content-type') ?? '')) return;
    c.header('vary', 'Accept-Encoding', { append: true });
    const length = headers.get('content-length');
    if (headers.has('content-encoding') || !body || (length !== null && Number(length) < threshold)) return;
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    if (!encoding) return;
    c.res = new Response(body.pipeThrough(Duplex.toWeb(compressor(encoding)) as never), c.res);
    c.header('content-encoding', encoding);
    c.header('content-length', undefined);
  };
}
