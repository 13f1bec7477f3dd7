import { findPostalPlaces, type PostalShard, postalPrefix, postalShard } from '@kankei/core';
import { untilStopped } from './abort.ts';
import type { Backend } from './backend.ts';
import { type FetchOptions, get } from './get.ts';
import { parseJson } from './parse-json.ts';

/** The largest shard there is has 29 kB. */
const shardLimit = 1_000_000;

/**
 * Looks postal codes up in shards on a web server; `address` says where the shard of a prefix stands. A shard is fetched
 * once, with the first code of its prefix, and again only where that failed.
 */
export function postalLookup(address: (prefix: string) => URL, options: FetchOptions): Backend['postal'] {
  const shards = new Map<string, Promise<PostalShard>>();

  const fetchShard = async (prefix: string): Promise<PostalShard> => {
    const more = {
      limit: shardLimit,
      tooLarge: 'bad-answer',
      credentials: 'omit',
      accept: 'application/json',
    } as const;
    return postalShard.parse(parseJson(await get(address(prefix), { ...options, ...more })));
  };
  const shardOf = (prefix: string): Promise<PostalShard> => {
    const known = shards.get(prefix);
    if (known) return known;
    const shard = fetchShard(prefix);
    shards.set(prefix, shard);
    shard.catch(() => shards.delete(prefix));
    return shard;
  };

  return async (code, { signal } = {}) => {
    if (signal?.aborted) throw signal.reason;
    const prefix = postalPrefix(code);
    if (!prefix) return undefined;
    // No shard, a server out of reach, one that answers something else: all the same to who fills in a form.
    const shard = await untilStopped(
      shardOf(prefix).catch(() => undefined),
      signal,
    );
    const places = shard && findPostalPlaces(shard, code);
    return places?.length ? places : undefined;
  };
}
