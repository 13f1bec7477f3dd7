import type { Answer, Answers, Field } from '../schema/field.ts';

/**
 * True while the field is to be shown. A condition looks at what is answered and shown itself, so that a chain of
 * conditions closes from its first link. A field whose condition names no field before it is shown never. A number counts
 * in whatever width it was typed.
 */
export function isShown(field: Field, fields: readonly Field[], answers: Readonly<Answers>): boolean {
  const { shownWhen } = field;
  if (!shownWhen) return true;
  const other = fields.slice(0, fields.indexOf(field)).find(({ name }) => name === shownWhen.field);
  if (!other || !isShown(other, fields, answers)) return false;
  const given = ownAnswer(answers, other.name);
  const said = given === true ? ['yes'] : [given ?? ''].flat().map(String);
  return said.some((value) => [value, value.normalize('NFKC').trim()].some((one) => shownWhen.is.includes(one)));
}

/** A field may be called `constructor`: only what was answered counts. */
export function ownAnswer(answers: Readonly<Answers>, name: string): Answer | undefined {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}
