import type { Backend } from './backend.ts';

/** All that may say where answers come from. Empty texts count as not given. */
export interface BackendSources {
  /** The element's `backend` property. */
  backend?: Backend | null | undefined;
  /** The element's attributes: the address of a server, or of `kankei.json`, its folder or one file. */
  endpoint?: string | null | undefined;
  src?: string | null | undefined;
  /** The content of the page's `<meta name="kankei:endpoint">`. */
  meta?: string | null | undefined;
  /** The absolute address of the script that defined the element. */
  scriptUrl?: string | null | undefined;
  /** What relative addresses start from: the page's `document.baseURI`. */
  base?: string | undefined;
}

/** Which kind of source, as it is written; `name` says where. */
export interface Source {
  kind: 'http' | 'file';
  address: string;
  base: string | undefined;
  name: string;
}

/** `…/embed/v1/kankei.js` or `…/embed/1.2.3/kankei.js`, as a server of ours hands it out; before it, the server's address. */
const servedScript = /^(\w+:\/\/[^/]+\/(?:[^?#]*\/)?)embed\/(?:v\d+|\d+\.\d+\.\d+[^/?#]*)\/[^/?#]+(?:[?#]|$)/;

/**
 * Decides where answers come from, in this order: `endpoint`, `src`, `meta`, the script. A script of a server's embed
 * folder speaks to that server; any other looks for `kankei.json` beside itself. Undefined where nothing is given.
 */
export function chooseSource({ endpoint, src, meta, scriptUrl, base }: BackendSources): Source | undefined {
  if (endpoint) return { kind: 'http', address: endpoint, base, name: 'endpoint' };
  if (src) return { kind: 'file', address: src, base, name: 'src' };
  if (meta) return { kind: 'http', address: meta, base, name: 'kankei:endpoint' };
  if (!scriptUrl) return undefined;
  const served = servedScript.exec(scriptUrl);
  if (served) return { kind: 'http', address: served[1]!, base, name: 'script' };
  return { kind: 'file', address: 'kankei.json', base: scriptUrl, name: 'script' };
}
