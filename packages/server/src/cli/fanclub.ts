import { type Fanclub, fanclub } from '@kankei/core';
import { findClub, saveFanclub } from '../members/club.ts';
import { type ProfileArguments, type ProfileKind, runProfile } from './profile.ts';
import type { Terminal } from './terminal.ts';

const kind: ProfileKind<Fanclub> = {
  schema: fanclub,
  find: async (db, town) => (await findClub(db, town))?.fanclub,
  save: saveFanclub,
  noticeOf: ({ notice }) => notice,
  words: {
    saved: (file) => `${file} をファンクラブの紹介にしました。`,
    same: (file) => `${file} は、いまの紹介と同じです。`,
    missing: {
      code: 'fanclub-not-found',
      text: (town) => `${town} の町には、まだファンクラブがありません。JSON のファイルを指定してください。`,
    },
  },
};

/** `kankei fanclub`: gives a town the fan club of a file, or without a file prints the one it has. */
export function runFanclub(given: ProfileArguments, terminal: Terminal): Promise<void> {
  return runProfile(kind, given, terminal);
}
