let url: string | undefined;

/** Where the embed was loaded from: the last place to look for a backend. Undefined when bundled from npm. */
export const scriptUrl = (): string | undefined => url;

/** Called once, by the embed. */
export function setScriptUrl(value: string): void {
  url = value;
}
