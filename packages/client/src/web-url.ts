import { makeProblem, type ProblemCode, ProblemError } from '@kankei/core';

/**
 * Resolves an address against a base and makes sure that a page can fetch it: `http:` or `https:`, and no name and
 * password inside. `name` says in the problem where the address was written.
 */
export function webUrl(
  address: string,
  base: string | undefined,
  name: string,
  code: ProblemCode = 'invalid-parameter',
): URL {
  const fault = (reason: string) =>
    new ProblemError(makeProblem(code, { detail: `${name}: ${address} (${reason})`, errors: [{ name, reason }] }));
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw fault('not-a-url');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw fault('not-http');
  if (url.username || url.password) throw fault('credentials');
  url.hash = '';
  return url;
}
