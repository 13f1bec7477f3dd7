// npm run postal -- FOLDER YYYY-MM-DD: writes the shards of postal codes, packages/server/data/postal/*.json.
//
// The facts are Japan Post's 郵便番号データ (KEN_ALL, https://www.post.japanpost.jp/zipcode/download.html), in which Japan
// Post claims no copyright: everybody may use and distribute them. FOLDER is that list as JSON, one file for each first
// three digits, as github.com/ishikawa0727/zipcode-jp-api keeps it in data/min-json/: rows of postal code, prefecture,
// municipality and 町域. The municipality is named here by its code, from core's list. For newer codes take that folder
// anew, with the day it holds for; a municipality that core does not know stops the script and is named.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Municipality, municipalitiesOf, searchMunicipalities } from '../packages/core/src/municipalities.ts';
import type { PostalShard } from '../packages/core/src/schema/postal.ts';

/** A row of the source: postal code, prefecture, municipality as Japan Post writes it, 町域. */
export type PostalRow = [code: string, prefecture: string, municipality: string, area: string];

/** What Japan Post writes in another way than 総務省 does. */
const otherSpellings: Record<string, string> = { 須惠町: '須恵町', 檮原町: '梼原町' };

const byPrefecture = new Map<string, Map<string, Municipality>>();

/** The municipalities of a prefecture by their name. */
function namesIn(prefecture: string): Map<string, Municipality> {
  const known = byPrefecture.get(prefecture);
  if (known) return known;
  const code = searchMunicipalities(prefecture).find(({ name }) => name === prefecture)?.code ?? '';
  // Of 北海道's two 泊村 the first is meant: in the other, north of Nemuro, no mail is delivered.
  const names = new Map(
    municipalitiesOf(code)
      .reverse()
      .map((one) => [one.name, one]),
  );
  byPrefecture.set(prefecture, names);
  return names;
}

/**
 * The municipality of an address. Towns and villages stand there with their district (吉城郡神岡町) or island
 * (八丈島八丈町), which is no part of their name. Throws for one that core does not know.
 */
export function findByAddress(prefecture: string, written: string): Municipality {
  const names = namesIn(prefecture);
  const name = written.replace(/^(?:.+?郡|三宅島|八丈島)(?=.)/, '');
  // 蒲郡市, 郡上市, 大和郡山市: the name as it stands comes first.
  const found = names.get(written) ?? names.get(otherSpellings[name] ?? name);
  if (!found) throw new Error(`${prefecture}${written} is not in the list of municipalities`);
  return found;
}

/** A shard of the rows of one prefix, in order of municipality code and postal code. Throws naming a row that is none. */
export function makeShard(rows: readonly PostalRow[]): PostalShard {
  const shard = new Map<string, { place: Municipality; areas: Map<string, string[]> }>();
  for (const [code, prefecture, municipality, area] of rows) {
    if (!/^\d{7}$/.test(code)) throw new Error(`${code} ${prefecture}${municipality}: no postal code`);
    const place = findByAddress(prefecture, municipality);
    const { areas } = shard.get(place.code) ?? { areas: new Map<string, string[]>() };
    shard.set(place.code, { place, areas });
    const names = areas.get(code.slice(3)) ?? [];
    if (!names.includes(area)) names.push(area);
    areas.set(code.slice(3), names);
  }
  return [...shard.values()]
    .sort((a, b) => (a.place.code < b.place.code ? -1 : 1))
    .map(({ place, areas }) => ({
      municipalityCode: place.code,
      prefecture: place.prefecture,
      municipality: place.name,
      areas: Object.fromEntries([...areas].sort(([a], [b]) => (a < b ? -1 : 1))),
    }));
}

/** Where the shards stand. */
export const postalFolder = fileURLToPath(new URL('../packages/server/data/postal/', import.meta.url));

/** Goes with the shards wherever they are copied. */
const readme = (asOf: string) => `# 郵便番号の表

郵便番号の初めの3桁ごとに、市区町村（市区町村コードつき）と町域を収めた JSON です。

- もとのデータ：日本郵便株式会社「郵便番号データ」<https://www.post.japanpost.jp/zipcode/download.html>（${asOf} 現在）
- 日本郵便は、このデータに著作権を主張していません。だれでも自由に使い、配ることができます。
- 作り方：\`npm run postal\`（くわしくは scripts/postal.ts）。ここにあるファイルは手で直さないでください。
`;

/** Writes every shard anew; a prefix that is no longer in the source goes. */
async function writeShards(source: string, asOf: string): Promise<number> {
  const files = (await readdir(source)).filter((name) => /^\d{3}\.json$/.test(name)).sort();
  if (!files.length) throw new Error(`${source}: no files named 000.json to 999.json`);
  const shards = await Promise.all(
    files.map(async (name) => {
      const rows = JSON.parse(await readFile(join(source, name), 'utf8')) as PostalRow[];
      const stray = rows.find(([code]) => `${code.slice(0, 3)}.json` !== name);
      if (stray) throw new Error(`${name}: ${stray[0]} does not belong there`);
      return [name, `${JSON.stringify(makeShard(rows))}\n`] as const;
    }),
  );
  await rm(postalFolder, { recursive: true, force: true });
  await mkdir(postalFolder, { recursive: true });
  for (const [name, text] of shards) await writeFile(join(postalFolder, name), text);
  await writeFile(join(postalFolder, 'README.md'), readme(asOf));
  return shards.length;
}

if (import.meta.main) {
  const [source, asOf = ''] = parseArgs({ allowPositionals: true }).positionals;
  if (!source || !/^\d{4}-\d\d-\d\d$/.test(asOf))
    throw new Error('Usage: npm run postal -- FOLDER YYYY-MM-DD (see the head of scripts/postal.ts)');
  console.log(`${await writeShards(source, asOf)} shards written to ${postalFolder}`);
}
