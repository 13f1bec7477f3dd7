import { ProblemError } from '@kankei/core';
import { UnknownTownError } from '../import-file.ts';
import { SettingsError } from '../settings.ts';

/** What a command ends with when it cannot do its work; `detail` is for people, `code` for programs. */
export class Failure extends Error {
  readonly code: string;
  readonly exitCode: number;

  constructor(code: string, detail: string, exitCode = 1) {
    super(detail);
    this.code = code;
    this.exitCode = exitCode;
  }
}

/** For a command that was not written as it must be. */
export function usageFailure(detail: string): Failure {
  return new Failure('usage', `${detail}\n使い方は kankei --help で見られます。`, 2);
}

/** By Node's codes. */
const fileFailures: Record<string, string> = {
  ENOENT: 'ファイルが見つかりません。場所と名前を確かめてください',
  EISDIR: 'フォルダーではなく、ファイルを指定してください',
  EACCES: 'ファイルやフォルダーを使う権限がありません',
  ENOSPC: 'ディスクに空きがありません',
};

/** By SQLite's primary result codes. */
const databaseFailures: Record<number, [code: string, detail: string]> = {
  5: ['busy', 'ほかの取り込みが続いています。終わってから、もう一度お試しください。'],
  8: ['read-only', 'データベースに書き込む権限がありません。KANKEI_DATA のフォルダーを確かめてください。'],
  11: ['bad-database', 'データベースのファイルが壊れています。控えから戻してください。'],
  13: ['disk-full', 'ディスクに空きがありません。'],
  14: ['no-database', 'データベースのファイルを開けません。KANKEI_DATA のフォルダーを確かめてください。'],
  26: ['bad-database', 'データベースではないファイルがあります。KANKEI_DATA のフォルダーを確かめてください。'],
};

/** Says a failure in words; undefined for one that was not foreseen. `file`: what was to be read. */
export function explain(error: unknown, file?: string): Failure | undefined {
  if (error instanceof Failure) return error;
  if (error instanceof SettingsError) return new Failure('settings', error.message);
  if (error instanceof UnknownTownError)
    return new Failure(
      'town-not-found',
      `コード ${error.message} の市区町村はありません。市区町村コード（6桁）を確かめてください。`,
    );
  if (error instanceof ProblemError) return explainProblem(error, file);
  const { code = '', path, errcode } = error as NodeJS.ErrnoException & { errcode?: number };
  const database = errcode === undefined ? undefined : databaseFailures[errcode & 0xff];
  if (database) return new Failure(...database);
  const words = fileFailures[code];
  return words === undefined ? undefined : new Failure('bad-file', `${words}：${path ?? file ?? ''}`);
}

function explainProblem({ problem }: ProblemError, file: string | undefined): Failure {
  if (problem.errors?.some(({ name }) => name === 'base'))
    return usageFailure('--base には https://www.example.lg.jp/ のような URL を指定してください。');
  return new Failure(problem.code, `${file ?? ''} を読めません。${problem.detail ?? problem.title}`);
}
