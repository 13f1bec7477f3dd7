import { makeProblem } from '@kankei/core';
import type { Handler, Hono } from 'hono';
import { problemResponse } from './problems.ts';

type Parameters<Path extends string> = Path extends `${infer Before}{${infer Name}}${infer After}`
  ? `${Before}:${Name}${Parameters<After>}`
  : Path;

/** A path of the contract, `/v1/towns/{code}`, as Hono writes it: `/v1/towns/:code`. */
export function toPattern<Path extends string>(path: Path): Parameters<Path> {
  return path.replace(/\{(\w+)\}/g, ':$1') as Parameters<Path>;
}

/** Answers GET and HEAD at a path, OPTIONS with what is allowed, and every other method with 405. */
export function read<Path extends string>(app: Hono, path: Path, handler: Handler<object, Path>): void {
  answer(app, path, { GET: handler });
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Answers the methods named, HEAD like GET, OPTIONS with what is allowed, and every other method with 405. */
export function answer<Path extends string>(
  app: Hono,
  path: Path,
  handlers: Partial<Record<Method, Handler<object, Path>>>,
): void {
  const methods = Object.keys(handlers).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method));
  const allow = [...methods, 'OPTIONS'].join(', ');
  // HEAD comes as a GET whose body is left out.
  for (const [method, handler] of Object.entries(handlers)) app.on(method, path, handler as Handler);
  app.options(path, () => new Response(null, { status: 204, headers: { allow } }));
  app.all(path, () => problemResponse(makeProblem('method-not-allowed'), { allow }));
}
