import type { MiddlewareHandler } from 'hono';

/** For everything that is data: whatever a browser takes it for, it runs nothing and loads nothing. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Headers that say how an answer may be used. Pages bring a policy of their own. */
export function security(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has('content-security-policy')) c.header('content-security-policy', dataPolicy);
    if (!headers.has('cross-origin-resource-policy')) c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'strict-origin-when-cross-origin');
  };
}
