import type { Program } from '@kankei/core';

/**
 * Puts the programs of several files together under ids of their own. The same program listed twice counts once; two
 * different ones that their files gave the same id are both kept, the later under `id-2`, `id-3`, …, in the order of
 * the files, so that an address of a program stays good while that order does.
 */
export function unitePrograms(lists: readonly (readonly Program[])[]): Program[] {
  const united = new Map<string, Program>();
  for (const program of lists.flat()) {
    for (let turn = 1; ; turn++) {
      const id = turn === 1 ? program.id : `${program.id.slice(0, 90)}-${turn}`;
      const name = `${program.town}/${id}`;
      const other = united.get(name);
      // Written out only where two share a name: most lists are long and have none.
      if (other && JSON.stringify({ ...other, id: program.id }) !== JSON.stringify(program)) continue;
      if (!other) united.set(name, turn === 1 ? program : { ...program, id });
      break;
    }
  }
  return [...united.values()];
}
