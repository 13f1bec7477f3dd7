import { makeProblem, type ProblemCode, ProblemError, problem } from '@kankei/core';
import type { HTTPError } from 'ky';

const codeOfStatus: Record<number, ProblemCode> = {
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The server's own problem document; without one (a proxy's error page, a wrong address) what the status tells. */
export function refusal({ data, response, request }: HTTPError): ProblemError {
  const told = problem.safeParse(data);
  if (told.success) return new ProblemError(told.data);
  const detail = `${request.url} answered ${response.status} without a problem document`;
  return new ProblemError(makeProblem(codeOfStatus[response.status] ?? 'bad-answer', { detail }));
}
