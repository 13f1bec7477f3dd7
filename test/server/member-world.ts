import { type Answers, type ProofChallenge, routePath, type Signup } from '@kankei/core';
import { saveFanclub } from '@kankei/server';
import { solveProof } from '../../packages/client/src/proof/solve-proof.ts';
import { fixtureAnswers, fixtureFanclub } from '../fixtures/every-question.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { type ShownMail, show } from './mail-world.ts';
import { makeServer, type ServerWorld } from './world.ts';

const code = fixtureTown.code;
export const membersPath = routePath('members', { code });
export const memberPath = routePath('member', { code });

export interface MemberWorld extends ServerWorld {
  /** A signup that is in order but for what is given. */
  signup: (answers?: Answers, more?: Partial<Signup>) => Signup;
  /** Sends a body, under a key of its own unless one is given. */
  send: (body: unknown, key?: string, headers?: Record<string, string>) => Promise<Response>;
  /** A solved proof of work. */
  prove: () => Promise<string>;
  /** Sends a signup with a proof. */
  join: (body: Signup, key?: string, headers?: Record<string, string>) => Promise<Response>;
  /** The mails that are waiting, in the order they were queued. */
  mails: () => Promise<ShownMail[]>;
  /** Presses the button behind the confirming link of the newest mail to an address. */
  confirm: (email: string) => Promise<Response>;
  /** Signs up and confirms; returns the token of the member's page. */
  becomeMember: (answers?: Answers, more?: Partial<Signup>) => Promise<string>;
  /** What a member does with their token. */
  own: (token: string, init?: RequestInit) => Promise<Response>;
}

/** A server whose town has a fan club, at the fixtures' instant. */
export async function makeMemberServer(environment: Record<string, string> = {}): Promise<MemberWorld> {
  const world = await makeServer(environment);
  const { db, get } = world;
  await saveFanclub(db, code, fixtureFanclub, now);
  let keys = 0;
  const signup: MemberWorld['signup'] = (answers = {}, more = {}) => ({
    answers: { ...fixtureAnswers, tie: [...fixtureAnswers.tie], ...answers },
    language: 'ja',
    noticeVersion: fixtureFanclub.notice.version,
    elapsed: 60_000,
    ...more,
  });
  const send: MemberWorld['send'] = (body, key = `key-of-a-signup-${keys++}`, headers = {}) =>
    get(membersPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const prove: MemberWorld['prove'] = async () => {
    // As if the form had been open for a while.
    world.clock.now -= 10_000;
    const asked = await get(routePath('proof', { code }));
    world.clock.now += 10_000;
    return solveProof((await asked.json()) as ProofChallenge);
  };
  const join: MemberWorld['join'] = async (body, key, headers) => send({ ...body, proof: await prove() }, key, headers);
  const mails = async (): Promise<ShownMail[]> => {
    const rows = await db
      .selectFrom('mail')
      .select('content')
      .where('state', '=', 'queued')
      .orderBy('created_at')
      .execute();
    return rows.map(({ content }) => show(JSON.parse(content!)));
  };
  const confirm = async (email: string) => {
    const mail = (await mails()).filter(({ to }) => to === email).at(-1);
    return get(linkIn(mail!, 'confirm'), { method: 'POST', body: '' });
  };
  const becomeMember: MemberWorld['becomeMember'] = async (answers = {}, more = {}) => {
    const body = signup(answers, more);
    const accepted = await join(body);
    if (accepted.status !== 202) throw new Error(await accepted.text());
    const page = await (await confirm(String(body.answers.email))).text();
    return /member\/([\w-]{43})"/.exec(page)![1]!;
  };
  const own = (token: string, init: RequestInit = {}) =>
    get(memberPath, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
    });
  return { ...world, signup, send, prove, join, mails, confirm, becomeMember, own };
}

/** The path of the link of a kind in a mail. */
export function linkIn(mail: ShownMail, kind: 'confirm' | 'member' | 'unsubscribe'): string {
  const found = new RegExp(`https://kankei\\.example(/${kind}/[\\w.-]+)`).exec(mail.text);
  if (!found) throw new Error(`no ${kind} link in ${mail.key}`);
  return found[1]!;
}
