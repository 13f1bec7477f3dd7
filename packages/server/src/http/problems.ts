import { makeProblem, type Problem, type ProblemCode, type ProblemDetails, ProblemError } from '@kankei/core';
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { isBusy } from '../storage/sqlite-dialect.ts';

/** Ends the request with a problem. */
export function refuse(code: ProblemCode, more: ProblemDetails = {}): never {
  throw new ProblemError(makeProblem(code, more));
}

/** A problem as RFC 9457 sends it; nothing keeps a copy of a failure. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const after = problem.retryAfter === undefined ? undefined : { 'retry-after': String(problem.retryAfter) };
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...after, ...headers },
  });
}

/** Every failure leaves as a problem. What we did not foresee is logged and says nothing of our inside. */
export const onError: ErrorHandler = (error) => {
  if (error instanceof ProblemError) return problemResponse(error.problem);
  if (isBusy(error)) return problemResponse(makeProblem('unavailable'), { 'retry-after': '5' });
  console.error(error);
  return problemResponse(makeProblem('internal'));
};

export const onNotFound: NotFoundHandler = () => problemResponse(makeProblem('not-found'));
