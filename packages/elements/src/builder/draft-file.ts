import type { FanclubInput, FurusatoInput, KankeiFileInput, Town } from '@kankei/core';
import type { BuilderStrings } from '../strings/builder.ts';

/** The widgets that cannot do with files alone: only a server proves that a card is genuine. */
const needServer: readonly string[] = ['member-card', 'card-check'];

/** The place a draft's mail goes to until the town names its own. `.example` reaches nobody. */
const nobody = 'nobody@town.example';

function clubDraft(town: string, say: BuilderStrings['draft']): FanclubInput {
  const { clubTitle, collector, purpose, items, contractor, storedAt, retention, leaving, contact } = say;
  return {
    title: clubTitle(town),
    notice: {
      version: '1',
      collector: collector(town),
      ...{ purpose, items, contractor, storedAt, retention, leaving, contact },
    },
    delivery: { mail: nobody },
  };
}

/**
 * A `kankei.json` for one widget of one town: what only the town can say is a draft, marked as such.
 * Undefined for a widget that needs a server.
 */
export function draftKankeiFile(
  widget: string,
  { code, name, prefecture, url }: Pick<Town, 'code' | 'name' | 'prefecture' | 'url'>,
  say: BuilderStrings['draft'],
): KankeiFileInput | undefined {
  if (needServer.includes(widget)) return undefined;
  const texts = {
    ...(widget === 'fanclub-signup' && { fanclub: clubDraft(name, say) }),
    ...(widget === 'furusato-link' && { furusato: { uses: [{ title: say.use }] } satisfies FurusatoInput }),
  };
  const town = { code, name, ...(prefecture ? { prefecture } : {}), ...(url ? { url } : {}), ...texts };
  return { town, programs: widget === 'program-list' || widget === 'matching-form' ? ['events.csv'] : [] };
}
