import type { Program, ProgramItem } from '@kankei/core';

export interface DescribeOptions {
  /** The instant (ms since 1970) the programs are described for. */
  now: number;
  /** The absolute address of a program. */
  url(program: ProgramItem): string | undefined;
}

/**
 * What search engines read: the programs as schema.org Events in JSON that may stand inside a `<script>` element; empty
 * where none has a date. What cannot be described is left out. Rejects when the code for it cannot be fetched.
 */
export async function describePrograms(programs: Iterable<ProgramItem>, options: DescribeOptions): Promise<string> {
  const { serializeJsonLd, toJsonLdList } = await import('@kankei/formats/json-ld');
  const events = [...programs].flatMap((program) => {
    try {
      return toJsonLdList([program as Program], options)['@graph'] as unknown[];
    } catch {
      // A backend of the page's own may say what no schema allows.
      return [];
    }
  });
  return events.length ? serializeJsonLd({ '@context': 'https://schema.org', '@graph': events }) : '';
}
