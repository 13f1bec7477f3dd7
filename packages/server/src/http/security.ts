import type { MiddlewareHandler } from 'hono';
import { isWhole } from './whole-response.ts';

/** Headers of everything that is data: whatever a browser takes it for, it runs nothing and loads nothing. */
export const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/** Headers that say how an answer may be used. Pages bring a policy of their own. */
export function security(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (isWhole(c.res)) return;
    // Not `c.header`: each call would make the whole answer anew.
    const { headers } = c.res;
    for (const [name, value] of Object.entries(dataHeaders)) if (!headers.has(name)) headers.set(name, value);
  };
}
