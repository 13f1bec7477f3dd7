/** Why a tag was left as it is. */
function warn(tag: string, reason: string): void {
  console.warn(`[kankei] <${tag}>: ${reason}`);
}

/**
 * Registers a tag, unless the page has it already: what came first stays, another version is told once, and
 * nothing throws on a page that is not ours.
 */
export function define(tag: string, element: CustomElementConstructor & { readonly version: string }): void {
  const taken = customElements.get(tag) as { version?: unknown } | undefined;
  try {
    if (!taken) customElements.define(tag, element);
    else if (taken.version !== element.version)
      warn(tag, `already defined${taken.version ? ` in version ${taken.version}` : ' by something else'}; it stays.`);
  } catch (error) {
    warn(tag, String(error));
  }
}
