import type { CardKey, LocalText } from '@kankei/core';

/** What a check knows of a town: enough to check its cards without network. Nothing of it is personal. */
export interface KnownTown {
  keys: CardKey[];
  name?: string | undefined;
  /** Labels of tiers by their id. */
  tiers: Record<string, LocalText>;
}

const nameOf = (code: string) => `kankei-card-check ${code}`;

/** What this device remembers of a town. */
export function knownTown(code: string): KnownTown | undefined {
  try {
    const town: KnownTown | null = JSON.parse(localStorage.getItem(nameOf(code)) ?? 'null');
    return Array.isArray(town?.keys) && town.tiers ? town : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a town. Where the browser keeps nothing, it is asked for again the next time. */
export function rememberTown(code: string, town: KnownTown): void {
  try {
    localStorage.setItem(nameOf(code), JSON.stringify(town));
  } catch {}
}
