import { describe, expect, it } from 'vitest';
import {
  applicationMail,
  type HostStep,
  hostMail,
  type Step,
} from '../../packages/server/src/mail/application-mails.ts';
import { checkMail } from '../../packages/server/src/mail/mail.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { show } from './mail-world.ts';

const steps: Step[] = [
  { step: 'received' },
  { step: 'waiting', position: 3 },
  { step: 'movedUp' },
  { step: 'again' },
  { step: 'accepted', hasLink: true, message: 'at the station' },
  { step: 'declined', message: 'for children only' },
  { step: 'asked', message: 'by car?' },
  { step: 'withdrawn' },
  { step: 'cancelled' },
  { step: 'postponed' },
  { step: 'after' },
];
const hostSteps: HostStep[] = ['hostApplied', 'hostReplied', 'hostWithdrawn', 'hostAfter'];
const url = `https://kankei.example/application/${'x'.repeat(43)}`;
const program = makeProgram({
  id: 'snow',
  title: '雪囲い',
  sessions: [{ startDate: '2026-11-29', startTime: '09:30' }],
});

function write(step: Step, language: string, title = program.title) {
  const about = { key: 'x.y', to: 'hana@example.jp', language, town: fixtureTown, title: fixtureTown.name };
  return show(checkMail(applicationMail(about, step, { program: { ...program, title }, party: 2, url, now })));
}

describe.each(['ja', 'en'])('a mail about an application, in %s', (language) => {
  it.each(steps)('says what happened, for what, with one thing to press: %j', (step) => {
    const { subject, text, html } = write(step, language);
    expect(subject).toMatch(/^【むすび野町】.*雪囲い/);
    for (const body of [text, html]) {
      expect(body).toContain('雪囲い');
      expect(body).toContain(language === 'ja' ? '11月29日（日）9:30' : 'November 29');
      expect(body.split(url).length - 1).toBe(body === text ? 1 : 2);
      if ('message' in step) expect(body).toContain(step.message);
      expect(body).not.toMatch(/undefined|null|\[object/);
    }
    if (language === 'en') expect(text.split('\n-- ')[0]).not.toMatch(/です|ます|ください/);
  });

  it.each(hostSteps)('tells the host: %s', (step) => {
    const about = { key: 'x.y', to: 'nushi@example.jp', language, town: fixtureTown, title: fixtureTown.name };
    const { subject, text } = show(checkMail(hostMail(about, step, { program, party: 2, url, now })));
    expect(subject).toContain('雪囲い');
    expect(text).toContain(url);
  });
});

it('a title, whatever it is, makes no header, no markup and no second line of a subject', () => {
  for (const title of nasty) {
    const { subject, html } = write({ step: 'received' }, 'ja', title);
    expect(subject).not.toMatch(/[\r\n\p{Cc}]/u);
    expect(html).not.toMatch(/<(script|img|svg|iframe|b)\b/i);
  }
});
