import { faultsOf, type KankeiFile, makeProblem, type ProblemCode, ProblemError } from '@kankei/core';
import type { FetchOptions } from './exchange.ts';
import { type Content, fetchFile, fileProblem, kankeiFileAt } from './program-file.ts';

/** A part of a town's entry in `kankei.json`, which is read when somebody asks for it. */
export interface ProfilePart<Profile> {
  name: 'fanclub' | 'furusato' | 'matching';
  schema: {
    safeParse(
      value: unknown,
    ): { success: true; data: Profile } | { success: false; error: Parameters<typeof faultsOf>[0] };
  };
  /** What is said of a town without one; where nothing is, `schema` reads `undefined`. */
  missing?: ProblemCode;
}

/** A town's own part, where in the file it stands (`towns.0.fanclub`), and all that is written of the town. */
export interface TownProfile<Profile> {
  profile: Profile;
  place: string;
  written: KankeiFile['towns'][number];
}

/**
 * Fetches a `kankei.json` for one part of its towns alone: no list of programs is waited for. The result gives a town's
 * own, or throws: `town-not-found`, what `missing` says, or `bad-file` that names what in it cannot be read.
 */
export async function openProfiles<Profile>(
  url: URL,
  fetching: FetchOptions,
  part: ProfilePart<Profile>,
): Promise<(code: string) => TownProfile<Profile>> {
  return profilesIn(url, await fetchFile(url, fetching), part);
}

/** The same of a `kankei.json` that has been fetched. */
export async function profilesIn<Profile>(
  url: URL,
  content: Content,
  { name, schema, missing }: ProfilePart<Profile>,
): Promise<(code: string) => TownProfile<Profile>> {
  const { towns } = await kankeiFileAt(url, 'json' in content ? content.json : undefined);
  return (code) => {
    const index = towns.findIndex((town) => town.code === code);
    const written = towns[index];
    if (!written) throw new ProblemError(makeProblem('town-not-found', { detail: url.href }));
    if (written[name] === undefined && missing) throw new ProblemError(makeProblem(missing, { detail: url.href }));
    const place = `towns.${index}.${name}`;
    const read = schema.safeParse(written[name]);
    if (!read.success) throw fileProblem(url, 'unreadable', faultsOf(read.error, place));
    return { profile: read.data, place, written };
  };
}
