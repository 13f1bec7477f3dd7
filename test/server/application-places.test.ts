import { type Answers, holdsPlaces, type Program } from '@kankei/core';
import { findProgram, replacePrograms, saveMatching } from '@kankei/server';
import { expect, it } from 'vitest';
import { listApplications } from '../../packages/server/src/applications/application-store.ts';
import { acceptApplication, checkApplication } from '../../packages/server/src/applications/apply.ts';
import { changeApplication, withdrawApplication } from '../../packages/server/src/applications/change.ts';
import { decide, decisions } from '../../packages/server/src/applications/decide.ts';
import { moveUpEverywhere } from '../../packages/server/src/applications/move-up.ts';
import { findRecruiting } from '../../packages/server/src/applications/recruiting.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown, makeProgram, now as start } from '../fixtures/programs.ts';
import { fixtureMatching, makeApplicationServer } from './application-world.ts';

const town = fixtureTown.code;
const person = fc.nat({ max: 7 });
const party = fc.integer({ min: 1, max: 4 });

/** What may happen to a program's applications, in any order. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('apply' as const), person, party }) },
  fc.record({ what: fc.constant('change' as const), person, party }),
  fc.record({ what: fc.constant('withdraw' as const), person }),
  fc.record({ what: fc.constant('decide' as const), person, decision: fc.constantFrom(...decisions) }),
  fc.record({ what: fc.constant('import' as const), places: fc.nat({ max: 8 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

it('never gives a place out twice and lets nobody wait who fits, whatever happens in whatever order', async () => {
  const world = await makeApplicationServer();
  const { db } = world;
  await saveMatching(db, town, fixtureMatching, start);
  let now = start;
  let round = 0;
  const publicUrl = 'https://kankei.example';

  async function run(id: string, happenings: Happening[]): Promise<void> {
    const bring = async (places: number) => {
      const program = makeProgram({ id, town, capacity: places });
      await replacePrograms(db, [program], { town, source: `import:${id}`, now });
      await moveUpEverywhere(db, { publicUrl, now });
      return places;
    };
    let places = await bring(5);
    const mailOf = (index: number) => `p${index}-${id}@example.jp`;
    const answersOf = (index: number, people: number): Answers => ({
      name: 'x',
      email: mailOf(index),
      people: String(people),
      ...(people > 1 && { members: 'y' }),
    });
    for (const one of happenings) {
      now += 1000;
      const options = { publicUrl, now };
      const before = await listApplications(db, town, id);
      const idOf = (index: number) => before.find(({ address }) => address === mailOf(index))?.id ?? 'nobody';
      if (one.what === 'import') places = await bring(one.places);
      else
        await db.transaction().execute(async (transaction) => {
          if (one.what === 'apply') {
            const recruiting = (await findRecruiting(transaction, town, id))!;
            const answers = { ...answersOf(one.person, one.party), privacy: true };
            const sent = { answers, language: 'ja', noticeVersion: 'apply-1' };
            await acceptApplication(transaction, checkApplication(recruiting, sent, now), options);
          } else if (one.what === 'change') {
            const { email, ...answers } = answersOf(one.person, one.party);
            await changeApplication(transaction, idOf(one.person), answers, options);
          } else if (one.what === 'withdraw') await withdrawApplication(transaction, idOf(one.person), options);
          else {
            const deciding = { town, program: id, id: idOf(one.person), message: 'x', decision: one.decision };
            await decide(transaction, deciding, options);
          }
        });
      const after = await listApplications(db, town, id);
      const taken = after.filter(({ state }) => holdsPlaces(state)).reduce((sum, { party }) => sum + party, 0);
      // Only an import may say that there were fewer places than were given out; then none is given out.
      const heldBefore = before.filter(({ state }) => holdsPlaces(state)).reduce((sum, { party }) => sum + party, 0);
      expect(taken).toBeLessThanOrEqual(Math.max(places, heldBefore));
      const left = Math.max(0, places - taken);
      for (const { state, party } of after) if (state === 'waiting') expect(party).toBeGreaterThan(left);
      expect(new Set(after.map(({ address }) => address)).size).toBe(after.length);
      if (after.length) {
        const shown: Program = JSON.parse((await findProgram(db, town, id))!.document);
        expect(shown.placesLeft).toBe(left);
      }
    }
  }
  const rounds = fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), (happenings) =>
    run(`round-${round++}`, happenings),
  );
  await fc.assert(rounds, { numRuns: 40 });
  await db.destroy();
}, 60_000);
