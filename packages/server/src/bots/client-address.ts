import { isIPv4, isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * The address a request came from, as far as it can be trusted: the socket's, or with `proxies` proxies of our own in
 * front the one that the first of them saw. Each proxy writes the address it was asked from at the end of
 * `X-Forwarded-For`; whatever stands before was written by the sender and means nothing. Undefined where there is no
 * address, for instance on a Unix socket.
 */
export function clientAddress(c: Context, proxies: number): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const socket = incoming?.socket.remoteAddress;
  if (proxies === 0) return readAddress(socket);
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').filter((one) => one.trim());
  // Fewer entries than proxies: one was passed by, and the first that is there is the nearest to the truth.
  return readAddress([...forwarded, socket ?? ''].at(-1 - proxies) ?? forwarded[0] ?? socket);
}

/** An address without port, brackets and zone; IPv4 in IPv6 as IPv4. Undefined for what is none. */
function readAddress(text = ''): string | undefined {
  const bare = text
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  return isIPv4(bare) || isIPv6(bare) ? bare : undefined;
}

/**
 * What stands for one sender and for the network around it: an IPv4 address and its /24, an IPv6 /64 and its /48. A
 * household or a phone has a whole /64, a company or a small provider a /48.
 */
export function networksOf(address: string): [sender: string, network: string] {
  if (isIPv4(address)) return [address, `${address.split('.').slice(0, 3).join('.')}.0/24`];
  const groups = expand(address);
  const prefix = (count: number) => `${groups.slice(0, count).join(':')}::/${count * 16}`;
  return [prefix(4), prefix(3)];
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  // The WHATWG parser writes every address in its one shortest form, embedded IPv4 included.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
