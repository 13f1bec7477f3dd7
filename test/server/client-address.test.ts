import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientAddress, networksOf } from '../../packages/server/src/bots/client-address.ts';
import fc from '../fixtures/fast-check.ts';

/** What a server with so many proxies takes for the address of a request. */
async function seen(proxies: number, socket: string | undefined, forwarded?: string): Promise<string | undefined> {
  const app = new Hono();
  let address: string | undefined;
  app.get('/', (c) => {
    address = clientAddress(c, proxies);
    return c.body(null);
  });
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  await app.request('/', { headers }, { incoming: { socket: { remoteAddress: socket } } });
  return address;
}

const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter((one) => URL.canParse(`http://[${one}]`)),
);

describe('the address of a client', () => {
  it('is the socket’s where no proxy is trusted, whatever the sender writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (written) => {
        const header = written.replace(/[^\x20-\x7e]/g, '');
        expect(await seen(0, '192.0.2.1', header)).toBe('192.0.2.1');
      }),
    );
  });

  it('is what the first of our proxies saw, whatever the sender wrote before', async () => {
    const written = fc.array(fc.oneof(address, fc.constantFrom('unknown', '_hidden', '127.0.0.1', '')), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.ipV4(), written, fc.integer({ min: 1, max: 3 }), async (client, before, proxies) => {
        const between = Array.from({ length: proxies - 1 }, (_, index) => `10.0.0.${index + 1}`);
        const header = [...before, client, ...between].join(', ');
        expect(await seen(proxies, '10.0.0.9', header)).toBe(client);
      }),
    );
  });

  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:4711', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['"[2001:db8::1]:4711"', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['unknown', undefined],
    ['198.51.100.777', undefined],
    ['<script>', undefined],
  ])('is read from %s', async (written, expected) => {
    expect(await seen(1, '10.0.0.1', written)).toBe(expected);
  });

  it('is the socket’s when a trusted proxy was passed by', async () => {
    expect(await seen(1, '192.0.2.1')).toBe('192.0.2.1');
    expect(await seen(2, '10.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
  });

  it('is unknown on a Unix socket and in a request without one', async () => {
    expect(await seen(0, undefined)).toBeUndefined();
    expect(await seen(1, undefined, '198.51.100.7')).toBe('198.51.100.7');
  });
});

describe('the networks of an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7', '198.51.100.0/24'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:DB8:0001::', '2001:db8:1:0::/64', '2001:db8:1::/48'],
  ])('of %s are %s and %s', (one, sender, network) => {
    expect(networksOf(one)).toEqual([sender, network]);
  });

  it('are the same for two IPv6 addresses exactly when their first 64 and 48 bits are', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, groups, (a, b) => {
        const text = (one: number[]) => new URL(`http://[${one.map((n) => n.toString(16)).join(':')}]`).hostname;
        const [first, second] = [a, b].map((one) => networksOf(text(one).slice(1, -1)));
        const same = (count: number) => a.slice(0, count).join() === b.slice(0, count).join();
        expect([first![0] === second![0], first![1] === second![1]]).toEqual([same(4), same(3)]);
      }),
    );
  });

  it('never name the whole address of an IPv6 sender', () => {
    fc.assert(
      fc.property(address, (one) => {
        const [sender, network] = networksOf(one);
        expect(sender).toMatch(/^[0-9.]+$|::\/64$/);
        expect(network).toMatch(/\.0\/24$|::\/48$/);
      }),
    );
  });
});
