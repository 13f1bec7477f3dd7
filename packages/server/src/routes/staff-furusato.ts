import { dayAt, type Furusato, type ProjectFigures } from '@kankei/core';
import type { Context } from '../context.ts';
import { readFigures } from '../furusato/figures-form.ts';
import { figuresOf, findFurusato, type RecordedFigures, saveFigures } from '../furusato/furusato-store.ts';
import { csrfField } from '../pages/staff.ts';
import { type StaffFurusatoOptions, staffFurusatoPage } from '../pages/staff-furusato.ts';
import { staffFurusatoWords as words } from '../pages/staff-furusato-words.ts';
import type { Database } from '../storage/database.ts';
import { leadTo, linkTo, type StaffPage, type StaffVisit, show } from './staff-page.ts';

const path = '/furusato';

/** Where staff update the figures of the town's projects, and read what its profile may not say. */
export function staffFurusato({ db, clock }: Context): StaffPage {
  const page = async (
    visit: StaffVisit,
    profile: Furusato | undefined,
    more: Pick<StaffFurusatoOptions, 'saved' | 'refused'>,
  ) => {
    const town = visit.town.code;
    const content = staffFurusatoPage({
      language: visit.language,
      town,
      profile,
      histories: await historiesOf(db, town, profile),
      today: dayAt(clock()),
      action: linkTo(visit, path),
      csrf: csrfField(visit.session),
      ...more,
    });
    return show(visit, { ...content, status: more.refused ? 422 : 200 });
  };
  return {
    path,
    title: { ja: words.ja.title, en: words.en.title },
    lead: { ja: words.ja.lead, en: words.en.lead },
    async GET(visit) {
      const done = visit.c.req.query('done');
      const saved = done?.split(',').filter(Boolean);
      return page(visit, await findFurusato(db, visit.town.code), { saved });
    },
    async POST(visit, sent) {
      const town = visit.town.code;
      const profile = await findFurusato(db, town);
      const today = dayAt(clock());
      const read = (profile?.projects ?? []).map((project) => readFigures(project, sent, today));
      const faults = read.flatMap((one) => one.faults);
      if (faults.length) return page(visit, profile, { refused: { sent, faults } });
      const figures = read.flatMap((one): ProjectFigures[] => (one.figures ? [one.figures] : []));
      await saveFigures(db, town, figures, clock());
      return leadTo(visit, path, { done: figures.map(({ id }) => id).join() });
    },
  };
}

async function historiesOf(db: Database, town: string, profile: Furusato | undefined) {
  const histories = new Map<string, RecordedFigures[]>();
  for (const { id } of profile?.projects ?? []) histories.set(id, await figuresOf(db, town, id));
  return histories;
}
