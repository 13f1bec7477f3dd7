import { type Answers, checkForm, dayAt, type Faults, type Field, type FieldFault } from '@kankei/core';
import { refuse } from '../http/problems.ts';
import { addressKey } from '../mail/address-key.ts';

/** What stands in every form that somebody signs with a mail address and a consent. */
export interface Sent {
  answers: Answers;
  /** The `version` of the privacy notice that stood beside the button. */
  noticeVersion: string;
}

/** What was asked, and the version of the notice that stands beside the button now. */
export interface AskedForm {
  fields: readonly Field[];
  noticeVersion: string;
}

export interface CheckedAnswers {
  /** As they are kept, without the consent. */
  answers: Answers;
  /** The mail address as it is compared. */
  address: string;
}

/** Reads answers as they are kept. Refuses those with faults (`invalid-body`), naming the fields and never the answers. */
export function checkAnswers(asked: AskedForm, sent: Sent, now: number): CheckedAnswers {
  const { answers, address } = checkReachable(asked, sent, now);
  return address === undefined ? refuse('invalid-body', { errors: [badAddress] }) : { answers, address };
}

/** The same of a form that also takes who has no mail address; the address is then undefined. */
export function checkReachable(
  asked: AskedForm,
  sent: Sent,
  now: number,
): Pick<CheckedAnswers, 'answers'> & { address: string | undefined } {
  const { values, faults } = checkForm(asked.fields, sent.answers, dayAt(now));
  const errors = faultsOfAnswers(faults);
  const address = addressKey(values.email);
  if (values.email !== undefined && !address) errors.push(badAddress);
  if (sent.noticeVersion !== asked.noticeVersion) errors.push({ name: 'noticeVersion', reason: 'notice-changed' });
  if (errors.length) refuse('invalid-body', { errors: errors.slice(0, 50) });
  const { privacy, ...answers } = values;
  return { answers, address };
}

const badAddress = { name: 'answers.email', reason: 'email' };

/** The places of faults in what was sent; the name on cards stands beside the answers. */
export function faultsOfAnswers(faults: readonly FieldFault[]): Faults {
  return faults.map(({ name, code }) => ({ name: name === 'cardName' ? name : placeOf(name), reason: code }));
}

/** A field that is not in the form is named only if it could be: any other name may be what somebody typed. */
function placeOf(name: string): string {
  return /^[a-z][A-Za-z0-9]{0,39}$/.test(name) ? `answers.${name}` : 'answers';
}
