/**
 * Options whose values may be told: what a webmaster chose for every visitor. The others fill a form in, or may carry
 * whatever a page puts there.
 */
const told = new Set(
  'town,lang,accent,kind,theme,from,to,past,view,views,limit,no-jsonld,sort,sync,heading-level,era,compact,new-tab,estimate,one-stop,layout'.split(
    ',',
  ),
);
const addresses = new Set(['endpoint', 'src']);

const longest = 200;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/**
 * An address as it may be told: without user, password and fragment, and of its query only the values of options; of the
 * others the names stay. What is no address is not told at all.
 */
export function trimAddress(address: string, base?: string): string {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return '…';
  }
  const query = [...url.searchParams].map(([name, value]) => `${name}=${told.has(name) ? value : '…'}`).join('&');
  // What has no host, as data: and blob:, holds content or nothing worth telling.
  const place = /^(https?|file):$/.test(url.protocol) ? `${url.protocol}//${url.host}${url.pathname}` : url.protocol;
  return short(`${place}${query && `?${query}`}`);
}

/** An option as it may be told: `town="213306"`, or its name alone; `data-` before it changes nothing. */
export function writeOption(name: string, value: string, base?: string): string {
  const option = name.replace(/^data-/, '');
  const shown = addresses.has(option) ? trimAddress(value, base) : told.has(option) ? short(value) : '…';
  return value === '' ? name : `${name}="${shown.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}
