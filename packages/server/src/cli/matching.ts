import { type Matching, matching } from '@kankei/core';
import { findMatching, saveMatching } from '../matching/matching-store.ts';
import { type ProfileArguments, type ProfileKind, runProfile } from './profile.ts';
import type { Terminal } from './terminal.ts';

const kind: ProfileKind<Matching> = {
  schema: matching,
  find: findMatching,
  save: saveMatching,
  noticeOf: ({ notice }) => notice,
  words: {
    saved: (file) => `${file} を、申し込みや困りごとの受け付けの内容にしました。`,
    same: (file) => `${file} は、いまの内容と同じです。`,
    missing: {
      code: 'not-taken',
      text: (town) => `${town} の町は、まだ申し込みや困りごとを受け付けていません。JSON のファイルを指定してください。`,
    },
  },
};

/** `kankei matching`: gives a town what a file says of taking in applications and needs, or without one prints it. */
export function runMatching(given: ProfileArguments, terminal: Terminal): Promise<void> {
  return runProfile(kind, given, terminal);
}
