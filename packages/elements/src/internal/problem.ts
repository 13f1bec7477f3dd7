import { makeProblem, type Problem } from '@kankei/core';

/**
 * The problem an error carries. Told by its shape, not its class: a page may hold two copies of this library, and a
 * page's own backend may bring its own errors. Anything else is a fault of ours and goes to the console.
 */
export function toProblem(error: unknown): Problem {
  const problem = (error as { problem?: Problem } | undefined)?.problem;
  if (typeof problem?.code === 'string') return problem;
  console.error(error);
  return makeProblem('internal');
}
