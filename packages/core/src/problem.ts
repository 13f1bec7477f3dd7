import type { Problem, ProblemCode } from './schema/problem.ts';

const titles: Record<ProblemCode, [status: number, title: string]> = {
  'invalid-parameter': [400, 'A query parameter cannot be used'],
  'invalid-body': [422, 'What was sent cannot be used'],
  'town-not-found': [404, 'There is no such town here'],
  'program-not-found': [404, 'There is no such program in this town'],
  'fanclub-not-found': [404, 'This town has no fan club here'],
  'furusato-not-found': [404, 'This town says nothing of furusato nozei here'],
  'not-taken': [404, 'This town takes nothing of the kind in here'],
  'recruitment-closed': [409, 'This program takes no applications any more'],
  'not-found': [404, 'There is nothing at this address'],
  'link-expired': [401, 'The link of this member can no longer be used'],
  'key-reused': [409, 'This Idempotency-Key was sent with another body'],
  'proof-failed': [422, 'The proof of work is missing, too old, used or wrong'],
  'method-not-allowed': [405, 'This address does not take this method'],
  'origin-not-allowed': [403, 'This origin may not write here'],
  'too-large': [413, 'What was sent is too large'],
  'too-many-requests': [429, 'Too many requests'],
  unavailable: [503, 'The service is not available for the moment'],
  internal: [500, 'Something went wrong on our side'],
  network: [0, 'The backend could not be reached'],
  timeout: [0, 'The backend did not answer in time'],
  'bad-answer': [0, 'The backend answered something that cannot be read'],
  'bad-file': [0, 'A file cannot be read'],
};

/** What a problem may say beside its code. */
export type ProblemDetails = Pick<Problem, 'detail' | 'errors' | 'retryAfter'>;

/**
 * Makes the problem document for a code. The titles are for developers; people read the strings of the elements. The
 * embed leaves the titles out and has the codes in their place.
 */
export function makeProblem(code: ProblemCode, more: ProblemDetails = {}): Problem {
  const [status, title = code] = titles[code];
  return { type: `urn:kankei:problem:${code}`, title, status, code, ...more };
}

/** A problem as an error: every backend rejects with this and nothing else (save an abort). */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
