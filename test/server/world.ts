import { createApp, type Database, openDatabase, readSettings, replacePrograms, saveTown } from '@kankei/server';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';

/** A second town, so that questions about several have something to tell apart. */
export const neighbour = { code: '212172', name: '飛騨市', prefecture: '岐阜県' };

export interface ServerWorld {
  db: Database;
  app: ReturnType<typeof createApp>;
  /** Asks the server without a port. */
  get: (path: string, init?: RequestInit) => Promise<Response>;
  /** What time it is; may be moved. */
  clock: { now: number };
}

/** A server with the fixtures in memory, at the fixtures' instant. */
export async function makeServer(environment: Record<string, string> = {}): Promise<ServerWorld> {
  const db = await openDatabase(':memory:');
  await saveTown(db, fixtureTown, now);
  await saveTown(db, neighbour, now);
  await replacePrograms(db, fixturePrograms, { town: fixtureTown.code, source: 'import', now });
  const near = [makeProgram({ id: 'float', town: neighbour.code, title: '屋台を曳く', kind: 'festival' })];
  await replacePrograms(db, near, { town: neighbour.code, source: 'import', now });
  const clock = { now };
  const settings = readSettings({ KANKEI_PUBLIC_URL: 'https://kankei.example', ...environment });
  const app = createApp({ db, settings, now: () => clock.now, effort: { cost: 1, most: 2 } });
  const get = async (path: string, init?: RequestInit) => app.request(`https://kankei.example${path}`, init);
  return { db, app, get, clock };
}
