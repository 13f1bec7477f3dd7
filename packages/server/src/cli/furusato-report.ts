import type { ProjectProgress } from '@kankei/core';
import { Failure } from './failure.ts';

/** A project whose figures were brought in, and how far it has come by them. */
export type ImportedProject = {
  id: string;
  asOf: string;
  /** Whether figures of a later day stand already, and stay. */
  isOlder: boolean;
} & ProjectProgress;

const states = { coming: '募集前', open: '募集中', reached: '目標に到達（募集中）', over: '終了' };

/** A line for each. */
export function projectLines(projects: readonly ImportedProject[]): string {
  const lines = projects.map(({ id, state, percent, asOf, isOlder }) => {
    const note = isOlder ? '。いまの数字より前の日付ですので、履歴だけに残します' : '';
    return `  ${id}：${states[state]} ${percent}%（${asOf} 現在${note}）\n`;
  });
  return lines.join('');
}

export const nothingSaid = (code: string) =>
  new Failure('furusato-not-found', `${code} の町には、まだふるさと納税の案内がありません。先に案内を入れてください。`);
