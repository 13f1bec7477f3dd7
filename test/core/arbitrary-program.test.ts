import { program } from '@kankei/core';
import { expect, it } from 'vitest';
import { arbitraryProgram } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';

it('takes every program the tests make up, unchanged', () => {
  fc.assert(
    fc.property(arbitraryProgram, (made) => {
      expect(program.parse(made)).toEqual(made);
    }),
    { numRuns: 500 },
  );
});

it('has a test program for every field of the schema', () => {
  const seen = new Set(fc.sample(arbitraryProgram, { numRuns: 200, seed: 1 }).flatMap(Object.keys));
  expect([...seen].sort()).toEqual(Object.keys(program.shape).sort());
});
