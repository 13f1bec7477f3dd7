import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../packages/server/src/mail/address.ts';
import { composeMail } from '../../packages/server/src/mail/compose.ts';
import { checkMail, type Mail, MailError } from '../../packages/server/src/mail/mail.ts';
import fc from '../fixtures/fast-check.ts';
import { now } from '../fixtures/programs.ts';
import { makeMail, parse, sender, show, trimEnd } from './mail-world.ts';

const compose = async (mail: Mail, from = sender) => (await composeMail(checkMail(mail), now, from)).bytes;

/** The header's lines as they go out, one for each header. */
function headerLines(bytes: Buffer): string[] {
  const head = bytes.toString('latin1').split('\r\n\r\n')[0]!;
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
}
const headerNames = (bytes: Buffer) => headerLines(bytes).map((line) => line.split(':')[0]);

describe('a composed mail', () => {
  it('says to another program what was meant', async () => {
    const mail = makeMail({
      replyTo: 'tsunagari@musubino.example',
      unsubscribe: { label: '止める', url: 'https://kankei.example/unsubscribe/abc.def' },
    });
    const { subject, text, html, unsubscribeUrl } = show(mail);
    const read = await parse(await compose(mail));
    expect(read).toMatchObject({
      from: { name: mail.from, address: sender.address },
      to: [{ address: mail.to, name: '' }],
      replyTo: [{ address: mail.replyTo, name: '' }],
      subject,
      text: trimEnd(text),
      html: trimEnd(html),
      date: new Date(now).toISOString(),
      attachments: [],
    });
    expect(Object.fromEntries(read.headers.map(({ key, value }) => [key, value]))).toMatchObject({
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': `<${unsubscribeUrl}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });

  it('is the same to the byte however often it is tried, and has an id of its own', async () => {
    const again = await compose(makeMail());
    expect(await compose(makeMail())).toEqual(again);
    const other = await parse(await compose(makeMail({ key: 'confirm-2' })));
    const { messageId } = await parse(again);
    expect(messageId).toMatch(/^<[0-9a-f]{32}@example\.jp>$/);
    expect(other.messageId).not.toBe(messageId);
  });

  it('is named by the server where it names nobody', async () => {
    expect((await parse(await compose(makeMail({ from: undefined })))).from?.name).toBe(sender.name);
    const nameless = { address: sender.address } as typeof sender;
    expect((await parse(await compose(makeMail({ from: undefined }), nameless))).from).toEqual({
      address: sender.address,
      name: '',
    });
  });

  it('keeps the address that ends such mails in one piece, however long', async () => {
    const url = `https://kankei.example/unsubscribe/${'x'.repeat(800)}`;
    const bytes = await compose(makeMail({ unsubscribe: { label: '止める', url } }));
    expect(bytes.toString('latin1')).toContain(`<${url}>`);
    for (const line of bytes.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  it('is made of lines that every mail server takes', async () => {
    const text = `${'あ'.repeat(500)}\n.\n..\n\nFrom here\n${'a'.repeat(500)}\n`;
    const mail = makeMail({ parts: [text] });
    const bytes = await compose(mail);
    expect(bytes.toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]|[\x80-\xff\0]/);
    for (const line of bytes.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
    const { text: plain, html } = show(mail);
    expect(plain).toContain(text);
    expect(await parse(bytes)).toMatchObject({ text: trimEnd(plain), html: trimEnd(html) });
  });
});

/** What people and machines put into fields to see what happens. */
const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      '\r\nBcc: evil@example.com',
      '\nBcc: evil@example.com\n\nHello',
      '\rSubject: x',
      '\u2028Bcc: x',
      '\u0085Bcc: x',
      '=?utf-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5jb20=?=',
      '=?iso-2022-jp?B?GyRC?=',
      '" <evil@example.com>',
      '<evil@example.com>, ',
      'evil@example.com;',
      '(comment',
      '\\',
      ':;,',
      '\0',
      '\x1b$B',
      '\ud83c',
      '\udf4e',
      '\u202e',
      '👨‍👩‍👧‍👦',
      '𠮷野家',
      'が',
      '--',
      '\r\n.\r\n',
      ' ',
      '\t',
      '</title><script>alert(1)</script>',
      'x'.repeat(300),
      '雪'.repeat(300),
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
  { minLength: 1, maxLength: 8 },
);
const hostileText = hostile.map((parts) => parts.join(''));

/** As it arrives: one line, whole characters, no control characters, nothing that a reader would decode. */
const oneLine = (text: string) => [
  ...text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim(),
];

describe('hostile values', () => {
  const names = [
    'From',
    'To',
    'Subject',
    'Message-ID',
    'Date',
    'Auto-Submitted',
    'MIME-Version',
    'Content-Type',
  ].toSorted();

  it('in a subject add no header and arrive as one line', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const bytes = await compose(makeMail({ subject: `x${text}` }));
        expect(headerNames(bytes).toSorted()).toEqual(names);
        const read = await parse(bytes);
        expect(read.subject).toBe(oneLine(`x${text}`).slice(0, 200).join(''));
        expect(read.bcc).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  it('in a name add neither headers nor addresses', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const bytes = await compose(makeMail({ from: text }));
        expect(headerNames(bytes).toSorted()).toEqual(names);
        const { from, to, cc, bcc } = await parse(bytes);
        const name = oneLine(text).slice(0, 100).join('');
        expect(from).toEqual({ address: sender.address, name });
        expect({ to, cc, bcc }).toEqual({
          to: [{ address: 'hana@example.jp', name: '' }],
          cc: undefined,
          bcc: undefined,
        });
      }),
      { numRuns: 400 },
    );
  });

  it('in the text arrive as they are, but for control characters', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const read = await parse(await compose(makeMail({ parts: [`「${text}」`] })));
        const meant = text
          .replace(/\p{Cs}/gu, '\ufffd')
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\n\t])\p{Cc}/gu, '');
        expect(read.text).toContain(`「${meant}」`);
        const document = new JSDOM(read.html).window.document;
        expect(document.querySelectorAll('main > p')).toHaveLength(1);
        expect(document.querySelector('main')!.textContent.trim()).toBe(`「${meant}」`);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['key', { key: 'Confirm-1' }],
    ['key', { key: '../../etc/passwd' }],
    ['key', { key: 'a/b' }],
    ['key', { key: '' }],
    ['key', { key: '.hidden' }],
    ['key', { key: 'x'.repeat(121) }],
    ['to', { to: 'hana@example.jp, evil@example.com' }],
    ['to', { to: 'hana@example.jp\r\nBcc: evil@example.com' }],
    ['to', { to: 'Hana <hana@example.jp>' }],
    ['to', { to: '' }],
    ['replyTo', { replyTo: 'nobody' }],
    ['subject', { subject: ' \r\n ' }],
    ['unsubscribe', { unsubscribe: { label: '止める', url: 'mailto:a@example.jp' } }],
    ['unsubscribe', { unsubscribe: { label: '止める', url: 'https://kankei.example/>,<https://evil.example/' } }],
    ['unsubscribe', { unsubscribe: { label: '止める', url: 'https://kankei.example/\r\nBcc: x' } }],
    ['unsubscribe', { unsubscribe: { label: '止める', url: 'javascript:alert(1)' } }],
  ] as const)('that cannot be a %s are refused by name, and not repeated: %j', (part, more) => {
    const [value] = Object.values(more);
    const given = typeof value === 'string' ? value : value.url;
    try {
      checkMail(makeMail(more));
      expect.fail('was taken');
    } catch (error) {
      expect(error).toBeInstanceOf(MailError);
      expect((error as MailError).part).toBe(part);
      if (given.length > 2) expect((error as MailError).message).not.toContain(given);
    }
  });
});

