import { dayAt } from '@kankei/core';
import {
  donationYear,
  estimateLimit,
  families,
  type LimitRefusal,
  limitRules,
  limitYears,
  readYen,
  salaryLimit,
} from '@kankei/core/furusato';
import { usageFailure } from './failure.ts';
import type { Terminal } from './terminal.ts';

export interface LimitArguments {
  words: string[];
  salary?: string | undefined;
  family?: string | undefined;
  year?: string | undefined;
}

const familyNames = `${families.join('、')}（single と dual は single_or_dual と同じ）`;
const years = limitYears.join('、');

/** `kankei furusato-limit`: prints the estimate as JSON, with the law of every rule it follows. */
export function runFurusatoLimit({ words, salary, family, year }: LimitArguments, terminal: Terminal): void {
  if (words.length) throw usageFailure(`furusato-limit に余分な言葉があります：${words.join(' ')}`);
  if (salary === undefined)
    throw usageFailure('--salary で給与収入（年収）を円で指定してください。例：--salary 5000000');
  if (family === undefined) throw usageFailure(`--family で家族の形を指定してください：${familyNames}`);
  const yen = readYen(salary);
  if (yen === undefined)
    throw usageFailure(
      `--salary の「${salary}」は金額として読めません。0以上の円の整数を指定してください。例：5000000`,
    );
  const result = estimateLimit({ salary: yen, family, year: readYear(year) });
  if (result.limit === undefined) throw usageFailure(refused(result.refusal, { salary, family, year }));
  const used = [...new Set(result.lines.map(({ rule }) => rule))];
  const rules = Object.fromEntries(used.map((rule) => [rule, limitRules[rule]]));
  terminal.print(`${JSON.stringify({ ...result, rules }, null, 2)}\n`);
}

/** The year of the donation; this year in Tokyo unless said. */
function readYear(year: string | undefined): number {
  if (year === undefined) return donationYear(dayAt(Date.now()));
  const [digits] = /^\d{4}(?=年?$)/.exec(year.normalize('NFKC').trim()) ?? [];
  if (!digits)
    throw usageFailure(`--year の「${year}」は年として読めません。寄付をする年を西暦で指定してください：${years}`);
  return Number(digits);
}

function refused({ field, code }: LimitRefusal, asked: Pick<LimitArguments, 'salary' | 'family' | 'year'>): string {
  if (field === 'family') return `--family の「${asked.family}」は使えません。次から選んでください：${familyNames}`;
  if (field === 'year')
    return `--year の ${asked.year ?? '今年'} 年は、計算のきまりがまだないか、古いため使えません。使える年：${years}`;
  const most = salaryLimit.toLocaleString('ja-JP');
  return code === 'too-big'
    ? `--salary の「${asked.salary}」は大きすぎます。${most}円までを指定してください。`
    : `--salary の「${asked.salary}」は使えません。0円から${most}円までの整数を指定してください。`;
}
