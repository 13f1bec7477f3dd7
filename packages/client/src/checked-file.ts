import { type Faults, faultsOf, type Program, program } from '@kankei/core';

// What the contract's schemas say of files; fetched with them, where something is not usual.

export { readKankeiFile } from '@kankei/core';

/** A program of a file, or what is wrong with it; `name` says where it stands. */
export function checkProgram(value: unknown, name: string): { program: Program } | { faults: Faults } {
  const { data, error } = program.safeParse(value);
  return data ? { program: data } : { faults: faultsOf(error, name) };
}
