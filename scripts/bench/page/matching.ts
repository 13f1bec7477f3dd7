// Ranks ten thousand programs as a person answers one question after the other, beside a plain sort of the same array.
import { type MatchProfile, type Program, rankPrograms } from '@kankei/core';
import { makePrograms } from '../programs.ts';

/** Answers as they come in, each profile with one more. */
const answers: MatchProfile[] = [
  { themes: ['farming', 'craft'] },
  { skills: ['field-work', 'cooking'] },
  { mode: 'onsite' },
  { weekdays: ['sat', 'sun'], months: ['11', '12', '1'] },
  { prefecture: '東京都' },
  { company: 'family', people: 3, youngest: 7 },
  { effort: 'light' },
  { hopes: ['meet', 'taste'] },
  { words: 'そばの収穫と古民家の手入れをしてみたい' },
];
const profiles = answers.map((_, index) => Object.assign({}, ...answers.slice(0, index + 1)) as MatchProfile);

export interface MatchingTimes {
  /** Milliseconds of each ranking of programs that were ranked before, and of the very first ones. */
  again: number[];
  first: number[];
  sort: number[];
}

/** Measures so many rounds over so many programs; the first round does not count. */
export function measureMatching(count: number, rounds: number): MatchingTimes {
  const now = Date.now();
  const programs = [...makePrograms(count, { now, earliest: 1 })];
  const times: MatchingTimes = { again: [], first: [], sort: [] };
  const time = (list: number[], act: () => unknown) => {
    const start = performance.now();
    act();
    list.push(performance.now() - start);
  };
  for (let round = -1; round < rounds; round++) {
    const fresh = programs.map((program): Program => ({ ...program }));
    const all: MatchingTimes = round < 0 ? { again: [], first: [], sort: [] } : times;
    time(all.first, () => rankPrograms(profiles[0]!, fresh, now));
    for (const profile of profiles) time(all.again, () => rankPrograms(profile, fresh, now));
    time(all.sort, () => [...fresh].sort(byDate));
  }
  return times;
}

function byDate(a: Program, b: Program): number {
  const [one = '', other = ''] = [a.sessions[0]?.startDate, b.sessions[0]?.startDate];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

Object.assign(globalThis, { measureMatching });
