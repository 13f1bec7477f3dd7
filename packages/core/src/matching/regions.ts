import { prefectureNames } from '../form/prefectures.ts';

/** The eight regions (八地方区分) of Japan. */
export const regions = ['hokkaido', 'tohoku', 'kanto', 'chubu', 'kinki', 'chugoku', 'shikoku', 'kyushu'] as const;
export type Region = (typeof regions)[number];

/**
 * The last prefecture of each region, by the codes of JIS X 0401, which go through Japan region by region. No law
 * defines regions; these are the eight of the State's textbook 小学地理 (1904) that schools have taught ever since, with
 * 三重県 in 近畿, and 沖縄県 with 九州.
 */
const lastOf: Record<Region, number> = {
  hokkaido: 1,
  tohoku: 7,
  kanto: 14,
  chubu: 23,
  kinki: 30,
  chugoku: 35,
  shikoku: 39,
  kyushu: 47,
};

/** The region of a prefecture (岐阜県); undefined for what is none. */
export function regionOf(prefecture: string): Region | undefined {
  const number = prefectureNames.indexOf(prefecture) + 1;
  return number ? regions.find((region) => number <= lastOf[region]) : undefined;
}

/** The prefecture that a municipality's code lies in; undefined for a code of no prefecture. */
export function prefectureAt(municipalityCode: string): string | undefined {
  return prefectureNames[Number(municipalityCode.slice(0, 2)) - 1];
}
