import type { ProjectState } from '@kankei/core';
import type { TemplateResult } from 'lit';
import { outline } from '../internal/outline.ts';

/** A shape for each state, so that none is told by its colour alone; and an arrow for links. */
const shapes = {
  coming: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2',
  open: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16',
  reached: 'M4 13l5 5L20 6',
  over: 'M5 12h14',
  leave: 'M14 5h5v5M19 5l-9 9M10 6H5v13h13v-5',
  go: 'M5 12h14M13 6l6 6l-6 6',
} satisfies Record<ProjectState, string> & Record<string, string>;

export function shape(name: keyof typeof shapes): TemplateResult {
  return outline(shapes[name]);
}
