import type { Town } from '@kankei/core';
import type { Database } from '../storage/database.ts';
import { type WidgetName, widgetNames } from './widgets.ts';

/** What a widget cannot be shown without. */
const needs: Record<WidgetName, 'fanclub' | 'furusato' | 'matching' | undefined> = {
  'program-list': undefined,
  'matching-form': 'matching',
  'furusato-link': 'furusato',
  'fanclub-signup': 'fanclub',
  'member-card': 'fanclub',
  'card-check': 'fanclub',
};

/** The widgets that have something to show for each of these towns, in the order towns are given. */
export async function findOffers(
  db: Database,
  towns: readonly Town[],
): Promise<{ town: Town; widgets: WidgetName[] }[]> {
  const codes = towns.map(({ code }) => code);
  const read = async (table: 'fanclub' | 'furusato' | 'matching') => {
    const rows = await db.selectFrom(table).select('town').execute();
    return new Set(rows.map(({ town }) => town).filter((town) => codes.includes(town)));
  };
  const [fanclub, furusato, matching] = [await read('fanclub'), await read('furusato'), await read('matching')];
  const has = { fanclub, furusato, matching };
  return towns.map((town) => ({
    town,
    widgets: widgetNames.filter((name) => {
      const need = needs[name];
      return need === undefined || has[need].has(town.code);
    }),
  }));
}
