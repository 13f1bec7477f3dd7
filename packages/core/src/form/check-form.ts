import type { Answers, Field } from '../schema/field.ts';
import { checkField, type FieldFaultCode } from './check-field.ts';
import { isShown, ownAnswer } from './shown.ts';

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
