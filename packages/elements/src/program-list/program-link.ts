/** A program by its address within a backend. */
export interface ProgramName {
  town: string;
  id: string;
}

const name = '#kankei-program=';
let taken: string | undefined;

/** The present page with a program named in its hash: opens that program when visited. */
export function programHref({ town, id }: ProgramName): string {
  return `${location.href.replace(/#.*/, '')}${name}${town}/${id}`;
}

/** The program the page's address names, if it is of one of these towns. Of several lists on a page one takes it. */
export function takeLinkedProgram(towns: readonly string[]): ProgramName | undefined {
  const { hash } = location;
  const [, town, id] = /^#kankei-program=(\d{6})\/([\w-]{1,100})$/.exec(hash) ?? [];
  if (!town || !id || hash === taken || !towns.includes(town)) return undefined;
  taken = hash;
  return { town, id };
}
