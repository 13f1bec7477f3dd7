import {
  type Answers,
  dayAt,
  type Field,
  type FieldFault,
  programId,
  reportFields,
  type StageRule,
} from '@kankei/core';
import { listFeedback } from '../afterwards/feedback.ts';
import { findStage } from '../afterwards/ledger.ts';
import { findReport, saveReport } from '../afterwards/reports.ts';
import { type KeptApplication, listApplications } from '../applications/application-store.ts';
import { type Decision, decide, decisions } from '../applications/decide.ts';
import { exportApplications } from '../applications/export.ts';
import { listSummaries, searchToCome } from '../applications/program-list.ts';
import { findRecruiting, type Recruiting } from '../applications/recruiting.ts';
import { readSettings, saveSettings, settingFields } from '../applications/settings.ts';
import type { Context } from '../context.ts';
import { readAnswers } from '../pages/form.ts';
import type { Markup } from '../pages/markup.ts';
import { csrfField } from '../pages/staff.ts';
import {
  applicationListPage,
  type ProgramApplicationsOptions,
  programApplicationsPage,
  reportPage,
  type SettingsOptions,
  settingsPage,
} from '../pages/staff-applications.ts';
import { staffApplicationWords as words } from '../pages/staff-applications-words.ts';
import { countWaiting } from '../staff/waiting.ts';
import type { Database } from '../storage/database.ts';
import { placesLeft } from '../storage/program-places.ts';
import { leadTo, linkTo, type StaffPage, type StaffVisit, show, showMissing } from './staff-page.ts';

/** Where staff see who applied, answer, and set what a program's applications need. */
export function staffApplications(context: Context): StaffPage[] {
  return [
    listPage(context),
    programPage(context),
    formPage(context, {
      name: 'settings',
      fields: settingFields,
      read: readSettings,
      save: saveSettings,
      page: settingsPage,
    }),
    formPage(context, { name: 'report', fields: reportFields, read: readReport, save: saveReport, page: reportPage }),
    csvPage(context),
  ];
}

const title = { ja: words.ja.title, en: words.en.title };
const baseOf = (visit: StaffVisit, { now }: Context) => ({
  language: visit.language,
  now: now(),
  link: (path: string) => linkTo(visit, path),
});

function listPage(context: Context): StaffPage {
  const { db, now } = context;
  return {
    path: '/applications',
    title,
    lead: { ja: words.ja.lead, en: words.en.lead },
    waiting: (town) => countWaiting(db, 'application', town),
    async GET(visit) {
      const town = visit.town.code;
      const q = (visit.c.req.query('q') ?? '').trim().slice(0, 100);
      const found = q ? await searchToCome(db, town, q, now()) : undefined;
      return show(
        visit,
        applicationListPage({ ...baseOf(visit, context), summaries: await listSummaries(db, town, now()), q, found }),
      );
    },
  };
}

/** The program of an address, also one its source no longer names. */
async function findAsked({ db }: Context, { c, town }: StaffVisit): Promise<Recruiting | undefined> {
  const id = c.req.param('id') ?? '';
  return programId.safeParse(id).success ? findRecruiting(db, town.code, id) : undefined;
}

const dones = [...decisions, 'settings', 'report'] as const;

function programPage(context: Context): StaffPage {
  const { db, clock, settings, wakePostman, writes } = context;
  const page = async (
    visit: StaffVisit,
    recruiting: Recruiting,
    more: Pick<ProgramApplicationsOptions, 'done' | 'refused'>,
  ) => {
    const { town, id } = recruiting.program;
    const applications = await listApplications(db, town, id);
    const content = programApplicationsPage({
      ...baseOf(visit, context),
      recruiting,
      applications,
      feedback: await listFeedback(db, town, id),
      stages: await stagesOf(db, recruiting, applications),
      left: await placesLeft(db, recruiting.program),
      csrf: csrfField(visit.session),
      ...more,
    });
    return show(visit, { ...content, status: more.refused ? (more.refused.why === 'words' ? 422 : 409) : 200 });
  };
  return {
    path: '/applications/:id',
    title,
    async GET(visit) {
      const recruiting = await findAsked(context, visit);
      if (!recruiting) return showMissing(visit);
      return page(visit, recruiting, { done: dones.find((one) => one === visit.c.req.query('done')) });
    },
    async POST(visit, sent) {
      const recruiting = await findAsked(context, visit);
      const decision = decisions.find((one): one is Decision => one === sent.get('decision'));
      if (!recruiting || !decision) return showMissing(visit);
      const { id: program } = recruiting.program;
      const [id, message] = [sent.get('application') ?? '', sent.get('message') ?? ''];
      const deciding = { town: visit.town.code, program, id, decision, message };
      const options = { publicUrl: settings.publicUrl, now: clock() };
      const decided = await writes.run((transaction) => decide(transaction, deciding, options));
      wakePostman();
      if (decided === 'done') return leadTo(visit, `/applications/${program}`, { done: decision });
      return page(visit, recruiting, { refused: { id, why: decided, message } });
    },
  };
}

async function stagesOf(db: Database, { matching }: Recruiting, applications: readonly KeptApplication[]) {
  const stages = new Map<string, StageRule>();
  for (const application of applications) {
    const stage = await findStage(db, application, matching);
    if (stage) stages.set(application.id, stage);
  }
  return stages;
}

/** What was told of the last day, to be corrected; of a first one the day is today. */
async function readReport(db: Database, town: string, program: string, now: number): Promise<Answers> {
  const report = await findReport(db, town, program);
  return { ...(report ?? { day: dayAt(now) }) } as Answers;
}

/** A form about one program. */
interface ProgramForm {
  name: 'settings' | 'report';
  fields: readonly Field[];
  /** What stands in it when it is opened. */
  read: (db: Database, town: string, program: string, now: number) => Promise<Answers>;
  save: (
    db: Database,
    saving: { town: string; program: string; answers: Answers; now: number },
  ) => Promise<FieldFault[]>;
  page: (options: SettingsOptions) => { title: string; body: Markup };
}

function formPage(context: Context, { name, fields, read, save, page }: ProgramForm): StaffPage {
  const { db, clock, writes } = context;
  return {
    path: `/applications/:id/${name}`,
    title,
    async GET(visit) {
      const recruiting = await findAsked(context, visit);
      if (!recruiting) return showMissing(visit);
      const { program } = recruiting;
      const answers = await read(db, program.town, program.id, clock());
      return show(visit, page({ ...baseOf(visit, context), program, answers, csrf: csrfField(visit.session) }));
    },
    async POST(visit, sent) {
      const recruiting = await findAsked(context, visit);
      if (!recruiting) return showMissing(visit);
      const { program } = recruiting;
      const answers = readAnswers(fields, sent);
      const saving = { town: program.town, program: program.id, answers, now: clock() };
      const faults = await writes.run((transaction) => save(transaction, saving));
      if (!faults.length) return leadTo(visit, `/applications/${program.id}`, { done: name });
      const content = page({ ...baseOf(visit, context), program, answers, faults, csrf: csrfField(visit.session) });
      return show(visit, { ...content, status: 422 });
    },
  };
}

function csvPage(context: Context): StaffPage {
  return {
    path: '/applications/:id/csv',
    title,
    async GET(visit) {
      const recruiting = await findAsked(context, visit);
      if (!recruiting) return showMissing(visit);
      const { id } = recruiting.program;
      return visit.c.body(await exportApplications(context.db, recruiting), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="applications-${id}.csv"`,
      });
    },
  };
}
