import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { sender } from './mail-world.ts';

const source = (name: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../packages/server/src/mail/${name}`, import.meta.url)));

/**
 * A postman in a process of its own, to be killed; it prints `done` when nothing is due any more. `transport`: the
 * expression that makes its transport. `clock`: what time it is there, ms since 1970.
 */
export function startPostmanProcess(
  file: string,
  transport: string,
  clock: number,
): ChildProcessByStdio<null, Readable, null> {
  const script = `
    import { openDatabase } from '@kankei/server';
    import { folderTransport } from ${source('folder-transport.ts')};
    import { smtpTransport } from ${source('smtp-transport.ts')};
    import { startPostman } from ${source('postman.ts')};
    const db = await openDatabase(${JSON.stringify(file)});
    const sender = ${JSON.stringify(sender)};
    const postman = startPostman({ db, transport: ${transport}, sender, now: () => ${clock} });
    await postman.wake();
    process.stdout.write('done');
    setInterval(() => {}, 1000);`;
  const words = ['--conditions=kankei-source', '--input-type=module', '--eval', script];
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
}
