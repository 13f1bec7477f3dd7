import type { ProgramName } from '../internal/program/program-link.ts';

/** Which list shows a program, or showed it last: of several on a page that could, that one opens it again. */
export const holders = new Map<string, Element>();

/** A program's name as one text. */
export const keyOf = ({ town, id }: ProgramName): string => `${town}/${id}`;

/** Lets this list be the one that shows a program, also while the code that opens it is on its way. */
export function hold(list: Element, name: ProgramName): void {
  holders.set(keyOf(name), list);
}
