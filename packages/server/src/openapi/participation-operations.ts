import type { RouteName } from '@kankei/core';
import { given, type Method, problem, sent, taking } from './parts.ts';
import type { JsonSchema } from './schemas.ts';

/** Taking part in programs. */
export const participationOperations: Partial<Record<RouteName, Partial<Record<Method, JsonSchema>>>> = {
  matches: {
    post: {
      operationId: 'matches',
      summary: '答えに合う募集を、理由と合わない点をつけて提案する',
      description:
        '答え（profile）は、どれも省けます。答えも結果も残しません。合うものがないときは、近いもの（alternatives）と、どの条件をゆるめれば何件増えるか（obstacles）を返します。',
      parameters: [],
      requestBody: sent('MatchQuestion'),
      responses: {
        200: given('提案', 'Matches'),
        400: problem('Unusable'),
        403: problem('Foreign'),
        404: problem('Unknown'),
        413: problem('TooLarge'),
        422: problem('Faulty'),
        429: problem('TooMany'),
      },
    },
  },
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
  needs: {
    post: taking({
      operationId: 'sendNeed',
      summary: '手伝ってほしいことを、町の担当者に伝える',
      description:
        '下書きとして受け取り、担当者が確かめてから募集にします。メールアドレスがあれば、受け取った内容と、直すためのページのリンクをメールで送ります。だれが送っても、同じ答えを返します。',
      sent: 'Need',
      given: ['受け取った', 'Received'],
    }),
  },
  enquiries: {
    post: taking({
      operationId: 'enquire',
      summary: '相談のことばと質問への答えを、町の担当者に残す',
      description:
        '担当者がメールでお返事します。profile は、本人がこの町に見せると決めた分だけを送ります。預かった内容と、取り下げるためのページのリンクをメールで送ります。だれが送っても、同じ答えを返します。',
      sent: 'Enquiry',
      given: ['受け取った', 'Received'],
    }),
  },
};
