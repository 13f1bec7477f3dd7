import {
  type Answers,
  checkField,
  type DonationProject,
  type Field,
  type FieldFault,
  mostDonors,
  mostYen,
  type ProjectFigures,
  projectFigures,
  readYen,
  tidyAnswer,
} from '@kankei/core';

/** The fields of a project's figures. Their names carry the project's id, for all projects stand in one form. */
export const figureNames = ['raised', 'donors', 'asOf', 'goal'] as const;
export type FigureName = (typeof figureNames)[number];
export const fieldNameOf = (name: FigureName, { id }: Pick<DonationProject, 'id'>) => `${name}-${id}`;

/** What tells, under this name, which figures a form was made from. */
export const shownNameOf = ({ id }: Pick<DonationProject, 'id'>) => `shown-${id}`;
export const shownValueOf = ({ goal, raised, donors }: Omit<ProjectFigures, 'id' | 'asOf'>) =>
  [goal, raised, donors].join(' ');

/** `today`: the day in Tokyo, `YYYY-MM-DD`; no figures are of a later one. */
export function figureFields(project: DonationProject, today: string): Record<FigureName, Field> {
  const number = (name: FigureName, more: Partial<Field>): Field => ({
    name: fieldNameOf(name, project),
    kind: 'number',
    ...more,
  });
  return {
    goal: number('goal', { required: true, min: 1, max: mostYen }),
    raised: number('raised', { required: true, min: 0, max: mostYen }),
    donors: number('donors', { min: 0, max: mostDonors }),
    asOf: { name: fieldNameOf('asOf', project), kind: 'date', to: today },
  };
}

export interface ReadFigures {
  faults: FieldFault[];
  /** New figures; absent where there are faults, or nothing was changed. */
  figures?: ProjectFigures;
}

/**
 * Reads what was typed about one project. Figures without a day are of `today`. Those of a project that stand as they
 * were shown, without a day, are no new ones: nobody has said that they are still true.
 */
export function readFigures(project: DonationProject, sent: URLSearchParams, today: string): ReadFigures {
  const fields = figureFields(project, today);
  const faults: FieldFault[] = [];
  const values: Answers = {};
  const read = (name: FigureName, field: Field, typed = sent.get(field.name) ?? '') => {
    // 320万 as well; what is no amount is for the check to name.
    const checked = checkField(field, field.kind === 'number' ? (readYen(typed) ?? typed) : typed, today);
    if ('code' in checked) faults.push({ name: field.name, code: checked.code });
    else if (checked.value !== undefined) values[name] = checked.value;
  };
  for (const name of ['raised', 'donors', 'goal'] as const) read(name, fields[name]);
  const day = tidyAnswer('date', sent.get(fields.asOf.name) ?? '');
  const shown = sent.get(shownNameOf(project)) ?? shownValueOf(project);
  const isShown = !faults.length && shown === [values.goal, values.raised, values.donors].join(' ');
  if (isShown && !day) return { faults };
  // Nothing is raised before a project begins.
  const from = values.raised ? project.start : undefined;
  read('asOf', { ...fields.asOf, ...(from !== undefined && { from }) }, day || today);
  if (faults.length) return { faults };
  return { faults, figures: projectFigures.parse({ id: project.id, ...values }) };
}
