import type { Field, FieldOption } from '../schema/field.ts';
import type { LocalText } from '../schema/local-text.ts';

/** How a town wants one of the usual questions of a form asked. */
export interface UsualField<Name extends string> {
  name: Name;
  required?: boolean | undefined;
  label?: LocalText | undefined;
  help?: LocalText | undefined;
  options?: FieldOption[] | undefined;
}

/** Options that the product has words of its own for. */
export const offer = (values: readonly string[]): FieldOption[] => values.map((value) => ({ value }));

/**
 * The usual questions as a town wants them, each once, in its order; all of them as they are where it says nothing.
 * What a form cannot do without comes first where the town left it out, and is required however it was wanted.
 */
export function wantedFields<Name extends string>(
  usual: Readonly<Record<Name, Omit<Field, 'name'>>>,
  wanted: readonly UsualField<Name>[] = (Object.keys(usual) as Name[]).map((name) => ({ name })),
  indispensable: readonly Name[] = [],
): Field[] {
  const missing = indispensable.filter((name) => !wanted.some((field) => field.name === name));
  const chosen = [...missing.map((name): UsualField<Name> => ({ name })), ...wanted].filter(
    ({ name }, index, all) => all.findIndex((other) => other.name === name) === index,
  );
  const names = chosen.map(({ name }) => name as string);
  return chosen.map(({ name, required, options, ...words }, index) => {
    const { shownWhen, ...field } = usual[name];
    return {
      name,
      ...field,
      // A question that hangs on one the town does not ask before it stands by itself.
      ...(shownWhen && names.slice(0, index).includes(shownWhen.field) ? { shownWhen } : {}),
      ...(words as Partial<Field>),
      // Options belong to fields that offer a choice; what cannot be left out stays required.
      ...(field.options && options ? { options } : {}),
      required: indispensable.includes(name) || (required ?? field.required ?? false),
    };
  });
}

/** A town's own questions, under a heading of their own unless they name one. */
export function ownFields(questions: readonly Field[] = []): Field[] {
  return questions.map((question) => ({ ...question, group: question.group ?? 'questions' }));
}

/** The consent under a form. */
export const privacyField: Field = { name: 'privacy', kind: 'consent', required: true, group: 'consent' };
