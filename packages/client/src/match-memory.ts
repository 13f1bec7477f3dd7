import {
  faultsOf,
  type Matches,
  type MatchQuestionInput,
  makeProblem,
  matchQuestion,
  ProblemError,
  type Program,
  suggestPrograms,
} from '@kankei/core';

/** Answers a question for suggestions over programs in memory. Throws `invalid-body` as a server would. */
export function matchMemory(question: MatchQuestionInput, programs: readonly Program[], now: number): Matches {
  const { data, error } = matchQuestion.safeParse(question);
  if (!data) throw new ProblemError(makeProblem('invalid-body', { errors: faultsOf(error) }));
  return suggestPrograms(data, programs, now);
}
