import { solveProof } from '@kankei/client/solve-proof';
import type { ProofChallenge, SolvedProof } from '@kankei/core';
import { expect } from '@open-wc/testing';

// Worked out once with OpenSSL's PBKDF2: the number 40 after the nonce is the password.
const counter = 40;
const derivedKey = 'b80e5656053d09482e052b1dbd3cb67aff2ca8fa25150532cb90e57a0d8d6734';
const challenge: ProofChallenge = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '000102030405060708090a0b0c0d0e0f',
    salt: 'f0e0d0c0b0a090807060504030201000',
    cost: 5000,
    keyLength: 32,
    keyPrefix: derivedKey.slice(0, 32),
    keySignature: '00',
    data: { town: '999997', most: 1080, issuedAt: 0, notBefore: 3000, notAfter: 1_200_000 },
  },
  signature: '00',
};

const solved = async () => JSON.parse(atob(await solveProof(challenge))) as SolvedProof;

describe('a proof of work in this browser', () => {
  it('is solved with WebCrypto', async () => {
    expect(crypto.subtle, 'tests run on localhost').to.be.ok;
    const { solution, ...rest } = await solved();
    expect({ ...solution, time: 0 }).to.deep.equal({ counter, derivedKey, time: 0 });
    expect(rest.challenge).to.deep.equal(challenge);
  });

  it('is solved the same on a page that has none', async () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect(crypto.subtle).to.equal(undefined);
      const { solution } = await solved();
      expect({ ...solution, time: 0 }).to.deep.equal({ counter, derivedKey, time: 0 });
    } finally {
      delete (crypto as { subtle?: SubtleCrypto }).subtle;
    }
    expect(crypto.subtle).to.be.ok;
  }).timeout(60_000);

  it('leaves the page free: what waits has its turn all the while', async () => {
    const { parameters, signature } = challenge;
    const data = { ...parameters.data, most: 600 };
    const unsolvable = { parameters: { ...parameters, keyPrefix: 'ab'.repeat(16), data }, signature };
    let isSolving = true;
    const solving = solveProof(unsolvable).catch((error: unknown) => {
      isSolving = false;
      return error;
    });
    let turns = 0;
    while (isSolving) {
      await new Promise((resolve) => setTimeout(resolve));
      turns++;
    }
    expect(await solving).to.be.instanceOf(RangeError);
    // Half a second at least, and a timer every four milliseconds: 120 turns where nobody else is at work.
    expect(turns).to.be.greaterThan(30);
  }).timeout(60_000);
});
