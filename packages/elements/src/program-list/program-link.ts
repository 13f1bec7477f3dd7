/** A program by its address within a backend. */
export interface ProgramName {
  town: string;
  id: string;
}

/** The present page with no program named in its hash. */
export function listHref(): string {
  return location.href.replace(/#.*/, '');
}

/** The present page with a program named in its hash: opens that program when visited. */
export function programHref({ town, id }: ProgramName): string {
  return `${listHref()}#kankei-program=${town}/${id}`;
}

/** The program the page's address names, if it is of one of these towns. */
export function linkedProgram(towns: readonly string[]): ProgramName | undefined {
  const [, town, id] = /^#kankei-program=(\d{6})\/([\w-]{1,100})$/.exec(location.hash) ?? [];
  return town && id && towns.includes(town) ? { town, id } : undefined;
}

/** True for a plain click: new tabs, windows and downloads stay the browser's own. */
export function opensInPlace(event: MouseEvent): boolean {
  return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
