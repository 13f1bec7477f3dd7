import type { Program } from '@kankei/core';
import { openFile } from './encoding.ts';
import { mergeProgram } from './merge-program.ts';
import { checkOptions, EventCsvReader } from './reader.ts';
import type { EventCsv, Finding, ReadOptions } from './types.ts';

/** As `readEventCsv`, with problems told by code alone: for browsers, where nobody reads the sentences. */
export function readCodedEventCsv(bytes: Uint8Array, options: ReadOptions): EventCsv<Finding> {
  checkOptions(options);
  const opened = openFile(bytes);
  const reader = new EventCsvReader(opened, options);
  const programs = new Map<string, Program>();
  const problems: Finding[] = [];
  let rows = 0;
  let imported = 0;
  for (const generator of [reader.push(bytes), reader.end()])
    for (const item of generator) {
      rows++;
      problems.push(...item.problems);
      if (!item.program) continue;
      imported++;
      const key = `${item.program.town}/${item.program.id}`;
      const existing = programs.get(key);
      programs.set(key, existing ? mergeProgram(existing, item.program) : item.program);
    }
  const { layout } = opened.header;
  return {
    layout,
    encoding: opened.encoding,
    rows,
    imported,
    reported: rows - imported,
    problems,
    programs: [...programs.values()],
  };
}
