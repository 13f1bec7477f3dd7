import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  dayAt,
  donationProject,
  type Furusato,
  type ProjectFigures,
  projectFigures,
  projectProgress,
} from '@kankei/core';
import { type FiguresProblem, readProjectFiguresCsv } from '@kankei/formats';
import * as z from 'zod/mini';
import { findFurusato, saveFigures, withFigures } from '../furusato/furusato-store.ts';
import type { Database } from '../storage/database.ts';
import { Failure } from './failure.ts';
import { type ImportedProject, nothingSaid, projectLines } from './furusato-report.ts';
import { checkProfile } from './profile-file.ts';

/** A row of a list, and where it stands in the file. */
export interface ListedFigures {
  /** 1 is the first. */
  row: number;
  figures?: ProjectFigures;
  problems: FiguresProblem[];
}

/** What the import of a list says. */
interface Report {
  file: string;
  town: string;
  dryRun: boolean;
  changed: boolean;
  projects: ImportedProject[];
  problems: ({ row: number } & FiguresProblem)[];
}

/** New figures from a CSV: a row that cannot be used is told, and stops no other. */
export function readFiguresCsv(file: string): ListedFigures[] {
  const rows = readProjectFiguresCsv(readFileSync(file));
  if (!rows.length) throw new Failure('bad-file', `${file} に、見出しの下の行がありません。`);
  return rows;
}

/** New figures from a list in JSON, in which everything must be right. */
export function readFiguresList(file: string, value: unknown): ListedFigures[] {
  const list = checkProfile(file, value, z.array(projectFigures).check(z.minLength(1)));
  return list.map((figures, index) => ({ row: index + 1, figures, problems: [] }));
}

/** Gives the projects of a town new figures, and says what became of each. */
export async function importFigures(
  db: Database,
  listed: readonly ListedFigures[],
  { file, town, dryRun, isStrict }: { file: string; town: string; dryRun: boolean; isStrict: boolean },
): Promise<{ report: Report; words: string; complaint: string }> {
  const profile = await findFurusato(db, town);
  if (!profile) throw nothingSaid(town);
  const now = Date.now();
  const today = dayAt(now);
  const checked = listed.map(({ row, figures, problems }): ListedFigures => {
    const found = figures && problemOf(figures, profile, today);
    const problem = found && (isStrict ? found : { ...found, column: csvNames[found.column] ?? found.column });
    return problem ? { row, problems: [...problems, problem] } : { row, problems, ...(figures && { figures }) };
  });
  const problems = checked.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })));
  if (isStrict && problems.length)
    throw new Failure(
      'bad-file',
      `${file} の、次のところを直してください。\n${problems.map(({ row, column, value, reason }) => `  ${row - 1}.${column}：${value} ${reason}`).join('\n')}`,
    );
  const figures = checked.flatMap((one) => (one.figures ? [one.figures] : []));
  const changed = dryRun ? false : await saveFigures(db, town, figures, now);
  const report: Report = { file, town, dryRun, changed, projects: reportOn(figures, profile, today), problems };
  return { report, words: summary(report), complaint: complaint(report) };
}

/** The usual names of the columns of a CSV. */
const csvNames: Record<string, string> = { id: 'プロジェクトID', asOf: '日付' };

function problemOf(figures: ProjectFigures, { projects }: Furusato, today: string): FiguresProblem | undefined {
  const { id, asOf } = figures;
  const project = projects.find((one) => one.id === id);
  if (!project) return { column: 'id', value: id, reason: '案内にないプロジェクトです。' };
  if (asOf > today) return { column: 'asOf', value: asOf, reason: 'まだ来ていない日付です。' };
  if (!donationProject.safeParse(withFigures(project, figures)).success)
    return { column: 'asOf', value: asOf, reason: `プロジェクトの始まり（${project.start}）より前の日付です。` };
  return undefined;
}

function reportOn(figures: readonly ProjectFigures[], { projects }: Furusato, today: string): ImportedProject[] {
  return figures.map((one) => {
    const project = projects.find(({ id }) => id === one.id)!;
    const { id, asOf } = one;
    return { id, asOf, isOlder: asOf < project.asOf, ...projectProgress(withFigures(project, one), today) };
  });
}

function summary({ file, dryRun, changed, projects }: Report): string {
  const name = basename(file);
  const done = dryRun
    ? `${name} を試しに読みました。何も書き込んでいません。`
    : changed
      ? `${name} の数字を入れました。`
      : `${name} に、新しい数字はありません。`;
  return `${done}\n${projectLines(projects)}`;
}

function complaint({ problems }: Report): string {
  const lines = problems.map(
    ({ row, column, value, reason }) => `  ${row + 1} 行目${column && `「${column}」`}${value} ${reason}\n`,
  );
  return lines.length ? `注意：入れられなかった行があります。\n${lines.join('')}` : '';
}
