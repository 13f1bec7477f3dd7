import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runCommand } from '@kankei/server';
import { afterEach, describe, expect, it, vi } from 'vitest';

async function kankei(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const status = await runCommand(['furusato-limit', ...words], {
    print: (text) => {
      said.stdout += text;
    },
    complain: (text) => {
      said.stderr += text;
    },
    isWatched: false,
    environment: {},
  });
  return { status, ...said };
}

const asked = (salary: string, family: string, year = '2026') =>
  kankei('--salary', salary, '--family', family, '--year', year);

describe('kankei furusato-limit', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['5000000', 'single', 61_000],
    ['8000000', 'couple', 120_000],
    ['８，０００，０００', 'couple', 120_000],
    ['800万円', 'COUPLE', 120_000],
    ['10,000,000', 'couple-hs', 157_000],
  ])('of %s yen and %s', async (salary, family, limit) => {
    const { status, stdout, stderr } = await asked(salary, family);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ limit, year: 2026 });
    expect(answer.lines.at(-1)).toEqual({ code: 'limit', rule: 'rounding', yen: limit });
    for (const { rule } of answer.lines) expect(answer.rules[rule].law).toBeTypeOf('string');
  });

  it('is for a donation of this year, in Tokyo, unless a year is named', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-12-31T15:30:00Z'), toFake: ['Date'] });
    const { stdout } = await kankei('--salary', '5000000', '--family', 'single');
    expect(JSON.parse(stdout).year).toBe(2027);
    vi.setSystemTime(Date.parse('2031-01-01T00:00:00Z'));
    expect(await kankei('--salary', '5000000', '--family', 'single')).toMatchObject({ status: 2, stdout: '' });
  });

  it.each([
    [['--family', 'couple'], '--salary'],
    [['--salary', '5000000'], '--family'],
    [['--salary', '5.5', '--family', 'couple'], '--salary'],
    [['--salary', '', '--family', 'couple'], '--salary'],
    [['--salary=-1', '--family', 'couple'], '--salary'],
    [['--salary', '1000000001', '--family', 'couple', '--year', '2026'], '--salary'],
    [['--salary', '5000000', '--family', 'aunt', '--year', '2026'], '--family'],
    [['--salary', '5000000', '--family', 'couple', '--year', '2024'], '--year'],
    [['--salary', '5000000', '--family', 'couple', '--year', 'R8'], '--year'],
    [['--salary', '5000000', '--family', 'couple', 'extra'], 'extra'],
  ])('refuses %j and names %s', async (words, option) => {
    const { status, stdout, stderr } = await kankei(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toContain(option);
  });

  it('says what is wrong as JSON to programs', async () => {
    const { status, stdout } = await kankei('--salary', 'x', '--family', 'couple', '--json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage', detail: expect.stringContaining('--salary') } });
  });

  it('ends well where who reads has seen enough', async () => {
    const cli = fileURLToPath(new URL('../../packages/server/src/cli.ts', import.meta.url));
    const words = ['furusato-limit', '--salary', '8000000', '--family', 'couple', '--year', '2026'];
    const child = spawn(process.execPath, ['--conditions=kankei-source', cli, ...words]);
    child.stdout.destroy();
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    const [status] = await once(child, 'close');
    expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
  });
});
