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

const allowed = 'GET, HEAD, OPTIONS';

/** Answers GET and HEAD at a path, OPTIONS with what is allowed, and every other method with 405. */
export function read<Path extends string>(app: Hono, path: Path, handler: Handler<object, Path>): void {
  app.get(path, handler as Handler);
  app.options(path, () => new Response(null, { status: 204, headers: { allow: allowed } }));
  app.all(path, () => problemResponse(makeProblem('method-not-allowed'), { allow: allowed }));
}
