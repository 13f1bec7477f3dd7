import { faultsOf, makeProblem, type ProblemCode, ProblemError } from '@kankei/core';
import type { FetchOptions } from './exchange.ts';
import { fetchFile, fileProblem, kankeiFileAt } from './program-file.ts';

/** A part of a town's entry in `kankei.json`, which is read when somebody asks for it. */
export interface ProfilePart<Profile> {
  name: 'fanclub' | 'furusato';
  schema: {
    safeParse(
      value: unknown,
    ): { success: true; data: Profile } | { success: false; error: Parameters<typeof faultsOf>[0] };
  };
  /** What is said of a town without one. */
  missing: ProblemCode;
}

/** A town's own part, and where in the file it stands: `towns.0.fanclub`. */
export interface TownProfile<Profile> {
  profile: Profile;
  place: string;
}

/**
 * Fetches a `kankei.json` for one part of its towns alone: no list of programs is waited for. The result gives a town's
 * own, or throws: `town-not-found`, what `missing` says, or `bad-file` that names what in it cannot be read.
 */
export async function openProfiles<Profile>(
  url: URL,
  fetching: FetchOptions,
  { name, schema, missing }: ProfilePart<Profile>,
): Promise<(code: string) => TownProfile<Profile>> {
  const content = await fetchFile(url, fetching);
  const { towns } = await kankeiFileAt(url, 'json' in content ? content.json : undefined);
  return (code) => {
    const index = towns.findIndex((town) => town.code === code);
    const written = towns[index]?.[name];
    if (written === undefined)
      throw new ProblemError(makeProblem(index < 0 ? 'town-not-found' : missing, { detail: url.href }));
    const place = `towns.${index}.${name}`;
    const read = schema.safeParse(written);
    if (!read.success) throw fileProblem(url, 'unreadable', faultsOf(read.error, place));
    return { profile: read.data, place };
  };
}
