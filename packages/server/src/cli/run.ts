import { parseArgs } from 'node:util';
import { runCardKey } from './card-key.ts';
import { explain, usageFailure } from './failure.ts';
import { runFanclub } from './fanclub.ts';
import { runFurusato } from './furusato.ts';
import { runFurusatoLimit } from './furusato-limit.ts';
import { help } from './help.ts';
import { runImport } from './import.ts';
import { runMatching } from './matching.ts';
import { runMembers } from './members.ts';
import { runStaffToken } from './staff-token.ts';
import type { Terminal } from './terminal.ts';
import { runTowns } from './towns.ts';

const options = {
  help: { type: 'boolean', short: 'h' },
  town: { type: 'string' },
  base: { type: 'string' },
  source: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  salary: { type: 'string' },
  family: { type: 'string' },
  year: { type: 'string' },
} as const;

/**
 * Runs one `kankei` command and returns its exit code: 0 done, 1 not done, 2 written wrongly. With `--json` all that
 * goes to the output is one JSON object, `{ error: { code, detail } }` when it was not done.
 */
export async function runCommand(words: string[], terminal: Terminal): Promise<number> {
  try {
    await run(words, terminal);
    return 0;
  } catch (error) {
    const failure = explain(error, words[1]);
    const detail = failure?.message ?? '思いがけないところで止まりました。何も書き込んでいません。';
    if (words.includes('--json'))
      terminal.print(`${JSON.stringify({ error: { code: failure?.code ?? 'internal', detail } })}\n`);
    else terminal.complain(`${detail}\n`);
    if (!failure) terminal.complain(`${error instanceof Error ? error.stack : error}\n`);
    return failure?.exitCode ?? 1;
  }
}

async function run(words: string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = read(words);
  const [command, ...rest] = positionals;
  const json = values.json ?? false;
  const dryRun = values['dry-run'] ?? false;
  if (values.help || command === 'help') terminal.print(help());
  else if (command === 'import') await runImport({ ...values, files: rest, dryRun, json }, terminal);
  else if (command === 'fanclub') await runFanclub({ ...values, files: rest, dryRun, json }, terminal);
  else if (command === 'matching') await runMatching({ ...values, files: rest, dryRun, json }, terminal);
  else if (command === 'members') await runMembers({ ...values, words: rest }, terminal);
  else if (command === 'card-key') await runCardKey({ ...values, words: rest }, terminal);
  else if (command === 'furusato') await runFurusato({ ...values, words: rest, dryRun, json }, terminal);
  else if (command === 'furusato-limit') runFurusatoLimit({ ...values, words: rest }, terminal);
  else if (command === 'staff-token') await runStaffToken({ ...values, words: rest }, terminal);
  else if (command === 'towns') await runTowns({ json }, terminal);
  else if (command === 'serve') await import('../main.ts');
  else throw usageFailure(command ? `${command} というコマンドはありません。` : 'コマンドを指定してください。');
}

function read(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw usageFailure(`オプション ${option} の書き方が正しくありません。`);
  }
}
