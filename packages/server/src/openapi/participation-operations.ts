import type { RouteName } from '@kankei/core';
import { given, type Method, problem, taking } from './parts.ts';
import type { JsonSchema } from './schemas.ts';

/** Taking part in programs. */
export const participationOperations: Partial<Record<RouteName, Partial<Record<Method, JsonSchema>>>> = {
  recruitment: {
    get: {
      operationId: 'recruitment',
      summary: '募集の申し込みの、いまのようす',
      description: '申し込めるか、残りの人数、キャンセル待ちと「気になる」の数、申し込みのときに尋ねること。',
      parameters: [],
      responses: { 200: given('いまのようす', 'Recruitment'), 400: problem('Unusable'), 404: problem('Unknown') },
    },
  },
  applications: {
    post: taking({
      operationId: 'apply',
      summary: '募集に申し込む',
      description:
        '人数分の空きがあれば申し込みに（pending）、なければキャンセル待ちに（waiting）なり、本人のページのリンクをメールで送ります。すでに申し込んだメールアドレスでも、同じ答えを返します。申し込めない募集には 409（recruitment-closed）を返します。',
      sent: 'Application',
      given: ['申し込みを受け付けた', 'ApplicationReceived'],
    }),
  },
  interests: {
    post: taking({
      operationId: 'sayInterested',
      summary: '募集を「気になる」と伝える',
      description: '数だけを残します。だれが伝えたかは残しません。',
      sent: 'ProgramInterest',
      given: ['数えた', 'InterestCounted'],
    }),
  },
};
