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
      KANKEI_EMBED: '/srv/embed',
      KANKEI_DEMO: 'off',
    });
    expect(settings).toEqual({
      port: 80,
      host: '0.0.0.0',
      data: '/var/lib/kankei',
      publicUrl: 'https://kankei.example.jp/base',
      writeOrigins: ['https://www.example.lg.jp', 'http://localhost:3000'],
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
    ['KANKEI_DEMO', 'yes'],
  ])('refuse %s=%s and name it', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  it('are all listed with what they mean', () => {
    const names = variables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { about, shown } of variables) expect(about && shown).toBeTruthy();
  });
});
