import type { PostalShard } from './schema/postal.ts';

/** A place that a postal code stands for. */
export interface PostalPlace {
  /** 岐阜県 */
  prefecture: string;
  /** Six digits. */
  municipalityCode: string;
  /** 飛騨市; of a ward with its city, 浜松市中央区. */
  municipality: string;
  /** 町域; absent where the code says no more than the municipality. */
  area?: string;
}

/** The first three digits of a postal code of seven, by which shards are named; undefined for what is none. */
export function postalPrefix(code: string): string | undefined {
  return /^\d{7}$/.test(code) ? code.slice(0, 3) : undefined;
}

/** The places of a postal code of seven digits in the shard of its prefix, in the shard's order; empty for none. */
export function findPostalPlaces(shard: PostalShard, code: string): PostalPlace[] {
  const rest = code.slice(3);
  return shard.flatMap(({ areas, ...place }) => (areas[rest] ?? []).map((area) => (area ? { ...place, area } : place)));
}
