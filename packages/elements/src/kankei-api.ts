/** Where to look for widgets. */
export type KankeiRoot = Document | DocumentFragment | Element;

/** What the script tag leaves on a page: `window.Kankei`. Everything else goes by attributes and DOM events. */
export interface KankeiApi {
  /** The version of the script, e.g. `1.0.0`. */
  readonly version: string;
  /**
   * Resolves once the page has been read and every widget near the visitor is defined, or known not to come; never
   * rejects. A page in a tab that nobody has looked at yet is waiting for its visitor.
   */
  readonly ready: Promise<void>;
  /**
   * Looks for widgets at and below `root`, in every form, and from then on follows what is added there. Only a shadow
   * root of the page's own needs this: the document is looked through and followed by itself.
   */
  scan(root?: KankeiRoot): void;
  /**
   * Examines the widgets of this page, and tells in the page's language what was found and what to do. Sends
   * nothing. Undefined where the code for it does not come.
   */
  doctor(): Promise<string | undefined>;
}

declare global {
  interface Window {
    /** There once the script has run. */
    Kankei?: KankeiApi;
  }
}
