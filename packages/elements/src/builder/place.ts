import { embedPlace } from '@kankei/core';
import { version } from '../internal/version.ts';
import type { KnownTown, Place } from './choices.ts';

/**
 * Where the snippets' script is: where the server says it is reached (`base`), else beside the builder's own script at
 * `own`.
 */
export function placeOf(own: string, base: string | undefined): Place {
  const script = base === undefined ? new URL('kankei.js', own).href : `${base}/embed/v1/kankei.js`;
  return { script, pinned: pinnedFolder(script) };
}

/** The towns a page of the server hands over; none where it hands over something else. */
export function readKnownTowns(json = '[]'): KnownTown[] {
  try {
    const towns: unknown = JSON.parse(json);
    if (!Array.isArray(towns)) return [];
    return towns.filter((one) => typeof one?.code === 'string' && typeof one.name === 'string');
  } catch {
    return [];
  }
}

/** The folder of this very version; one that was copied never changes by itself. */
function pinnedFolder(script: string): string {
  const { base, ending } = embedPlace(script);
  return ending ? base : `${base}/embed/${version}`;
}

/** The hashes of this version's files, as the build's `integrity.json` has them; undefined where it cannot be read. */
export async function readIntegrity(own: string): Promise<Record<string, string> | undefined> {
  try {
    const answer = await fetch(`${pinnedFolder(own)}/integrity.json`);
    const files: unknown = answer.ok ? await answer.json() : undefined;
    if (typeof files !== 'object' || files === null) return undefined;
    return Object.fromEntries(Object.entries(files).filter(([, hash]) => /^sha\d{3}-[\w+/=]+$/.test(hash)));
  } catch {
    return undefined;
  }
}
