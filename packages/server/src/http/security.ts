import type { MiddlewareHandler } from 'hono';

/** For everything that is data: whatever a browser takes it for, it runs nothing and loads nothing. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Headers that say how an answer may be used. Pages bring a policy of their own. */
export function security(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    // Not `c.header`: each call would make the whole answer anew.
    const { headers } = c.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', dataPolicy);
    if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('x-content-type-options', 'nosniff');
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  };
}
