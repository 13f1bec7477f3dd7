import { makeProblem, ProblemError, programId, readTownCodes } from '@kankei/core';

/** The codes of a question, each once. Throws `invalid-parameter` for what can be no code: nothing is sent for it. */
export function townCodes(codes: readonly string[]): string[] {
  const read = readTownCodes(codes);
  if ('errors' in read) throw new ProblemError(makeProblem('invalid-parameter', { errors: read.errors }));
  return read.codes;
}

/** The code of a question about one town. */
export function townCode(code: string): string {
  return townCodes([code])[0]!;
}

/** The id of a question about one program. Throws `program-not-found` for what can be no id. */
export function askedId(id: string): string {
  if (!programId.safeParse(id).success) throw new ProblemError(makeProblem('program-not-found', { detail: id }));
  return id;
}
