import { routePath, routes } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';

describe('routePath', () => {
  it('fills every placeholder of every route', () => {
    for (const name of Object.keys(routes) as (keyof typeof routes)[]) {
      const path = routePath(name, { code: '212172', codes: '212172,221309', id: 'harvest', prefix: '509' });
      expect(path).toMatch(/^\/v1\/(towns\/212172|postal\/509)/);
      expect(path).not.toMatch(/[{}]/);
    }
  });

  it('keeps the commas between towns', () => {
    expect(routePath('programs', { codes: '212172,221309' })).toBe('/v1/towns/212172,221309/programs');
    expect(routePath('programCalendar', { code: '212172', id: 'a-1' })).toBe('/v1/towns/212172/programs/a-1.ics');
  });

  it('lets no value out of its place in the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (code, id) => {
        const path = routePath('program', { code, id });
        expect(path.split('/')).toHaveLength(6);
        expect(path).not.toMatch(/[?#\s\\<>"]/);
        const [, , , first, , second] = path.split('/');
        expect(decodeURIComponent(first!)).toBe(code);
        expect(decodeURIComponent(second!)).toBe(id);
      }),
    );
    expect(routePath('town', { code: '../../x?y#z' })).toBe('/v1/towns/..%2F..%2Fx%3Fy%23z');
  });
});
