import { checkForm, dayAt, type Faults, type FieldFault, type Signup } from '@kankei/core';
import { refuse } from '../http/problems.ts';
import { addressKey } from './address-key.ts';
import type { Club } from './club.ts';
import type { CheckedSignup } from './signup.ts';

/** Reads a signup as it is kept. Refuses one with faults (`invalid-body`), naming the fields and never the answers. */
export function checkSignup(club: Club, signup: Signup, now: number): CheckedSignup {
  const { values, faults } = checkForm(club.fields, signup.answers, dayAt(now));
  const address = addressKey(values.email);
  if (!address && !faults.some(({ name }) => name === 'email')) faults.push({ name: 'email', code: 'email' });
  const errors = faultsOfAnswers(faults);
  if (signup.noticeVersion !== club.fanclub.notice.version)
    errors.push({ name: 'noticeVersion', reason: 'notice-changed' });
  if (errors.length || !address) refuse('invalid-body', { errors: errors.slice(0, 50) });
  const { privacy, ...answers } = values;
  const { language, introducer, source } = signup;
  return { club, answers, address, language, introducer, source };
}

/** The places of faults in what was sent; the name on cards stands beside the answers. */
export function faultsOfAnswers(faults: readonly FieldFault[]): Faults {
  return faults.map(({ name, code }) => ({ name: name === 'cardName' ? name : placeOf(name), reason: code }));
}

/** A field that is not in the form is named only if it could be: any other name may be what somebody typed. */
function placeOf(name: string): string {
  return /^[a-z][A-Za-z0-9]{0,39}$/.test(name) ? `answers.${name}` : 'answers';
}
