import { resolve } from 'node:path';
import { readSettings, SettingsError, variables } from '@kankei/server';
import { describe, expect, it } from 'vitest';

describe('settings', () => {
  it('stand where nothing is said', () => {
    expect(readSettings({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      data: resolve('data'),
      publicUrl: 'http://localhost:8787',
      writeOrigins: [],
      trustProxy: 0,
      smtpUrl: undefined,
      mailFrom: { address: 'kankei@localhost' },
      embed: resolve('dist/embed'),
      demo: true,
    });
  });

  it('are read from the environment', () => {
    const settings = readSettings({
      PORT: ' 80 ',
      HOST: '0.0.0.0',
      KANKEI_DATA: '/var/lib/kankei',
      KANKEI_PUBLIC_URL: 'https://kankei.example.jp/base/',
      KANKEI_WRITE_ORIGINS: 'https://www.example.lg.jp, http://localhost:3000',
      KANKEI_SMTP_URL: 'smtps://user:p%40ss@mail.example.jp:465',
      KANKEI_MAIL_FROM: 'ファンクラブ事務局 <fan@example.lg.jp>',
      KANKEI_TRUST_PROXY: '1',
      KANKEI_EMBED: '/srv/embed',
      KANKEI_DEMO: 'off',
    });
    expect(settings).toEqual({
      port: 80,
      host: '0.0.0.0',
      data: '/var/lib/kankei',
      publicUrl: 'https://kankei.example.jp/base',
      writeOrigins: ['https://www.example.lg.jp', 'http://localhost:3000'],
      trustProxy: 1,
      smtpUrl: 'smtps://user:p%40ss@mail.example.jp:465',
      mailFrom: { name: 'ファンクラブ事務局', address: 'fan@example.lg.jp' },
      embed: '/srv/embed',
      demo: false,
    });
  });

  it('name the port in the address when no other is given', () => {
    expect(readSettings({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '8787x'],
    ['PORT', '-1'],
    ['KANKEI_PUBLIC_URL', 'kankei.example.jp'],
    ['KANKEI_PUBLIC_URL', 'ftp://kankei.example.jp'],
    ['KANKEI_PUBLIC_URL', 'https://kankei.example.jp/?a=1'],
    ['KANKEI_WRITE_ORIGINS', '*'],
    ['KANKEI_WRITE_ORIGINS', 'https://*.example.lg.jp'],
    ['KANKEI_WRITE_ORIGINS', 'https://www.example.lg.jp/'],
    ['KANKEI_WRITE_ORIGINS', 'https://www.example.lg.jp null'],
    ['KANKEI_TRUST_PROXY', '-1'],
    ['KANKEI_TRUST_PROXY', 'true'],
    ['KANKEI_TRUST_PROXY', '10'],
    ['KANKEI_DEMO', 'yes'],
    ['KANKEI_SMTP_URL', 'mail.example.jp'],
    ['KANKEI_SMTP_URL', 'mail.example.jp:25'],
    ['KANKEI_SMTP_URL', 'https://mail.example.jp'],
    ['KANKEI_SMTP_URL', 'smtp://'],
    ['KANKEI_SMTP_URL', 'smtp://user:100%@mail.example.jp'],
    ['KANKEI_SMTP_URL', 'smtp://mail.example.jp/?tls.rejectUnauthorized=false'],
    ['KANKEI_MAIL_FROM', 'fan'],
    ['KANKEI_MAIL_FROM', 'fan@localhost'],
    ['KANKEI_MAIL_FROM', 'a@example.jp, b@example.jp'],
    ['KANKEI_MAIL_FROM', '事務局 <fan@example.jp> <b@example.jp>'],
    ['KANKEI_MAIL_FROM', '事務局\r\nBcc: b@example.jp <fan@example.jp>'],
  ])('refuse %s=%s and name it', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  it('ask for a sender as soon as there is a mail server', () => {
    const smtp = { KANKEI_SMTP_URL: 'smtp://mail.example.jp' };
    expect(() => readSettings(smtp)).toThrow('KANKEI_MAIL_FROM');
    expect(readSettings({ ...smtp, KANKEI_MAIL_FROM: 'fan@例え.jp' }).mailFrom.address).toBe('fan@xn--r8jz45g.jp');
  });

  it('never repeat the password of the mail server', () => {
    const read = () => readSettings({ KANKEI_SMTP_URL: 'smtp://user:hidden@mail.example.jp/inbox' });
    expect(read).toThrow(SettingsError);
    expect(read).not.toThrow('hidden');
  });

  it('are all listed with what they mean', () => {
    const names = variables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { about, shown } of variables) expect(about && shown).toBeTruthy();
  });
});
