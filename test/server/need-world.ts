import { type Answers, type Need, routePath } from '@kankei/core';
import { fixtureTown } from '../fixtures/programs.ts';
import { type ApplicationWorld, makeApplicationServer } from './application-world.ts';

const code = fixtureTown.code;

/** What a resident tells, in order. */
export const snow: Answers = {
  what: '家の雪囲いを手伝ってほしい',
  when: '12月の初めの土曜の午前',
  people: '3',
  who: '高いところが平気な人',
  effort: 'medium',
  bring: '軍手',
  thanks: '採れたての野菜',
  place: '北町の家',
  name: '山田 トメ',
  reach: 'email',
  email: 'tome@example.jp',
  privacy: true,
};

export interface NeedWorld extends ApplicationWorld {
  /** Sends a need that is in order but for what is given, with a proof. */
  need: (answers?: Answers, more?: Partial<Need>, key?: string) => Promise<Response>;
  /** Sends a need, and confirms that the mail address is the host's. */
  tell: (answers?: Answers, more?: Partial<Need>) => Promise<Response>;
  /** The path of the host's page in the newest mail to an address. */
  needPageOf: (email?: string) => Promise<string>;
}

/** A server whose town takes needs, at the fixtures' instant. */
export async function makeNeedServer(): Promise<NeedWorld> {
  return withNeeds(await makeApplicationServer());
}

/** A server that takes applications, with what sends it needs. */
export function withNeeds<World extends ApplicationWorld>(world: World): World & NeedWorld {
  let keys = 0;
  const need: NeedWorld['need'] = async (answers = {}, more = {}, key = `key-of-a-need-number-${keys++}`) => {
    const body: Need = {
      answers: { ...snow, ...answers },
      language: 'ja',
      noticeVersion: 'apply-1',
      elapsed: 60_000,
      proof: await world.prove(),
      ...more,
    };
    return world.get(routePath('needs', { code }), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  };
  const needPageOf = async (email = 'tome@example.jp') => {
    const texts = (await world.mails()).filter(({ to }) => to === email).map(({ text }) => text);
    return texts.flatMap((text) => /https:\/\/kankei\.example(\/need\/[\w-]{43})/.exec(text)?.[1] ?? []).at(-1)!;
  };
  const tell: NeedWorld['tell'] = async (answers, more) => {
    const response = await need(answers, more);
    const page = await needPageOf(String(answers?.email ?? snow.email));
    if (response.status === 202 && page) await world.press(`${page}/confirm`, {});
    return response;
  };
  return { ...world, need, tell, needPageOf };
}
