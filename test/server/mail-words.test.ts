import { toInstant } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { composeMail } from '../../packages/server/src/mail/compose.ts';
import { checkMail } from '../../packages/server/src/mail/mail.ts';
import {
  addressMail,
  alreadyMemberMail,
  confirmMail,
  goodbyeMail,
  movedMail,
  stillThereMail,
  welcomeMail,
} from '../../packages/server/src/mail/member-mails.ts';
import { mailWords } from '../../packages/server/src/mail/words.ts';
import type { About } from '../../packages/server/src/mail/write-mail.ts';
import fc from '../fixtures/fast-check.ts';
import { now } from '../fixtures/programs.ts';
import { parse, type ShownMail, sender, show, trimEnd } from './mail-world.ts';

const town = {
  code: '999997',
  name: 'むすび野町',
  contact: { name: 'つながり係', phone: '000-000-0000', extension: '214', email: 'tsunagari@musubino.example' },
};
const title = { ja: 'むすび野町ファンクラブ', en: 'Musubino Fan Club' };
const url = 'https://kankei.example/member/abc_DEF-123';
const unsubscribeUrl = 'https://kankei.example/unsubscribe/xyz.123';
const validUntil = toInstant('2026-11-29', '12:34');

const about = (language: string, more: Partial<About> = {}): About => ({
  key: 'confirm-1',
  to: 'hana@example.jp',
  language,
  town,
  title: language === 'en' ? title.en : title.ja,
  ...more,
});

/** Every mail there is, in a language. */
const all = (language: string) => ({
  confirm: confirmMail(about(language), { url, validUntil, unsubscribeUrl }),
  welcome: welcomeMail(about(language), {
    number: 128,
    url,
    name: '山田 花子',
    memberTitle: 'むすびびと',
    unsubscribeUrl,
  }),
  already: alreadyMemberMail(about(language), { url, unsubscribeUrl }),
  goodbye: goodbyeMail(about(language), { number: 128 }),
  address: addressMail(about(language), { url, validUntil }),
  moved: movedMail(about(language), { url, unsubscribeUrl }),
  stillThere: stillThereMail(about(language), { url, deletedAt: validUntil, unsubscribeUrl }),
});

/** The same as whoever gets them sees them. */
const shown = (language: string): Record<string, ShownMail> =>
  Object.fromEntries(Object.entries(all(language)).map(([name, mail]) => [name, show(mail)]));

/** What a reader sees of HTML, white space aside. */
const visible = (html: string) =>
  html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const packed = (text: string) => text.replace(/[\s：:]|--/g, '');

describe.each(['ja', 'en'])('in %s', (language) => {
  const names = Object.keys(all(language));

  it.each(names)('the mail %s can be sent, and says the same as text and as HTML', async (name) => {
    const mail = shown(language)[name]!;
    const { bytes } = await composeMail(checkMail(all(language)[name as keyof ReturnType<typeof all>]), now, sender);
    const read = await parse(bytes);
    expect(read).toMatchObject({ subject: mail.subject, text: trimEnd(mail.text), html: trimEnd(mail.html) });
    expect(read.html).toContain(`<html lang="${language}">`);
    const text = mail.unsubscribeUrl ? mail.text.replace(mail.unsubscribeUrl, '') : mail.text;
    expect(packed(visible(mail.html))).toBe(packed(text));
  });

  it.each(names)('the mail %s names who writes, whom to ask, and where an answer goes', (name) => {
    const mail = shown(language)[name]!;
    expect(mail.from).toContain('むすび野町');
    expect(mail.replyTo).toBe(town.contact.email);
    for (const body of [mail.text, mail.html])
      for (const part of ['つながり係', '000-000-0000', '214', town.contact.email]) expect(body).toContain(part);
  });

  it.each(names)('the mail %s says nothing in another language', (name) => {
    const { subject, text } = shown(language)[name]!;
    const own = text.replaceAll(/むすび野町|むすびびと|つながり係|山田 花子/g, '');
    if (language === 'en') expect(subject + own).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    else expect(subject + own.replace(/https?:\S+|\S+@\S+/g, '')).not.toMatch(/[A-Za-z]{3,}/);
  });
});

describe('the mails', () => {
  it('are written in every language there are words for, and in Japanese for all others', () => {
    for (const language of Object.keys(mailWords)) expect(Object.keys(all(language))).toHaveLength(7);
    expect(show(confirmMail(about('en-GB'), { url, validUntil })).html).toContain('lang="en"');
    expect(show(confirmMail(about('pt-BR'), { url, validUntil })).html).toContain('lang="ja"');
  });

  it('say until when in the time of Japan, wherever the server stands', () => {
    expect(shown('ja').confirm!.text).toContain('11月29日（日）12:34まで');
    expect(shown('en').confirm!.text).toContain('Sun, November 29 at 12:34, Japan time');
    expect(shown('ja').stillThere!.text).toContain('2026年11月29日（日）までに');
  });

  it('ask to confirm, and say that one need not do anything', () => {
    const { text } = shown('ja').confirm!;
    expect(text).toContain(url);
    expect(text).toContain('心当たりがなければ、何もしなくて大丈夫です。');
    expect(text).not.toContain('山田');
  });

  it('tell the number, and end with where news are stopped', () => {
    const { text, html, unsubscribeUrl: header } = shown('ja').welcome!;
    expect(text).toContain('会員番号：128');
    expect(text.trimEnd().endsWith(`お知らせメールを止める\n${unsubscribeUrl}`)).toBe(true);
    expect(html).toContain(`<a href="${unsubscribeUrl}">`);
    expect(header).toBe(unsubscribeUrl);
    expect(shown('ja').goodbye!.unsubscribeUrl).toBeUndefined();
  });

  it('do not promise that answers are read where a town gives no address, or one that cannot be written to', () => {
    for (const contact of [undefined, { name: '係' }, { email: 'nobody' }]) {
      const mail = confirmMail(
        about('ja', { town: { code: town.code, name: town.name, ...(contact && { contact }) } }),
        {
          url,
          validUntil,
        },
      );
      expect(mail.replyTo).toBeUndefined();
      expect(show(mail).text).toContain('返信いただいても届きません');
      expect(() => checkMail(mail)).not.toThrow();
    }
  });

  it('show whatever a town or a person is called as it is, and run none of it', () => {
    const part = fc.constantFrom(
      '<script>',
      '"',
      "'",
      '&amp;',
      '<a href="//evil.example">',
      '】',
      '雪',
      '👨‍👩‍👧',
      '{}',
      '#{}',
    );
    const anyName = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyName, anyName, (name, club) => {
        const said = { number: 1, url, name, memberTitle: name };
        const mail = show(checkMail(welcomeMail(about('ja', { title: club, town: { ...town, name } }), said)));
        expect(mail.html.match(/<(script|a)\b/g)).toEqual(['<a']);
        expect(packed(visible(mail.html))).toBe(packed(mail.text));
      }),
    );
  });
});
