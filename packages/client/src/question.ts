import { makeProblem, ProblemError, programIdPattern, readTownCodes } from '@kankei/core';

/** The codes of a question, each once. Throws `invalid-parameter` for what can be no code: nothing is sent for it. */
export function townCodes(codes: readonly string[], name = 'codes'): string[] {
  const read = readTownCodes(codes);
  if ('codes' in read) return read.codes;
  const errors = read.errors.map((error) => ({ ...error, name }));
  throw new ProblemError(makeProblem('invalid-parameter', { errors }));
}

/** The code of a question about one town. */
export function townCode(code: string): string {
  return townCodes([code], 'code')[0]!;
}

/** The id of a question about one program. Throws `program-not-found` for what can be no id. */
export function askedId(id: string): string {
  if (!programIdPattern.test(id)) throw new ProblemError(makeProblem('program-not-found', { detail: id }));
  return id;
}

/** The token of a question about one member. Throws `link-expired` for what can be none, and does not repeat it. */
export function memberToken(token: string): string {
  if (!/^[\w-]{16,200}$/.test(token)) throw new ProblemError(makeProblem('link-expired'));
  return token;
}
