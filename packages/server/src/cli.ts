// The `kankei` command.
import { parseArgs } from 'node:util';
import { explain, usageFailure } from './cli/failure.ts';
import { help } from './cli/help.ts';
import { runImport } from './cli/import.ts';
import { runTowns } from './cli/towns.ts';

const options = {
  help: { type: 'boolean', short: 'h' },
  town: { type: 'string' },
  base: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

function read(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw usageFailure(`オプション ${option} の書き方が正しくありません。`);
  }
}

async function run(words: string[]): Promise<void> {
  const { values, positionals } = read(words);
  const [command, ...rest] = positionals;
  const json = values.json ?? false;
  if (values.help || command === 'help') process.stdout.write(help());
  else if (command === 'import') await runImport({ ...values, files: rest, dryRun: values['dry-run'] ?? false, json });
  else if (command === 'towns') await runTowns({ json });
  else if (command === 'serve') await import('./main.ts');
  else
    throw usageFailure(
      command === undefined ? 'コマンドを指定してください。' : `${command} というコマンドはありません。`,
    );
}

const words = process.argv.slice(2);
try {
  await run(words);
} catch (error) {
  const failure = explain(error, words[1]);
  process.exitCode = failure?.exitCode ?? 1;
  const detail = failure?.message ?? '思いがけないところで止まりました。何も書き込んでいません。';
  if (words.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code: failure?.code ?? 'internal', detail } })}\n`);
  else console.error(detail);
  if (!failure) console.error(error);
}
