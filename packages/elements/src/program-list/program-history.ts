import { listHref } from '../internal/program/program-link.ts';

/** Marks the entries of the browser's history that we made; beside it stands what the page itself keeps there. */
const mark = 'kankeiProgram';

/**
 * Makes an address the page's own, as a link within the page would, and tells no listener of the page. `isProgram`:
 * whether the way back from it closes a program.
 */
export function visit(href: string, isProgram = true): void {
  if (location.href === href) return;
  const kept: unknown = history.state;
  const state = kept === null || typeof kept === 'object' ? { ...kept, [mark]: isProgram } : kept;
  try {
    history.pushState(state, '', href);
  } catch {
    // Sandboxed pages have no history, browsers limit how fast it grows: the program opens without an entry.
  }
}

/** True when this is the page's present address. */
export const nameInAddress = (href: string): boolean => location.href === href;

/**
 * Leaves an address that names a program: back to the entry before it if we made it (`popstate` comes later), else by
 * taking the name away, so that nobody is led off the page who came by a link.
 */
export function leaveAddress(): 'leaving' | 'left' {
  if ((history.state as Record<string, unknown> | null)?.[mark]) {
    history.back();
    return 'leaving';
  }
  try {
    history.replaceState(history.state, '', listHref());
  } catch {
    // As above: the name stays in the address.
  }
  return 'left';
}
