import type { Answer, Answers, Field } from '../schema/field.ts';
import { checkField, type FieldFaultCode } from './check-field.ts';

export interface FieldFault {
  /** The field's name. */
  name: string;
  code: FieldFaultCode;
}

export interface CheckedForm {
  /** The answers as they are kept; fields that are not shown or not answered are absent. */
  values: Answers;
  /** In the order of the fields; then what belongs to no field. */
  faults: FieldFault[];
}

/**
 * True while the field is to be shown. A condition looks at what is answered and shown itself, so that a chain of
 * conditions closes from its first link. A field whose condition names no field before it is shown never.
 */
export function isShown(field: Field, fields: readonly Field[], answers: Readonly<Answers>): boolean {
  const { shownWhen } = field;
  if (!shownWhen) return true;
  const other = fields.slice(0, fields.indexOf(field)).find(({ name }) => name === shownWhen.field);
  if (!other || !isShown(other, fields, answers)) return false;
  const given = ownAnswer(answers, other.name);
  const said = given === true ? ['yes'] : [given ?? ''].flat().map(String);
  return said.some((value) => shownWhen.is.includes(value));
}

/**
 * Reads a whole form: the one judge of browser and server. `today` is the day `YYYY-MM-DD` in Tokyo. Answers to fields
 * that are not shown are passed over; names that are in no field are faults.
 */
export function checkForm(fields: readonly Field[], answers: Readonly<Answers>, today: string): CheckedForm {
  const values: Answers = {};
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const { name } = field;
    if (!isShown(field, fields, { ...answers, ...values })) continue;
    const checked = checkField(field, ownAnswer(answers, name), today);
    if ('code' in checked) faults.push({ name, code: checked.code });
    else if (checked.value !== undefined) values[name] = checked.value;
  }
  const known = new Set(fields.map(({ name }) => name));
  for (const name of Object.keys(answers)) if (!known.has(name)) faults.push({ name, code: 'unknown' });
  return { values, faults };
}

/** A field may be called `constructor`: only what was answered counts. */
function ownAnswer(answers: Readonly<Answers>, name: string): Answer | undefined {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}
