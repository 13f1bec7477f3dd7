import type { ProgramState } from '@kankei/core';
import type { TemplateResult } from 'lit';
import { outline } from './outline.ts';

const shapes = {
  when: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2',
  where: 'M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11M12 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
  back: 'M19 12H5M11 6l-6 6l6 6',
  leave: 'M14 5h5v5M19 5l-9 9M10 6H5v13h13v-5',
  open: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16',
  few: 'M12 4L21 20H3Z',
  full: 'M5 5h14v14H5ZM5 5l14 14',
  closed: 'M5 12h14',
  cancelled: 'M5 5l14 14M19 5L5 19',
  postponed: 'M4 12h14M13 6l6 6l-6 6',
  over: 'M4 13l5 5L20 6',
} satisfies Record<ProgramState, string> & Record<string, string>;

export function icon(name: keyof typeof shapes): TemplateResult {
  return outline(shapes[name]);
}
