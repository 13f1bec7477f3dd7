import { type Answers, type Enquiry, routePath } from '@kankei/core';
import { fixtureTown } from '../fixtures/programs.ts';
import { type ApplicationWorld, makeApplicationServer } from './application-world.ts';

const code = fixtureTown.code;

/** What somebody asks a coordinator, in order. */
export const asking: Answers = {
  name: '青山 光',
  email: 'hikari@example.jp',
  moving: 'ties',
  message: '週末に通いながら、畑を手伝えるところはありますか。',
  privacy: true,
};

/** What would suit them. */
export const wishes: NonNullable<Enquiry['profile']> = {
  themes: ['farming', '冬のくらし'],
  weekdays: ['sat', 'sun'],
  prefecture: '東京都',
  people: 2,
  words: '土を触りたい',
};

export interface EnquiryWorld extends ApplicationWorld {
  /** Sends an enquiry that is in order but for what is given, with a proof. */
  enquire: (answers?: Answers, more?: Partial<Enquiry>, key?: string) => Promise<Response>;
  /** The path of the person's page in the newest mail to an address. */
  enquiryPageOf: (email?: string) => Promise<string>;
}

/** A server whose town takes enquiries, at the fixtures' instant. */
export async function makeEnquiryServer(): Promise<EnquiryWorld> {
  const world = await makeApplicationServer();
  let keys = 0;
  const enquire: EnquiryWorld['enquire'] = async (answers = {}, more = {}, key = `key-of-an-enquiry-no-${keys++}`) => {
    const body: Enquiry = {
      answers: { ...asking, ...answers },
      profile: wishes,
      language: 'ja',
      noticeVersion: 'apply-1',
      elapsed: 60_000,
      proof: await world.prove(),
      ...more,
    };
    return world.get(routePath('enquiries', { code }), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  };
  const enquiryPageOf = async (email = 'hikari@example.jp') => {
    const texts = (await world.mails()).filter(({ to }) => to === email).map(({ text }) => text);
    return texts.flatMap((text) => /https:\/\/kankei\.example(\/enquiry\/[\w-]{43})/.exec(text)?.[1] ?? []).at(-1)!;
  };
  return { ...world, enquire, enquiryPageOf };
}
