/**
 * Base64 as Mesos reads and writes it: standard alphabet, padded; reading ignores white space and stops at the padding.
 */
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const SKIP = 64;
const END = 65;
const BAD = 66;

/** What a UTF-16 unit below 128 means: 0..63 a digit, or skip, end, bad. */
const MEANING = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = ALPHABET.indexOf(String.fromCharCode(code));
  if (digit >= 0) return digit;
  if (code === 61) return END;
  return code === 32 || (code >= 9 && code <= 13) ? SKIP : BAD;
});

/** Bytes as padded base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  const whole = bytes.length - (bytes.length % 3);
  for (let at = 0; at < whole; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += digit(bits >> 18) + digit(bits >> 12) + digit(bits >> 6) + digit(bits);
  }
  if (bytes.length - whole === 1) {
    const bits = (bytes[whole] ?? 0) << 16;
    text += `${digit(bits >> 18)}${digit(bits >> 12)}==`;
  } else if (bytes.length - whole === 2) {
    const bits = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
    text += `${digit(bits >> 18)}${digit(bits >> 12)}${digit(bits >> 6)}=`;
  }
  return text;
}

function digit(bits: number): string {
  return ALPHABET.charAt(bits & 63);
}

/** The bytes of a base64 text, or `Invalid character 'x'`. An incomplete last group gives the bytes it completes. */
export function decodeBase64(text: string): Result<Uint8Array> {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const meaning = MEANING[text.charCodeAt(at)] ?? BAD;
    if (meaning === SKIP) continue;
    if (meaning === END) break;
    if (meaning === BAD) return err(`Invalid character '${String.fromCodePoint(text.codePointAt(at) ?? 0)}'`);
    bits = ((bits << 6) | meaning) & 0xffffff;
    digits += 1;
    if (digits % 4 === 0) {
      bytes[length++] = bits >> 16;
      bytes[length++] = bits >> 8;
      bytes[length++] = bits;
    }
  }
  if (digits % 4 === 2) bytes[length++] = bits >> 4;
  if (digits % 4 === 3) {
    bytes[length++] = bits >> 10;
    bytes[length++] = bits >> 2;
  }
  return ok(bytes.slice(0, length));
}
