import { describe, expect, it } from 'vitest';
import { Kept } from '../../packages/server/src/kept.ts';
import fc from '../fixtures/fast-check.ts';

const names = 'abcdefgh';

describe('what is kept', () => {
  it('is what was set last under a name, or nothing, and never more than there is room for', () => {
    const steps = fc.array(fc.record({ name: fc.constantFrom(...names), size: fc.integer({ min: 1, max: 12 }) }));
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 30 }), (all, limit) => {
        const kept = new Kept<{ size: number }>(limit, ({ size }) => size);
        const last = new Map<string, { size: number }>();
        for (const { name, size } of all) {
          const value = { size };
          expect(kept.set(name, value)).toBe(value);
          last.set(name, value);
          if (size <= limit) expect(kept.get(name)).toBe(value);
          else expect(kept.get(name)).toBeUndefined();
          // One look at each: to look at a value is to use it.
          const found = [...names].flatMap((one) => {
            const known = kept.get(one);
            if (known) expect(known).toBe(last.get(one));
            return known ?? [];
          });
          expect(found.reduce((sum, known) => sum + known.size, 0)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it('stays as long as it is used', () => {
    const kept = new Kept<number>(10);
    kept.set('used', 0);
    for (let turn = 1; turn < 100; turn++) {
      kept.set(`once ${turn}`, turn);
      expect(kept.get('used')).toBe(0);
      expect(kept.get(`once ${turn}`)).toBe(turn);
    }
    expect(kept.get('once 1')).toBeUndefined();
  });

  it('is only what is offered a second time', () => {
    const kept = new Kept<number>(10);
    expect(kept.offer('a', 1)).toBe(1);
    expect(kept.get('a')).toBeUndefined();
    expect(kept.offer('a', 2)).toBe(2);
    expect(kept.get('a')).toBe(2);
    expect(kept.get('b')).toBeUndefined();
  });
});