describe('an address', () => {
  it.each([
    ['hana@example.jp', 'hana@example.jp'],
    ['Hana.Yamada+fan@Example.CO.JP', 'Hana.Yamada+fan@example.co.jp'],
    ['hana@例え.jp', 'hana@xn--r8jz45g.jp'],
    ['..h.a..na.@docomo.ne.jp', '..h.a..na.@docomo.ne.jp'],
    [`${'a'.repeat(64)}@example.jp`, `${'a'.repeat(64)}@example.jp`],
  ])('%s can be written to', (text, address) => {
    expect(readAddress(text)).toBe(address);
  });

  it.each([
    '',
    'hana',
    '@example.jp',
    'hana@',
    'hana@localhost',
    'hana@example..jp',
    'hana@.jp',
    'hana@-a.jp',
    'hana@127.0.0.1',
    'hana@[127.0.0.1]',
    'hana@example.jp.',
    'ha na@example.jp',
    'hana@exam ple.jp',
    'hana@example.jp\n',
    'hana@exam\u00adple.jp\u0000',
    '"hana"@example.jp',
    'a@b@example.jp',
    'hana@example.jp/path',
    'hana@example.jp:25',
    'hana@%65xample.jp',
    '花@example.jp',
    'hana@\ud83c.jp',
    `${'a'.repeat(65)}@example.jp`,
    `hana@${'a'.repeat(64)}.jp`,
    `hana@${'a.'.repeat(130)}jp`,
  ])('%j cannot', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('with dots where the standard has none arrives as it is', async () => {
    const read = await parse(await compose(makeMail({ to: 'h..ana.@docomo.ne.jp' })));
    expect(read.to![0]!.address!.replaceAll('"', '')).toBe('h..ana.@docomo.ne.jp');
  });
});
