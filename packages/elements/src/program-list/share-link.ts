/** What came of it: the address is in the clipboard, or could not be put there. */
export type Shared = 'copied' | 'refused';

/** Hands an address to the system's own sharing, else copies it. Undefined where the system has said the rest. */
export async function share(url: string, title: string): Promise<Shared | undefined> {
  if (navigator.share) {
    try {
      await navigator.share({ url, title });
      return undefined;
    } catch (error) {
      // Changed one's mind; a page's policy may forbid sharing: then copying is left.
      if ((error as Error).name === 'AbortError') return undefined;
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'refused';
  }
}
