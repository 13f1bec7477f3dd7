import { contrast, luminance, type Rgb, readHexColor, textContrast } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';

const part = fc.integer({ min: 0, max: 255 });
const colors = fc.tuple(part, part, part) as fc.Arbitrary<Rgb>;
const hex = (color: Rgb) => `#${color.map((one) => one.toString(16).padStart(2, '0')).join('')}`;

describe('contrast of two colours', () => {
  it('is what WCAG publishes: 21 for black on white, and 4.5 where #767676 on white just passes', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10);
    const grey = (value: string) => contrast(readHexColor(value)!, readHexColor('#fff')!);
    expect(grey('#767676')).toBeGreaterThanOrEqual(textContrast);
    expect(grey('#777777')).toBeLessThan(textContrast);
  });

  it('does not hang on which colour is the ground, lies between 1 and 21, and is 1 with itself', () => {
    fc.assert(
      fc.property(colors, colors, (one, other) => {
        const ratio = contrast(one, other);
        expect(ratio).toBe(contrast(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21.000001);
        expect(contrast(one, one)).toBe(1);
        expect(luminance(one)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('reads colours as they are written in six digits or three, and nothing else', () => {
    fc.assert(
      fc.property(colors, (color) => {
        expect(readHexColor(hex(color))).toEqual(color);
        expect(readHexColor(hex(color).toUpperCase())).toEqual(color);
      }),
    );
    expect(readHexColor('#0a9')).toEqual([0, 170, 153]);
    for (const text of ['', '0a9', '#0a', '#0a99', 'red', '#12345g', 'rgb(0 0 0)'])
      expect(readHexColor(text), text).toBe(undefined);
  });
});
