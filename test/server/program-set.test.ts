import { describe, expect, it } from 'vitest';
import {
  add,
  addCarriers,
  countCarriers,
  countCommon,
  has,
  makeCarriers,
  makeFullSet,
  makeSet,
  membersOf,
  type ProgramSet,
  SetRoom,
} from '../../packages/server/src/storage/program-set.ts';
import fc from '../fixtures/fast-check.ts';

/** How many places there are, about the bounds of words of 32 among them, and some sets of them. */
const places = fc.oneof(fc.constantFrom(0, 1, 31, 32, 33, 64), fc.nat(300));
const arbitrarySets = places.chain((size) =>
  fc.record({
    size: fc.constant(size),
    sets: fc.array(size ? fc.uniqueArray(fc.nat(size - 1)) : fc.constant<number[]>([]), { maxLength: 4 }),
  }),
);

function toSet(members: readonly number[], size: number): ProgramSet {
  const set = makeSet(size);
  for (const place of members) add(set, place);
  return set;
}

function members(set: ProgramSet, size: number): number[] {
  const found = Array.from({ length: size }, (_, place) => place).filter((place) => has(set, place));
  expect(membersOf(set)).toEqual(found);
  return found;
}

describe('sets of programs', () => {
  it('intersect and are counted as sets are, in room that was used before', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySets, { minLength: 1, maxLength: 3 }), (rounds) => {
        const { size } = rounds[0]!;
        const room = new SetRoom(makeFullSet(size));
        for (const { sets } of rounds.filter((round) => round.size === size)) {
          room.clear();
          const common = members(makeFullSet(size), size).filter((place) => sets.every((set) => set.includes(place)));
          const found = room.intersect(sets.map((set) => toSet(set, size)));
          const other = room.intersect([makeSet(size), makeFullSet(size)]);
          expect(members(found, size)).toEqual(common);
          expect(countCommon(room.count(found), makeFullSet(size))).toBe(common.length);
          expect(countCommon(room.count(makeFullSet(size)), found)).toBe(common.length);
          expect(countCommon(room.count(other), found)).toBe(0);
        }
      }),
    );
  });

  it('count who carries a value alike, be they many or few', () => {
    const all = arbitrarySets.filter(({ sets }) => sets.length >= 2);
    fc.assert(
      fc.property(all, ({ size, sets: [within = [], carrying = []] }) => {
        for (const some of [carrying, carrying.slice(0, 1)]) {
          const carriers = makeCarriers(Uint32Array.from(some).sort(), size);
          const common = some.filter((place) => within.includes(place));
          expect(countCarriers(new SetRoom(makeFullSet(size)).count(toSet(within, size)), carriers)).toBe(
            common.length,
          );
          const set = toSet(within, size);
          addCarriers(set, carriers);
          expect(members(set, size)).toEqual([...new Set([...within, ...some])].sort((a, b) => a - b));
        }
      }),
    );
  });
});
