import { type ListOptions, listQuery, type ProgramQueryInput, saidOf } from '@kankei/core';
import type { Chosen } from './chosen.ts';

/**
 * The question of the page, narrowed by the visitor's: never wider than the attributes allow, whatever is chosen.
 * `longest` is the most programs one answer holds.
 */
export function toQuery(
  attributes: ListOptions,
  chosen: Chosen,
  towns: readonly string[],
  longest: number | undefined,
): ProgramQueryInput {
  const page = listQuery(attributes, longest);
  return saidOf({
    ...page,
    ...chosen,
    kind: choice(page.kind, chosen.kind),
    theme: choice(page.theme, chosen.theme),
    town: chosen.town?.filter((code) => towns.includes(code)),
    from: [page.from, chosen.from].filter(Boolean).sort().at(-1),
    to: [page.to, chosen.to].filter(Boolean).sort()[0],
    past: page.id ? page.past : (chosen.past ?? page.past),
  });
}

/** What is chosen of what is allowed, else all of that. */
function choice<Value>(allowed: readonly Value[] = [], chosen: readonly Value[] = []): readonly Value[] {
  const both = allowed.length ? chosen.filter((value) => allowed.includes(value)) : chosen;
  return both.length ? both : allowed;
}
