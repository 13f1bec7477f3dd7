import { quickFurusato, readFurusato, resolveBackend, takeOver } from '@kankei/client';
import { donationLinks, furusato, inLanguage, type LocalText, projectProgress } from '@kankei/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoFurusato } from '../../packages/server/src/demo/furusato.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureFurusato, fixtureFurusatoInput } from '../fixtures/furusato.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { fakeWeb, json } from './fake-web.ts';

const { code } = fixtureTown;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const demo = demoFurusato({ now, publicUrl: 'https://server.example' });

afterEach(() => {
  vi.unstubAllGlobals();
  takeOver(new Map());
});

describe('what a town says of furusato nozei, read by hand', () => {
  it.each([
    ['all it can say', fixtureFurusatoInput],
    ['what the made-up town says', demo],
    ['nothing', {}],
    ['a corporate version without a least', { corporate: {} }],
  ])('is what the contract’s schema reads: %s', (_, profile) => {
    expect(readFurusato(copy(profile))).toEqual(furusato.parse(copy(profile)));
  });

  it.each([null, undefined, 7, 'text', [], [{}]])('is undefined for %j', (answer) => {
    expect(readFurusato(answer)).toBeUndefined();
  });

  it('takes all that the schema takes, and never what a template could not show', () => {
    const paths = (value: object): string[][] =>
      Object.entries(value).flatMap(([name, inner]) => [
        [name],
        ...(typeof inner === 'object' && inner ? paths(inner).map((path) => [name, ...path]) : []),
      ]);
    const whole = { ...copy(fixtureFurusato), uses: [...copy(fixtureFurusato.uses), ...copy(demo.uses)] };
    const junk = fc.constantFrom<unknown>(
      ...[null, undefined, 0, -1, 7, 2.5, true, [], [7], {}, '', { ja: 7 }, { ja: 'あ' }],
      ...['javascript:alert(1)', 'https://a.example/', '2026-02-30', '2026-11-20', '<b>'],
    );
    let refused = 0;
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths(whole)), junk, (path, value) => {
        const profile = copy(whole) as unknown as Record<string, unknown>;
        const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, profile);
        holder[path.at(-1)!] = value;
        const read = readFurusato(copy(profile));
        const strict = furusato.safeParse(copy(profile));
        if (strict.success) {
          taken++;
          expect(read).toBeDefined();
        }
        if (!read) {
          refused++;
          return;
        }
        const words: (LocalText | undefined)[] = [
          ...[
            read.title,
            read.intro,
            read.button,
            read.corporate?.text,
            read.invitation?.text,
            read.registration?.text,
          ],
          ...[...read.uses, ...read.projects].flatMap(({ title, text, done, image }) => [
            title,
            text,
            done,
            image?.alt,
          ]),
          ...[read.form, ...read.portals].map((page) => page?.name),
        ];
        for (const one of words) if (one !== undefined) expect(typeof inLanguage(one, 'en')).toBe('string');
        for (const project of read.projects) {
          const { percent, missing } = projectProgress(project, '2026-11-21');
          expect([Number.isFinite(percent), Number.isFinite(missing)]).toEqual([true, true]);
        }
        for (const { url } of donationLinks(read, code)) expect(url).toMatch(/^https?:/);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(500);
    expect(taken).toBeGreaterThan(100);
  });
});

describe('what a town says of furusato nozei, on a server', () => {
  it('is asked once and read without the whole backend', async () => {
    const endpoint = 'https://quick-furusato.example';
    const web = fakeWeb({ [`${endpoint}/v1/towns/${code}/furusato`]: () => json(fixtureFurusato) });
    vi.stubGlobal('fetch', web.fetch);
    expect(await resolveBackend({ endpoint }, { furusato: quickFurusato }).furusato(code)).toEqual(fixtureFurusato);
    expect(web.requests).toHaveLength(1);
  });

  it('is asked again, and what is wrong with it said, where it cannot be read', async () => {
    const endpoint = 'https://odd-furusato.example';
    const odd = { ...fixtureFurusato, uses: 'none' };
    const web = fakeWeb({ [`${endpoint}/v1/towns/${code}/furusato`]: () => json(odd) });
    vi.stubGlobal('fetch', web.fetch);
    const asked = resolveBackend({ endpoint }, { furusato: quickFurusato }).furusato(code);
    await expect(asked).rejects.toMatchObject({ problem: { code: 'bad-answer', errors: [{ name: 'uses' }] } });
    expect(web.requests).toHaveLength(2);
  });
});
