import { makeProblem, ProblemError, problem, problemCodes } from '@kankei/core';
import { describe, expect, it } from 'vitest';

describe('makeProblem', () => {
  it.each(problemCodes)('has a document for %s that the schema reads back', (code) => {
    const made = makeProblem(code);
    expect(made).toMatchObject({ code, type: `urn:kankei:problem:${code}` });
    expect(made.title).not.toBe('');
    expect(problem.parse(made)).toEqual(made);
    // 0 is what only the client sees; a server answers with an error of its own or of the caller's.
    expect(made.status === 0 || (made.status >= 400 && made.status < 600)).toBe(true);
  });

  it('names what is at fault', () => {
    const errors = [{ name: 'from', reason: 'invalid_format' }];
    expect(makeProblem('invalid-parameter', { detail: 'from', errors })).toMatchObject({
      status: 400,
      detail: 'from',
      errors,
    });
  });
});

describe('a problem from elsewhere', () => {
  it('with a code that is not known is one of ours, so that a newer server does not break an older page', () => {
    const made = { ...makeProblem('not-found'), code: 'from-the-future' };
    expect(problem.parse(made).code).toBe('internal');
  });

  it('without what every problem has is refused', () => {
    expect(problem.safeParse({ title: 'x' }).success).toBe(false);
  });
});

describe('ProblemError', () => {
  it('is an error that carries the problem and its cause', () => {
    const cause = new TypeError('no network');
    const error = new ProblemError(makeProblem('network'), { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'ProblemError', cause, problem: { code: 'network' } });
    expect(error.message).toBe(makeProblem('network').title);
    expect(new ProblemError(makeProblem('timeout', { detail: '10 s' })).message).toBe('10 s');
  });
});
