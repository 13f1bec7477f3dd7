// How long an estimate of the deduction limit takes: the sum alone, and from a move of the slider to the next paint.
import { estimateLimit, families, limitYears } from '@kankei/core/furusato';
import type { Page } from 'playwright-core';
import { median, quantile } from './statistics.ts';
import type { Line } from './table.ts';

declare const window: { measure: { painted(): Promise<number> } };

/** What is needed of a slider in the page. */
interface Slider extends EventTarget {
  min: string;
  max: string;
  step: string;
  value: string;
}

/** Estimates that are timed together: one alone is shorter than a clock can tell. */
const batch = 1_000;
const batches = 50;

/** Salaries all over the table, each with a family and a year. */
const questions = Array.from({ length: batch }, (_, index) => ({
  salary: 1_000_000 + index * 19_000,
  family: families[index % families.length]!,
  year: limitYears[index % limitYears.length]!,
}));

/** The sum alone, with every line of it. */
export function sums(): Line {
  const times: number[] = [];
  for (let at = 0; at < batches; at++) {
    const start = performance.now();
    for (const question of questions) estimateLimit(question);
    times.push((performance.now() - start) * (1000 / batch));
  }
  // The first ones are the compiler's.
  const micros = median(times.slice(batches / 5));
  return { what: 'estimate of the deduction limit, in Node', value: `${micros.toFixed(1)} µs` };
}

/** Asks for an estimate on a page with a link to furusato nozei, then moves its slider step by step. */
export async function sliding(page: Page): Promise<Line> {
  await page.locator('[part~="tool"]').first().click();
  await page.locator('[name="salary"]').fill('5000000');
  await page.locator('[name="spouse"][value="couple"]').check();
  await page.locator('[part="submit"]').click();
  const times = await page.locator('[part="slider"]').evaluate(async (element) => {
    const slider = element as unknown as Slider;
    const times: number[] = [];
    for (let salary = Number(slider.min); salary <= Number(slider.max); salary += Number(slider.step)) {
      const start = performance.now();
      slider.value = String(salary);
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      times.push((await window.measure.painted()) - start);
    }
    return times;
  });
  const figure = median(times);
  const p95 = quantile(times, 0.95);
  return {
    what: 'slider of the estimate, to the next paint',
    value: `${figure.toFixed(1)} ms (p95 ${p95.toFixed(1)} ms)`,
    figure,
    target: { most: 33, unit: ' ms' },
  };
}
