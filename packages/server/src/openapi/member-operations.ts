import type { RouteName } from '@kankei/core';
import { given, type Method, problem, sent, taking } from './parts.ts';
import type { JsonSchema } from './schemas.ts';

const ofMember: JsonSchema = { security: [{ memberToken: [] }] };

/** What has something sent, or is about one person and asks for the token from a mail; beside its path parameters. */
export const memberOperations: Partial<Record<RouteName, Partial<Record<Method, JsonSchema>>>> = {
  members: {
    post: taking({
      operationId: 'join',
      summary: 'ファンクラブに申し込む',
      description:
        '確認のメールを送ります。メールのリンクのボタンが押されると会員になります。すでに会員のメールアドレスでも、同じ答えを返します。',
      sent: 'Signup',
      given: ['申し込みを受け付けた', 'SignupAccepted'],
    }),
  },
  member: {
    get: {
      operationId: 'member',
      summary: '会員本人に見せる、登録した内容',
      ...ofMember,
      responses: { 200: given('登録した内容', 'Member'), 400: problem('Unusable'), 401: problem('LinkExpired') },
    },
    patch: {
      operationId: 'changeMember',
      summary: '会員本人が、登録した内容を直す',
      description:
        'answers は、直したあとのすべての答えです（同意をのぞく）。新しいメールアドレスは、そこに送られたリンクのボタンが押されると変わります。',
      ...ofMember,
      requestBody: sent('MemberChange'),
      responses: {
        200: given('直したあとの内容', 'Member'),
        400: problem('Unusable'),
        401: problem('LinkExpired'),
        403: problem('Foreign'),
        413: problem('TooLarge'),
        422: problem('Faulty'),
        429: problem('TooMany'),
      },
    },
    delete: {
      operationId: 'leave',
      summary: '会員本人が、退会する',
      description: 'お預かりしている内容をすべて消します。会員番号は、ほかの方には使いません。',
      ...ofMember,
      responses: {
        204: { description: '退会した' },
        400: problem('Unusable'),
        401: problem('LinkExpired'),
        403: problem('Foreign'),
      },
    },
  },
  memberCard: {
    get: {
      operationId: 'memberCard',
      summary: '会員本人に見せる会員証',
      ...ofMember,
      responses: { 200: given('会員証', 'MemberCard'), 400: problem('Unusable'), 401: problem('LinkExpired') },
    },
  },
};

/** How a member says who they are. */
export const memberToken: JsonSchema = {
  type: 'http',
  scheme: 'bearer',
  description: '会員のページのリンク（/member/ のあと）にある文字列',
};
