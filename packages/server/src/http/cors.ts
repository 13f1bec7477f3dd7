import { routes } from '@kankei/core';
import type { MiddlewareHandler } from 'hono';
import { refuse } from './problems.ts';
import { isWhole } from './whole-response.ts';

const reading = new Set(['GET', 'HEAD']);

/** What is asked by `POST` because the question is too long for an address, and keeps nothing: reading all the same. */
const asking = new RegExp(`^${routes.matches.replace('{codes}', '[^/]+')}$`);

/** What an answer that every page may read says of it. */
export const readingHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, Allow, Date',
};

/** How long a browser may remember a preflight, in seconds. */
const rememberFor = '86400';

/**
 * Reading is open to every page, but for what says of itself that it is for our own; writing only to the origins that
 * are named, and to pages of our own. No page of another origin may send a cookie, so there are no credentials to allow.
 */
export function cors({
  publicUrl,
  writeOrigins,
}: {
  publicUrl: string;
  writeOrigins: readonly string[];
}): MiddlewareHandler {
  const writers = new Set([...writeOrigins, new URL(publicUrl).origin]);
  return async (c, next) => {
    const origin = c.req.header('origin');
    const wanted = c.req.method === 'OPTIONS' ? c.req.header('access-control-request-method') : undefined;
    const method = wanted ?? c.req.method;
    const isAsking = method === 'POST' && asking.test(c.req.path);
    const isReading = reading.has(method) || method === 'OPTIONS' || isAsking;
    // What a browser itself calls the same origin is a page of ours, under whatever name the server was reached.
    const isOwn = c.req.header('sec-fetch-site') === 'same-origin';
    if (!isReading && origin !== undefined && !isOwn && !writers.has(origin))
      refuse('origin-not-allowed', { detail: origin });
    if (wanted === undefined) await next();
    else c.res = new Response(null, { status: 204, headers: { 'access-control-max-age': rememberFor } });
    if (isWhole(c.res)) return;
    const { headers: answered } = c.res;
    if (answered.get('cross-origin-resource-policy') === 'same-origin') return;
    if (isReading) answered.set('access-control-allow-origin', '*');
    else if (origin !== undefined) {
      answered.set('access-control-allow-origin', origin);
      answered.append('vary', 'Origin');
    }
    if (wanted === undefined) {
      answered.set('access-control-expose-headers', readingHeaders['access-control-expose-headers']);
      return;
    }
    answered.set('access-control-allow-methods', method);
    const headers = c.req.header('access-control-request-headers');
    if (headers !== undefined) answered.set('access-control-allow-headers', headers);
  };
}
