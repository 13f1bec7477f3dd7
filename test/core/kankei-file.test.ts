import { program, readItems, readKankeiFile } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../fixtures/programs.ts';

const hamamatsu = { code: '221309', name: '浜松市' };
const hida = { code: '212172', name: '飛騨市' };

/** Where the faults are, in words of the file. */
function faults(file: unknown): string[] {
  const read = readKankeiFile(file);
  return 'faults' in read ? read.faults.map(({ name, reason }) => `${name}: ${reason}`) : [];
}

describe('kankei.json', () => {
  it('of one town gives every file that town', () => {
    const read = readKankeiFile({ town: hamamatsu, programs: ['events.csv', { url: 'tours.json' }] });
    expect(read).toEqual({
      file: {
        towns: [hamamatsu],
        programs: [
          { url: 'events.csv', town: hamamatsu },
          { url: 'tours.json', town: hamamatsu },
        ],
      },
    });
  });

  it('of several towns gives every file its own', () => {
    const read = readKankeiFile({
      towns: [hamamatsu, hida],
      programs: [{ url: 'hida.csv', town: '212172', base: 'https://hida.example/' }],
    });
    const programs = [{ url: 'hida.csv', town: hida, base: 'https://hida.example/' }];
    expect(read).toEqual({ file: { towns: [hamamatsu, hida], programs } });
  });

  it.each<[string, unknown, string[]]>([
    ['no town', { programs: ['a.csv'] }, ['town: missing']],
    ['both ways to name towns', { town: hida, towns: [hida], programs: ['a.csv'] }, ['town: town-and-towns']],
    ['a town twice', { towns: [hida, hida], programs: ['a.csv'] }, ['towns: repeated']],
    [
      'a file of no town among several',
      { towns: [hida, hamamatsu], programs: ['a.csv'] },
      ['programs.0.town: missing'],
    ],
    [
      'a file of another town',
      { town: hida, programs: ['a.csv', { url: 'b.csv', town: '221309' }] },
      ['programs.1.town: not-in-towns'],
    ],
    ['a wrong code', { town: { ...hida, code: '212171' }, programs: ['a.csv'] }, ['town.code: check-digit']],
    ['no files', { town: hida, programs: [] }, ['programs: missing']],
  ])('with %s says so, and where', (_, file, expected) => {
    expect(faults(file)).toEqual(expected);
  });

  it.each([null, 1, 'x', [], {}, { towns: {} }])('that is none, like %j, is refused without a throw', (file) => {
    expect(faults(file).length).toBeGreaterThan(0);
  });
});

describe('readItems', () => {
  it('keeps what can be read and names what cannot by its place', () => {
    const good = makeProgram({ id: 'good' });
    const { items, faults } = readItems(program, [good, { ...good, title: '' }, null], 'programs');
    expect(items).toEqual([good]);
    expect(faults.map(({ name }) => name)).toEqual(['programs.1.title', 'programs.2']);
  });
});
