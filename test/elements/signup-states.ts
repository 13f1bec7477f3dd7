import type { KankeiFanclubSignup } from '@kankei/elements/fanclub-signup';
import { fixtureClub, longClub, plainClub } from '../fixtures/fanclub.ts';
import { club, control, fillIn, flow, mount, review, send, summary, tick, type } from './signup-support.ts';
import { all, isIn, one, town, until } from './support.ts';

async function reviewed(signup: KankeiFanclubSignup): Promise<KankeiFanclubSignup> {
  await flow(signup);
  fillIn(signup);
  await review(signup);
  return signup;
}

async function blamed(signup: KankeiFanclubSignup): Promise<KankeiFanclubSignup> {
  await flow(signup);
  type(signup, 'email', 'hana');
  type(signup, 'postal', '12');
  one(signup, 'submit').click();
  await summary(signup);
  return signup;
}

/** What is sent by a town that has no server. */
const delivered = (delivery: NonNullable<typeof plainClub.delivery>) => club({ ...plainClub, delivery }).backend;

/** Every state of a signup, as a visitor may come to see it. */
export const signupStates: Record<string, () => Promise<KankeiFanclubSignup>> = {
  'the form': () => mount(club().backend),
  'the least of forms': () => mount(club(plainClub).backend),
  'long texts': () => mount(club(longClub).backend),
  faults: async () => blamed(await mount(club().backend)),
  'faults of long texts': async () => blamed(await mount(club(longClub).backend)),
  'what came back': async () => {
    const before = await mount(club().backend);
    type(before, 'name', '山田 花子');
    before.remove();
    const signup = await mount(club().backend);
    await until('the offer', () => all(signup, 'discard').length);
    return signup;
  },
  'a suggestion': async () => {
    const signup = await mount(club().backend);
    await flow(signup);
    type(signup, 'postal', '5094292');
    await until('an address', () => control(signup, 'municipality').value);
    return signup;
  },
  'a further question': async () => {
    const signup = await mount(club().backend);
    tick(signup, 'season', 'winter');
    await until('the question', () => control(signup, 'snow'));
    return signup;
  },
  'the look over it': async () => reviewed(await mount(club().backend)),
  sending: async () => {
    const signup = await reviewed(await mount({ ...club().backend, join: () => new Promise(() => {}) }));
    one(signup, 'submit').click();
    await until('the state', () => isIn(signup, 'sending'));
    return signup;
  },
  'not sent': async () => {
    const fail = (question: string) => (question === 'join' ? ('unavailable' as const) : undefined);
    const signup = await reviewed(await mount(club(fixtureClub, { fail }).backend));
    await send(signup);
    return signup;
  },
  done: async () => {
    const signup = await reviewed(await mount(club().backend));
    await send(signup);
    return signup;
  },
  'a mail': async () => {
    const signup = await mount(delivered({ mail: 'kikaku@musubino.example' }));
    await flow(signup);
    type(signup, 'name', '山田 花子');
    type(signup, 'email', 'hana@example.jp');
    tick(signup, 'privacy');
    await review(signup);
    one(signup, 'submit').click();
    await until('the mail', () => signup.shadowRoot!.querySelector('textarea[readonly]'));
    return signup;
  },
  'a form elsewhere': () => mount(delivered({ form: 'https://form.example/apply' })),
  'no answer': () => mount(club(fixtureClub, { fail: () => 'network' }).backend),
  'no fan club': () => mount(town([])),
};
