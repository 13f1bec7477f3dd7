import {
  type Answers,
  type Application,
  type Matching,
  matching as matchingSchema,
  type Program,
  type ProofChallenge,
  type Recruitment,
  recruitment,
  routePath,
} from '@kankei/core';
import { replacePrograms, saveMatching } from '@kankei/server';
import { solveProof } from '../../packages/client/src/proof/solve-proof.ts';
import { fixtureFanclub } from '../fixtures/every-question.ts';
import { fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { type ShownMail, show } from './mail-world.ts';
import { makeServer, type ServerWorld } from './world.ts';

const code = fixtureTown.code;

/** What the town asks of those who apply. */
export const fixtureMatching: Matching = matchingSchema.parse({
  notice: { ...fixtureFanclub.notice, version: 'apply-1' },
  application: {
    questions: [{ name: 'boots', kind: 'text', label: { ja: '長靴の大きさ', en: 'Size of your boots' } }],
  },
});

export interface ApplicationWorld extends ServerWorld {
  /** Gives the town these programs in place of those given before. */
  offer: (...programs: (Partial<Program> & { id: string })[]) => Promise<void>;
  /** An application that is in order but for what is given. */
  application: (answers?: Answers, more?: Partial<Application>) => Application;
  /** Sends a body to an address of a program's, under a key of its own unless one is given. */
  send: (what: 'applications' | 'interests', id: string, body: unknown, key?: string) => Promise<Response>;
  /** Sends an application with a proof. */
  apply: (id: string, answers?: Answers, key?: string, more?: Partial<Application>) => Promise<Response>;
  /** Solves a challenge of a town's, the fixtures' unless said. */
  prove: (town?: string) => Promise<string>;
  /** What was mailed to everybody but the town's staff. */
  mails: () => Promise<ShownMail[]>;
  staffMails: () => Promise<ShownMail[]>;
  /** The path of the applicant's page in the newest mail to an address. */
  pageOf: (email: string) => Promise<string>;
  /** Sends a form of the applicant's page. */
  press: (path: string, form: Record<string, string>) => Promise<Response>;
  recruitmentOf: (id: string) => Promise<Recruitment>;
  /** States by mail address, in the order of arrival. */
  states: (id: string) => Promise<Record<string, string>>;
}

/** A server whose town takes applications, at the fixtures' instant. */
export async function makeApplicationServer(): Promise<ApplicationWorld> {
  const world = await makeServer();
  const { db, get, clock } = world;
  await saveMatching(db, code, fixtureMatching, now);
  let keys = 0;
  const offer: ApplicationWorld['offer'] = async (...programs) => {
    const made = programs.map((one) => makeProgram({ town: code, ...one }));
    await replacePrograms(db, made, { town: code, source: 'import:offers', now: clock.now });
  };
  const application: ApplicationWorld['application'] = (answers = {}, more = {}) => ({
    answers: { name: '山田 花子', email: 'hana@example.jp', people: '1', privacy: true, ...answers },
    language: 'ja',
    noticeVersion: 'apply-1',
    elapsed: 60_000,
    ...more,
  });
  const send: ApplicationWorld['send'] = async (what, id, body, key = `key-of-an-application-${keys++}`) =>
    get(routePath(what, { code, id }), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const prove = async (town = code) => {
    clock.now -= 10_000;
    const asked = await get(routePath('proof', { code: town }));
    clock.now += 10_000;
    return solveProof((await asked.json()) as ProofChallenge);
  };
  const apply: ApplicationWorld['apply'] = async (id, answers, key, more) =>
    send('applications', id, { ...application(answers, more), proof: await prove() }, key);
  const allMails = async (): Promise<ShownMail[]> => {
    const rows = await db.selectFrom('mail').select('content').orderBy('created_at').execute();
    return rows.map(({ content }) => show(JSON.parse(content!)));
  };
  const isForStaff = ({ to }: ShownMail) => to === fixtureTown.contact!.email;
  const mails = async () => (await allMails()).filter((mail) => !isForStaff(mail));
  const staffMails = async () => (await allMails()).filter(isForStaff);
  const pageOf = async (email: string) => {
    const texts = (await mails()).filter(({ to }) => to === email).map(({ text }) => text);
    const paths = texts.flatMap((text) => /https:\/\/kankei\.example(\/application\/[\w-]{43})/.exec(text)?.[1] ?? []);
    return paths.at(-1)!;
  };
  const press: ApplicationWorld['press'] = async (path, form) =>
    get(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  const recruitmentOf = async (id: string) =>
    recruitment.parse(await (await get(routePath('recruitment', { code, id }))).json());
  const states = async (id: string) => {
    const rows = await db
      .selectFrom('application')
      .select(['address', 'state'])
      .where('program', '=', id)
      .orderBy('arrived')
      .execute();
    return Object.fromEntries(rows.map(({ address, state }) => [address, state]));
  };
  return { ...world, offer, application, send, apply, prove, mails, staffMails, pageOf, press, recruitmentOf, states };
}
