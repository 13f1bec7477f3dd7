import { embedPlace } from '@kankei/core';
import { version } from '../internal/version.ts';
import type { KnownTown, Place } from './choices.ts';

/**
 * Where the snippets' script is: where the server says it is reached (`base`), else beside the builder's own script at
 * `own`.
 */
export function placeOf(own: string, base: string | undefined): Place {
  const script = base === undefined ? new URL('kankei.js', own).href : `${base}/embed/v1/kankei.js`;
  const { base: server, ending } = embedPlace(script);
  return { script, pinned: ending ? undefined : `${server}/embed/${version}/kankei.js` };
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

/** The hashes of the script of this very version, as the build's `integrity.json` has them; undefined where it cannot be read. */
export async function readIntegrity(own: string): Promise<string | undefined> {
  const { base, ending } = embedPlace(own);
  const folder = ending ? base : `${base}/embed/${version}`;
  try {
    const answer = await fetch(`${folder}/integrity.json`);
    const files: unknown = answer.ok ? await answer.json() : undefined;
    const hash = (files as Record<string, unknown> | undefined)?.['kankei.js'];
    return typeof hash === 'string' ? hash : undefined;
  } catch {
    return undefined;
  }
}
