/** A program by its address within a backend. */
export interface ProgramName {
  town: string;
  id: string;
}

/** What a hash begins with that names a program. */
export const openedHash = '#kankei-program=';

/** The present page with no program named in its hash. */
export function listHref(): string {
  return location.href.replace(/#.*/, '');
}

/** The present page with a program named in its hash: opens that program when visited. */
export function programHref({ town, id }: ProgramName): string {
  return `${listHref()}${openedHash}${town}/${id}`;
}
