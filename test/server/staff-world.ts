import { makeStaffToken } from '@kankei/server';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { makeServer, type ServerWorld } from './world.ts';

/** Somebody's browser at the staff desk: keeps the cookie, sends forms. */
export interface StaffBrowser {
  /** What was set last; empty where nobody is signed in. */
  cookie: string;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Sends a form with what is given, and the token of the form it was shown last. */
  post: (
    path: string,
    pairs?: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ) => Promise<Response>;
  signIn: (key: string) => Promise<Response>;
  /** The token of the form that was shown last. */
  csrf: string;
}

export interface StaffWorld extends ServerWorld {
  /** The key to the desk of the fixtures' town. */
  key: string;
  browser: () => StaffBrowser;
  /** A browser that is signed in. */
  signedIn: (key?: string) => Promise<StaffBrowser>;
}

/** A server whose town has a staff desk, at the fixtures' instant. */
export async function makeStaffServer(environment: Record<string, string> = {}): Promise<StaffWorld> {
  const world = await makeServer(environment);
  const key = await makeStaffToken(world.db, fixtureTown.code, now);
  const browser = () => makeBrowser(world);
  const signedIn = async (with_ = key) => {
    const one = browser();
    const response = await one.signIn(with_);
    if (response.status !== 303) throw new Error(`not signed in: ${response.status}`);
    await one.get('/staff');
    return one;
  };
  return { ...world, key, browser, signedIn };
}

export function makeBrowser(world: ServerWorld): StaffBrowser {
  const ask = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (one.cookie) headers.set('cookie', one.cookie);
    const response = await world.get(path, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const pair = set.split(';')[0]!;
      one.cookie = /Max-Age=0/i.test(set) ? '' : pair;
    }
    const page = await response.clone().text();
    one.csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? one.csrf;
    return response;
  };
  const one: StaffBrowser = {
    cookie: '',
    csrf: '',
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, pairs = {}, headers = {}) => {
      const body = new URLSearchParams(pairs);
      if (!body.has('csrf')) body.set('csrf', one.csrf);
      return ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } });
    },
    signIn: (key) => one.post('/staff/sign-in', { key, next: '' }),
  };
  return one;
}
