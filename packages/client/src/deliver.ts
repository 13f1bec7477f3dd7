import { makeProblem, ProblemError, type Signup } from '@kankei/core';
import { isHTTPError } from 'ky';
import type { SendOptions } from './backend.ts';
import { type FetchOptions, send } from './get.ts';
import { refusal } from './refusal.ts';

/** The most bytes of an answer that are read: it is not looked at. */
const answerLimit = 1_000_000;

/**
 * Posts a signup to a town's own address, as JSON or as a form would. Each answer has a name of its own in a form,
 * several choices repeat it; `town`, `language`, `noticeVersion`, `source` and `key` (the same where it is sent again)
 * stand beside them. Rejects with a `ProblemError`, or the signal's reason.
 */
export async function deliver(
  { to, format }: { to: string; format: 'json' | 'form' },
  town: string,
  signup: Signup,
  { key, ...options }: SendOptions & FetchOptions,
): Promise<void> {
  const { answers, language, noticeVersion, source } = signup;
  const about = { town, language, noticeVersion, ...(source && { source }), key };
  const url = new URL(to);
  if (!/^https?:$/.test(url.protocol))
    throw new ProblemError(makeProblem('invalid-parameter', { detail: 'delivery.to' }));
  const form = new URLSearchParams(about);
  for (const [name, answer] of Object.entries(answers))
    for (const value of [answer].flat()) form.append(name, value === true ? 'yes' : String(value));
  await send(url, {
    ...options,
    ...(format === 'json' ? { json: { ...about, answers } } : { body: form }),
    limit: answerLimit,
    tooLarge: 'bad-answer',
    accept: '*/*',
    credentials: 'omit',
    // Whether the town's address knows a repetition by its key, only the town can tell.
    repeatable: false,
  }).catch((error: unknown) => {
    throw isHTTPError(error) ? refusal(error) : error;
  });
}
