/** The address when a page may link it (http or https), else undefined: answers are data, not to be trusted. */
export function webLink(address: string | undefined): string | undefined {
  if (!address) return undefined;
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
