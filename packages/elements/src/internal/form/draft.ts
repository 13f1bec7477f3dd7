import type { Answers } from '@kankei/core';

// What was typed outlives a reload, for this visit only: session storage ends with it.

const keyOf = (name: string) => `kankei:${name}`;

/** Session storage may be switched off: a form works without. */
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

export function draft(name: string): Readonly<Answers> | undefined {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(keyOf(name)) ?? 'null');
    return kept && typeof kept === 'object' && Object.keys(kept).length ? (kept as Answers) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the answers under this name; none leave nothing behind. */
export function keepDraft(name: string, answers: Readonly<Answers> = {}): void {
  try {
    if (Object.keys(answers).length) storage()?.setItem(keyOf(name), JSON.stringify(answers));
    else storage()?.removeItem(keyOf(name));
  } catch {
    // A full storage loses the convenience, not the form.
  }
}
