import type { Signup } from '@kankei/core';
import { checkAnswers } from '../submissions/check-answers.ts';
import type { Club } from './club.ts';
import type { CheckedSignup } from './signup.ts';

/** Reads a signup as it is kept. Refuses one with faults (`invalid-body`), naming the fields and never the answers. */
export function checkSignup(club: Club, signup: Signup, now: number): CheckedSignup {
  const asked = { fields: club.fields, noticeVersion: club.fanclub.notice.version };
  const { language, introducer, source } = signup;
  return { club, ...checkAnswers(asked, signup, now), language, introducer, source };
}
