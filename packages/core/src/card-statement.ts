import { fromBase64url, toBase64url } from './base64url.ts';
import { isMunicipalityCode } from './municipality-code.ts';
import { dayAt, dayLength } from './times.ts';

/** What a member card states to whoever checks it: never a name. */
export interface CardClaims {
  /** Municipality code. */
  town: string;
  /** Member number, 1 to `largestMemberNumber`. */
  number: number;
  /** The tier's id, `tierIdPattern`; absent where the town has no tiers. */
  tier?: string;
  /** The last day it is good, `YYYY-MM-DD` in Tokyo, from 1970-01-02 to 2149-06-06. */
  validUntil: string;
  /** The id of the town's key that signed it, `keyIdPattern`. */
  keyId: string;
}

/** A statement taken apart; whether the signature is right only the town's key can tell. */
export interface CardStatement extends CardClaims {
  /** The bytes that were signed. */
  signed: Uint8Array<ArrayBuffer>;
  /** ECDSA P-256 with SHA-256, IEEE P1363 form: r and s, 32 bytes each. */
  signature: Uint8Array<ArrayBuffer>;
}

export const largestMemberNumber = 0xffff_ffff;
export const tierIdPattern = /^[A-Za-z0-9_-]{1,40}$/;
/** Six bytes as base64url. */
export const keyIdPattern = /^[A-Za-z0-9_-]{8}$/;

const version = 1;
const head = 17;
const signatureLength = 64;
const checksumLength = 2;

/*
 * The bytes: version 1 · town 3 · number 4 · last day 2 (days since 1970) · key id 6 · length of tier 1 · tier (ASCII)
 * · signature 64 · checksum 2. Numbers are big endian. In base64url 111 characters and four more for three of the tier.
 */

/** The bytes to sign. Throws a RangeError that names the claim it cannot state. */
export function encodeClaims({ town, number, tier = '', validUntil, keyId }: CardClaims): Uint8Array<ArrayBuffer> {
  const day = Date.parse(validUntil) / dayLength;
  const id = keyIdPattern.test(keyId) ? fromBase64url(keyId) : undefined;
  if (!isMunicipalityCode(town)) throw new RangeError('town is not a municipality code');
  if (!Number.isInteger(number) || number < 1 || number > largestMemberNumber) throw new RangeError('number');
  if (!/^\d{4}-\d\d-\d\d$/.test(validUntil) || !(day >= 1 && day <= 0xffff) || toDay(day) !== validUntil)
    throw new RangeError('validUntil is not a day from 1970-01-02 to 2149-06-06');
  if (!id) throw new RangeError('keyId is not six bytes of base64url');
  if (tier && !tierIdPattern.test(tier)) throw new RangeError('tier');
  const bytes = new Uint8Array(head + tier.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, (version << 24) | Number(town));
  view.setUint32(4, number);
  view.setUint16(8, day);
  bytes.set(id, 10);
  view.setUint8(16, tier.length);
  for (let at = 0; at < tier.length; at++) view.setUint8(head + at, tier.charCodeAt(at));
  return bytes;
}

/** The statement as text: what was signed, its signature (64 bytes, else a RangeError) and a checksum, in base64url. */
export function sealStatement(signed: Uint8Array, signature: Uint8Array): string {
  if (signature.length !== signatureLength) throw new RangeError('signature is not 64 bytes');
  const bytes = new Uint8Array(signed.length + signatureLength + checksumLength);
  bytes.set(signed);
  bytes.set(signature, signed.length);
  new DataView(bytes.buffer).setUint16(bytes.length - checksumLength, checksum(bytes.subarray(0, -checksumLength)));
  return toBase64url(bytes);
}

/**
 * Takes a statement apart; undefined where it is none. Thanks to the checksum that is so for every statement of which
 * one character was changed, also where the town's key is not at hand; against a forger only the signature helps.
 */
export function readStatement(text: string): CardStatement | undefined {
  const bytes = fromBase64url(text);
  if (!bytes || bytes.length < head + signatureLength + checksumLength || bytes[0] !== version) return undefined;
  const view = new DataView(bytes.buffer);
  const end = head + bytes[16]!;
  if (bytes.length !== end + signatureLength + checksumLength) return undefined;
  if (view.getUint16(bytes.length - checksumLength) !== checksum(bytes.subarray(0, -checksumLength))) return undefined;
  const town = String(view.getUint32(0) & 0xff_ffff).padStart(6, '0');
  const number = view.getUint32(4);
  const day = view.getUint16(8);
  const tier = String.fromCharCode(...bytes.subarray(head, end));
  if (!isMunicipalityCode(town) || !number || !day || (tier && !tierIdPattern.test(tier))) return undefined;
  return {
    town,
    number,
    ...(tier && { tier }),
    validUntil: toDay(day),
    keyId: toBase64url(bytes.subarray(10, 16)),
    signed: bytes.slice(0, end),
    signature: bytes.slice(end, end + signatureLength),
  };
}

/** True on the last day and before, by Tokyo's clock. `now`: ms since 1970. */
export function isStatementCurrent({ validUntil }: Pick<CardClaims, 'validUntil'>, now: number): boolean {
  return dayAt(now) <= validUntil;
}

const toDay = (days: number) => new Date(days * dayLength).toISOString().slice(0, 10);

/** CRC-16/CCITT-FALSE: tells every burst of up to 16 wrong bits, so every single wrong character. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffff;
  for (const byte of bytes) {
    rest ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) rest = ((rest << 1) ^ (rest & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return rest;
}
