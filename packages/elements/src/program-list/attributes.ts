import type { ListOptions } from '@kankei/core';

/** What a tag's attributes say of a list, read before its element is there to do so. */
export function readAttributes(tag: Element): ListOptions {
  const said = (name: string, otherwise = '') => tag.getAttribute(name) ?? otherwise;
  return {
    program: said('program'),
    kind: said('kind'),
    theme: said('theme'),
    from: said('from'),
    to: said('to'),
    past: said('past', 'exclude'),
    sort: said('sort', 'soon'),
    limit: Number(said('limit')),
  };
}
