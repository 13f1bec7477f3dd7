import { flaggedProgramTexts, type Program } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../fixtures/programs.ts';

const bargain = '返礼品が豪華！ポイント還元でお得';
const found = (more: Partial<Program>) =>
  flaggedProgramTexts(makeProgram({ id: 'a', ...more })).map(({ name, findings }) => [name, findings.length]);

describe('the texts of a program that leads to donations', () => {
  it.each([
    ['by its title', { title: 'ふるさと納税で応援', summary: bargain }],
    ['by a word in its description', { title: '応援', description: '寄附はこちら', summary: bargain }],
    ['by how to apply', { title: '応援', summary: bargain, apply: { method: 'ふるさと納税のページから' } }],
    [
      'by a link to a portal',
      { title: '応援', summary: bargain, url: 'https://www.furusato-tax.jp/city/product/21217' },
    ],
    ['by a link where to apply', { title: '応援', summary: bargain, apply: { url: 'https://www.satofull.jp/x' } }],
    ['in English', { title: 'Furusato nozei day', summary: bargain }],
  ] as const)('are flagged, %s', (_, more) => {
    expect(found(more)).toEqual([['summary', 3]]);
  });

  it('are named with the rule and the day it began', () => {
    const [flagged] = flaggedProgramTexts(makeProgram({ id: 'a', title: 'ふるさと納税でポイント還元' }));
    expect(flagged).toMatchObject({ name: 'title', findings: [{ reason: 'points', since: '2025-10-01' }] });
  });

  it('pass where they say what the money is for', () => {
    expect(
      found({ title: 'ふるさと納税で橋を直す', summary: '使い道を選んで寄附できます。お礼の手紙をお送りします。' }),
    ).toEqual([]);
  });

  it.each([
    { title: '朝市', summary: '新米がお得！先着でおまけ付き' },
    {
      title: 'スタンプラリー',
      description: 'ポイントが貯まるとプレゼント',
      url: 'https://www.town.example/furusato-tax.html',
    },
    { title: 'ふるさと祭り', summary: '激安市' },
  ])('are none of a program that has nothing to do with them: %o', (more) => {
    expect(found(more)).toEqual([]);
  });
});
