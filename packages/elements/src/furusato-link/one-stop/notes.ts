import { type NotedDonation, oneStopYear } from '@kankei/core/furusato';

/** What somebody notes down about a year's donations. */
export interface Notes {
  year: number;
  donations: readonly Required<NotedDonation>[];
  filesReturn: boolean;
  /** The salary is above what the exception is for. */
  highSalary: boolean;
}

/** More than anybody writes down by hand; what is kept stays small. */
export const mostDonations = 100;
/** Characters of a town's name. */
export const longestTown = 60;

/** Of one browser and site, whichever town's page it is: the exception counts all towns together. */
const key = 'kankei-one-stop';

export function noNotes(today: string): Notes {
  return { year: oneStopYear(today), donations: [], filesReturn: false, highSalary: false };
}

/** What was kept before; undefined where nothing was, or nothing that can be read. */
export function keptNotes(): Notes | undefined {
  try {
    return readNotes(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Keeps the notes in this browser. False where storage is blocked or full. */
export function keepNotes(notes: Notes): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(notes));
    return true;
  } catch {
    return false;
  }
}

/** Removes what was kept. */
export function forgetNotes(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is blocked, nothing was kept.
  }
}

/** Others may write into a site's storage too: what is no notes of ours is none. */
function readNotes(kept: unknown): Notes | undefined {
  const { year, donations, filesReturn, highSalary } = (kept ?? {}) as Partial<Record<keyof Notes, unknown>>;
  if (!Number.isInteger(year) || !Array.isArray(donations)) return undefined;
  const isDonation = (one: unknown): one is NotedDonation => {
    const { town } = (one ?? {}) as Partial<NotedDonation>;
    return typeof town === 'string' && town !== '' && town.length <= longestTown;
  };
  return {
    year: year as number,
    donations: donations
      .filter(isDonation)
      .slice(0, mostDonations)
      .map(({ town, applied }) => ({ town, applied: applied === true })),
    filesReturn: filesReturn === true,
    highSalary: highSalary === true,
  };
}
