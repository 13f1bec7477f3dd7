/** The municipality codes of a `town` attribute, however they were typed, each once. */
export function readTowns(text: string): string[] {
  return [
    ...new Set(
      text
        .normalize('NFKC')
        .split(/[\s,、]+/)
        .filter(Boolean),
    ),
  ];
}
