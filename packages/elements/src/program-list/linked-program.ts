import { openedHash, type ProgramName } from '../internal/program/program-link.ts';

/** The program the page's address names, if it is of one of these towns. */
export function linkedProgram(towns: readonly string[]): ProgramName | undefined {
  const { hash } = location;
  const [town, id, ...more] = hash.startsWith(openedHash) ? hash.slice(openedHash.length).split('/') : [];
  if (!town || !id || more.length || !/^[\w-]{1,100}$/.test(id)) return undefined;
  return towns.includes(town) ? { town, id } : undefined;
}

/** True for a plain click: new tabs, windows and downloads stay the browser's own. */
export function opensInPlace(event: MouseEvent): boolean {
  return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

/** Which list opens a program that the address names. */
let opener: { name: string; list: Element } | undefined;

/**
 * True for the one list of a page that opens this program when the address names it: of several that could, the first to
 * ask. One whose card was pressed before its code had come asks before all others.
 */
export function mayOpen(list: Element, { town, id }: ProgramName): boolean {
  const name = `${town}/${id}`;
  if (opener?.name !== name || !opener.list.isConnected) opener = { name, list };
  return opener.list === list;
}
