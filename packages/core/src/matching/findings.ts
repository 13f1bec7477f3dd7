import type { Misfit, Reason } from '../schema/match.ts';

/** What speaks for a program and what against it. */
export interface Findings {
  reasons: Reason[];
  misfits: Misfit[];
}

/**
 * Makes findings of one kind about one answer. What is found in a thousand programs is one object for all of them: a
 * list is judged anew at every answer, and a hundred thousand objects each time would keep a page busy clearing up.
 */
export function saying<Code extends (Reason | Misfit)['code']>(code: Code, asked?: string) {
  const said = new Map<string, { code: Code; asked?: string; found: string }>();
  return (found: string) => {
    const known = said.get(found);
    if (known) return known;
    const finding = { code, ...(asked !== undefined && { asked }), found };
    said.set(found, finding);
    return finding;
  };
}
