import type { Program } from '@kankei/core';
import { isObject } from './is-object.ts';

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
      if (other && !isSame({ ...other, id: program.id }, program)) continue;
      if (!other) united.set(name, turn === 1 ? program : { ...program, id });
      break;
    }
  }
  return [...united.values()];
}

/** True when two values of JSON say the same, in whatever order. */
function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other);
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}
