import { once } from 'node:events';
import { connect } from 'node:net';

/** How many connections ask at once. */
const connections = 8;

/**
 * Asks for the paths over plain connections, one request after the other on each, until `duration` ms are over or, with
 * `once`, until each was asked. Returns the answers per second. A client of its own, for Node's takes more time than
 * the server that is measured. Throws at any answer but 200, or one without a length.
 */
export async function throughput(
  port: number,
  paths: readonly string[],
  options: { duration: number; once?: boolean },
): Promise<number> {
  const start = performance.now();
  const end = start + options.duration;
  let asked = 0;
  const next = () => {
    if (performance.now() > end || (options.once && asked >= paths.length)) return undefined;
    return paths[asked++ % paths.length];
  };
  await Promise.all(Array.from({ length: connections }, () => ask(port, next)));
  return (asked / (performance.now() - start)) * 1000;
}

/** Asks on one connection as long as there is a path. */
async function ask(port: number, next: () => string | undefined): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  const send = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  const first = next();
  if (first !== undefined) {
    send(first);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the server closed the connection')));
      let left: number | undefined;
      let head = '';
      socket.on('data', (bytes) => {
        let body = bytes.length;
        if (left === undefined) {
          head += bytes.toString('latin1');
          const length = head.indexOf('\r\n\r\n');
          if (length < 0) return;
          const told = /^content-length: (\d+)$/im.exec(head.slice(0, length))?.[1];
          if (!head.startsWith('HTTP/1.1 200 ') || !told)
            return reject(new Error(`an answer not foreseen:\n${head.slice(0, 500)}`));
          body = head.length - length - 4;
          left = Number(told);
          head = '';
        }
        left -= body;
        if (left > 0) return;
        left = undefined;
        const path = next();
        if (path === undefined) resolve();
        else send(path);
      });
    });
  }
  socket.removeAllListeners('close');
  socket.destroy();
}
