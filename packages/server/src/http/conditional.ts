import { hash } from 'node:crypto';

/** A validator made of all that the answer depends on; weak, for compression changes the bytes. */
export function makeTag(...parts: readonly (string | number)[]): string {
  return `W/"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22)}"`;
}

/** True when the client's copy is still good: RFC 9110 13.1.2, weak comparison. */
export function isFresh(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (one: string) => one.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((one) => opaque(one) === '*' || opaque(one) === opaque(tag));
}

/** What asks for a copy again, and how long it may do without. */
export interface Validity {
  tag: string;
  /** The Cache-Control of the answer and of "your copy is good". */
  cacheControl: string;
  /** What else both say, such as a policy: a browser keeps to what it was told last of its copy. */
  headers?: Record<string, string>;
}

/** For listings and feeds: a minute at rest, ten more while a new copy is fetched behind the page. */
export const shortly = 'public, max-age=60, stale-while-revalidate=600';

/** Answers 304 without making the answer when the client has it, else makes it. */
export async function answerIfChanged(
  request: Request,
  { tag, cacheControl, headers: others }: Validity,
  make: () => Promise<Response> | Response,
): Promise<Response> {
  const headers = { etag: tag, 'cache-control': cacheControl, ...others };
  if (isFresh(request.headers.get('if-none-match') ?? undefined, tag))
    return new Response(null, { status: 304, headers });
  const response = await make();
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
