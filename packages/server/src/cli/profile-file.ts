import { readFileSync } from 'node:fs';
import { type Faults, faultsOf } from '@kankei/core';
import { Failure } from './failure.ts';

/** What can tell whether something is such a profile. */
export type ProfileSchema<Profile> = {
  safeParse(
    value: unknown,
  ): { success: true; data: Profile } | { success: false; error: Parameters<typeof faultsOf>[0] };
};

/** Reads a town's own words from a JSON file, or fails and names every place that cannot be used. */
export function readProfileFile<Profile>(file: string, schema: ProfileSchema<Profile>): Profile {
  return checkProfile(file, readJsonFile(file), schema);
}

/** What is in a JSON file. */
export function readJsonFile(file: string): unknown {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    throw new Failure('bad-file', `${file} は JSON として読めません（${detail}）。`);
  }
}

/** What a file says in its proper form; fails as `readProfileFile` does. */
export function checkProfile<Profile>(file: string, value: unknown, schema: ProfileSchema<Profile>): Profile {
  const result = schema.safeParse(value);
  if (result.success) {
    const unknown = unknownPlaces(value, result.data);
    // A misspelt name would otherwise be passed over in silence.
    if (unknown.length) throw new Failure('bad-file', `${file} に、知らない項目があります：${unknown.join('、')}`);
    return result.data;
  }
  throw new Failure('bad-file', `${file} の、次のところを直してください。\n${faultLines(faultsOf(result.error))}`);
}

/** The places of what was given and not kept: `tiers.0.lable`. */
function unknownPlaces(given: unknown, kept: unknown, place = ''): string[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const path = place ? `${place}.${name}` : name;
    const known = typeof kept === 'object' && kept !== null && Object.hasOwn(kept, name);
    return known ? unknownPlaces(value, (kept as Record<string, unknown>)[name], path) : [path];
  });
}

/** What is wrong, in words; other reasons stand as they are. */
const reasons: Record<string, string> = {
  invalid_type: 'ないか、種類がちがいます',
  invalid_union: 'ないか、書き方がちがいます',
  invalid_value: '使える値のどれでもありません',
  invalid_format: '書き方がちがいます',
  too_small: '短すぎるか、小さすぎます',
  too_big: '長すぎるか、大きすぎます',
  repeated: '同じ名前が二度あります',
  'name-taken': 'はじめからある項目と同じ名前です',
  'missing-label': 'label がありません',
  'options-of-choices-only': 'options は、choice と choices に必ず、それだけに書きます',
  'control-character': '使えない文字（制御文字）があります',
  empty: '空です',
  invalid_key: '名前に使えない文字があります',
  'end-before-start': '終わりが始まりより前です',
  'as-of-before-start': '集まった額の日付が、始まりより前です',
};

function faultLines(faults: Faults): string {
  const lines = faults.slice(0, 20).map(({ name, reason }) => `  ${name || '全体'}：${reasons[reason] ?? reason}`);
  return [...lines, ...(faults.length > 20 ? [`  ほか ${faults.length - 20} か所`] : [])].join('\n');
}
