// node scripts/municipalities.ts INDEX.json: writes packages/core/src/municipalities.generated.ts.
//
// The list is 総務省「全国地方公共団体コード」(https://www.soumu.go.jp/denshijiti/code.html): prefectures, cities, wards,
// towns and villages with their codes and readings. Terms: 公共データ利用規約（第1.0版）, which asks to name 総務省 as the
// source. INDEX.json is that workbook as JSON, as github.com/yhay81/jichitai-code (MIT) keeps it in
// public/data/index.json: items with c (code of six digits), n (name), k (reading in half-width katakana), p (prefecture),
// and source.listAsOf. For a newer list take that file anew, or make the same JSON from the newest workbook on the page
// above, and mend the counts in test/core/municipalities.test.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isMunicipalityCode } from '../packages/core/src/municipality-code.ts';

/** What is used of the source. */
export interface CodeIndex {
  items: { c: string; n: string; k: string; p: string }[];
  source: { listAsOf: string };
}

/** The text of the generated module. Throws naming the entry when the source is not what it should be. */
export function generate({ items, source }: CodeIndex): string {
  const prefectures = new Map(items.filter(({ c }) => c.slice(2, 5) === '000').map(({ c, n }) => [c.slice(0, 2), n]));
  const lines = items
    .map(({ c, n, k, p }) => {
      const kana = k.normalize('NFKC');
      if (!isMunicipalityCode(c)) throw new Error(`${n}: ${c} is no municipality code`);
      if (prefectures.get(c.slice(0, 2)) !== p) throw new Error(`${c} ${n}: ${p} is not the prefecture of the code`);
      if (!/^[ァ-ヶー]+$/.test(kana)) throw new Error(`${c} ${n}: ${k} is no reading in katakana`);
      if (!/^\p{L}+$/u.test(n)) throw new Error(`${c}: ${n} is no name`);
      return `${c.slice(0, 5)} ${n} ${kana}`;
    })
    .sort();
  return `// Written by scripts/municipalities.ts; do not edit.
// Source: 総務省 全国地方公共団体コード (https://www.soumu.go.jp/denshijiti/code.html), 公共データ利用規約（第1.0版）

/** The day the list holds for. */
export const municipalitiesAsOf: string = '${source.listAsOf}';

/** One line each: the code without its check digit, the name, the reading. */
export const municipalityLines: string = \`${lines.join('\n')}\`;
`;
}

const target = new URL('../packages/core/src/municipalities.generated.ts', import.meta.url);

if (import.meta.main) {
  const [path] = parseArgs({ allowPositionals: true }).positionals;
  if (!path) throw new Error('Usage: node scripts/municipalities.ts INDEX.json (see the head of this script)');
  await writeFile(target, generate(JSON.parse(await readFile(path, 'utf8'))));
}
