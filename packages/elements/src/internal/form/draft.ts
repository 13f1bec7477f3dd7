import type { Answers } from '@kankei/core';

/** What outlives a reload, for this visit only: session storage ends with it. */
export interface Draft {
  answers?: Readonly<Answers>;
  /** The person said that others use this computer: then nothing else is kept. */
  shared?: true;
}

const keyOf = (name: string) => `kankei:${name}`;

/** Session storage may be switched off: a form works without. */
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

export function draft(name: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(keyOf(name)) ?? 'null');
    const { answers, shared } = (kept ?? {}) as Draft;
    if (shared === true) return { shared };
    return answers && typeof answers === 'object' && Object.keys(answers).length ? { answers } : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(name: string, { answers, shared }: Draft = {}): void {
  try {
    if (shared || (answers && Object.keys(answers).length))
      storage()?.setItem(keyOf(name), JSON.stringify(shared ? { shared } : { answers }));
    else storage()?.removeItem(keyOf(name));
  } catch {
    // A full storage loses the convenience, not the form.
  }
}
