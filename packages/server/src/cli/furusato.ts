import { basename } from 'node:path';
import {
  type AdvertisingReason,
  advertisingRules,
  choicePage,
  dayAt,
  type FlaggedText,
  type Furusato,
  flaggedTexts,
  furusato,
  type ProjectFigures,
  type ProjectProgress,
  projectFigures,
  projectProgress,
} from '@kankei/core';
import * as z from 'zod/mini';
import { findFurusato, saveFurusato } from '../furusato/furusato-store.ts';
import { knownTown } from '../import-file.ts';
import type { Database } from '../storage/database.ts';
import { findTown, saveTown } from '../storage/town-store.ts';
import { Failure, usageFailure } from './failure.ts';
import { readTown } from './fanclub.ts';
import { checkProfile, readJsonFile } from './profile-file.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

export interface FurusatoArguments {
  words: string[];
  town?: string | undefined;
  dryRun: boolean;
  json: boolean;
}

/** What the import says of a profile. */
interface Report {
  file: string;
  town: string;
  dryRun: boolean;
  changed: boolean;
  uses: number;
  projects: ({ id: string; asOf: string; isOlder: boolean } & ProjectProgress)[];
  flagged: FlaggedText[];
  /** The town's page at ふるさとチョイス, where the profile does not show it. */
  choicePage?: string;
}

/**
 * `kankei furusato import FILE`: gives a town what a file says of furusato nozei, or its projects the new figures of a
 * list, and reports what advertising may not say. `kankei furusato export` prints what the town says now.
 */
export async function runFurusato({ words, town, dryRun, json }: FurusatoArguments, terminal: Terminal): Promise<void> {
  const [verb, file, ...more] = words;
  if (verb === 'export' && file === undefined) return exportFurusato(readTown(town), terminal);
  if (verb !== 'import' || file === undefined)
    throw usageFailure('furusato のあとに import とファイルを指定してください。例：furusato import furusato.json');
  if (more.length) throw usageFailure(`ファイルはひとつだけ指定してください（余分：${more.join(' ')}）。`);
  const code = readTown(town);
  const given = readFurusatoFile(file);
  await withDatabase(terminal, { dryRun }, async (db) => {
    const before = await findFurusato(db, code);
    const profile = Array.isArray(given) ? withFigures(before, given, code) : given;
    const changed = dryRun ? false : await keepFurusato(db, code, profile);
    const report: Report = { file, town: code, dryRun, changed, ...reportOn(profile, before, code) };
    if (json) terminal.print(`${JSON.stringify(report, null, 2)}\n`);
    else {
      terminal.print(summary(report));
      terminal.complain(warnings(report));
    }
  });
}

async function exportFurusato(code: string, terminal: Terminal): Promise<void> {
  await withDatabase(terminal, { dryRun: true }, async (db) => {
    const profile = await findFurusato(db, code);
    if (!profile) throw nothingSaid(code);
    terminal.print(`${JSON.stringify(profile, null, 2)}\n`);
  });
}

const nothingSaid = (code: string) =>
  new Failure('furusato-not-found', `${code} の町には、まだふるさと納税の案内がありません。先に案内を入れてください。`);

/** A whole profile, or a list of new figures. */
function readFurusatoFile(file: string): Furusato | ProjectFigures[] {
  const value = readJsonFile(file);
  return Array.isArray(value) ? checkProfile(file, value, figuresList) : checkProfile(file, value, furusato);
}

const figuresList = z.array(projectFigures).check(z.minLength(1));

/** The profile with new figures of its projects; what is not given of a project stays. */
function withFigures(before: Furusato | undefined, figures: ProjectFigures[], code: string): Furusato {
  if (!before) throw nothingSaid(code);
  const unknown = figures.filter(({ id }) => !before.projects.some((project) => project.id === id));
  if (unknown.length)
    throw new Failure('bad-file', `案内にないプロジェクトがあります：${unknown.map(({ id }) => id).join('、')}`);
  const projects = before.projects.map((project) => ({
    ...project,
    ...figures.findLast(({ id }) => id === project.id),
  }));
  return checkProfile('案内', { ...before, projects }, furusato);
}

async function keepFurusato(db: Database, code: string, profile: Furusato): Promise<boolean> {
  const now = Date.now();
  if (!(await findTown(db, code))) await saveTown(db, knownTown(code), now);
  return saveFurusato(db, code, profile, now);
}

function reportOn(profile: Furusato, before: Furusato | undefined, code: string) {
  const today = dayAt(Date.now());
  const projects = profile.projects.map((project) => {
    const known = before?.projects.find(({ id }) => id === project.id);
    const isOlder = !!known && project.asOf < known.asOf;
    return { id: project.id, asOf: project.asOf, isOlder, ...projectProgress(project, today) };
  });
  const more = profile.choice ? {} : { choicePage: choicePage(code) };
  return { uses: profile.uses.length, projects, flagged: flaggedTexts(profile), ...more };
}

const states = { coming: '募集前', open: '募集中', reached: '目標に到達（募集中）', over: '終了' };

function summary({ file, dryRun, changed, uses, projects, choicePage }: Report): string {
  const name = basename(file);
  const done = dryRun
    ? `${name} は使えます。試しに読んだだけで、何も書き込んでいません。`
    : changed
      ? `${name} をふるさと納税の案内にしました。`
      : `${name} は、いまの案内と同じです。`;
  const lines = projects.map(
    ({ id, state, percent, asOf, isOlder }) =>
      `  ${id}：${states[state]} ${percent}%（${asOf} 現在${isOlder ? '。いまの数字より前の日付です' : ''}）`,
  );
  const choice = choicePage
    ? `ふるさとチョイスの町のページ（${choicePage}）も出すには、choice を true にします。\n`
    : '';
  return `${done}\n使い道 ${uses} 件、プロジェクト ${projects.length} 件\n${lines.map((line) => `${line}\n`).join('')}${choice}`;
}

const reasons: Record<AdvertisingReason, string> = {
  'gift-praised': '返礼品を強調しています',
  'gift-promised': 'もらえる物で誘っています',
  bargain: 'お得さを強調しています',
  'hardly-a-cost': '負担がないかのように伝えています',
  points: 'ポイントの付与で誘っています',
  cashback: 'お金や金券の還元で誘っています',
};

/** The texts that advertising rules do not allow, by place; nothing where there are none. */
function warnings({ flagged }: Report): string {
  if (!flagged.length) return '';
  const lines = flagged.flatMap(({ name, findings }) =>
    findings.map(({ word, reason, rule, since }) => {
      const [year, month] = since.split('-').map(Number);
      return `  ${name}：「${word}」 ${reasons[reason]}（${year}年${month}月から。${advertisingRules[rule].law}）\n`;
    }),
  );
  return `注意：ふるさと納税の募集に使えない表現があります。次の文は、公開のページには出しません。\n${lines.join('')}`;
}
