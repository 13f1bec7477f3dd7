import { openedHash, type ProgramName } from '../internal/program/program-link.ts';
import { holders, keyOf } from './holders.ts';

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

/** Lets others show what this list held. */
export function release(list: Element): void {
  for (const [key, holder] of holders) if (holder === list) holders.delete(key);
}

/** True when another list of the page holds a program. */
export function isHeldElsewhere(list: Element, name: ProgramName): boolean {
  return (holders.get(keyOf(name)) ?? list) !== list;
}
