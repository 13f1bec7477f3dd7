import type { Terminal } from './terminal.ts';

export interface ProgressBar {
  show: (share: number, rows: number) => void;
  clear: () => void;
}

const cells = 24;
/** ms between two drawings. */
const pace = 100;

/** A bar on a terminal; nothing at all where the output is kept in a file or read by a program. */
export function progressBar(
  { isWatched, complain }: Pick<Terminal, 'isWatched' | 'complain'>,
  clock: () => number = Date.now,
): ProgressBar {
  if (!isWatched) return { show() {}, clear() {} };
  let drawnAt = 0;
  return {
    show(share, rows) {
      if (clock() - drawnAt < pace) return;
      drawnAt = clock();
      const full = Math.round(share * cells);
      const bar = '█'.repeat(full) + '░'.repeat(cells - full);
      complain(`\r読み込み中 ${bar} ${Math.floor(share * 100)}%（${rows.toLocaleString('ja-JP')} 行）`);
    },
    clear() {
      if (drawnAt) complain('\r\u001b[2K');
    },
  };
}
