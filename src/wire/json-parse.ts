/**
 * JSON text to values, accepting and refusing exactly what Mesos' parser does, with its error texts.
 *
 * Two paths with one meaning. Most texts take V8's parser; whatever it refuses, and whatever it would read less exactly
 * (long digit runs, huge exponents, escaped surrogates, deep nesting), is read by the slow parser below, which is the
 * authority: integers that are not safe numbers become bigint, so nanoseconds stay exact.
 */
import { MAX_JSON_DEPTH } from "../model/limits.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";

/**
 * Parts that need the slow parser: a number with 16 digits in a row or an exponent of three digits, an escaped surrogate. A
 * number begins the text or comes after a bracket, colon, comma or space: the digits of ids and UUIDs are no numbers.
 */
const NEEDS_CARE = /(?:^|[[:,\s])-?\d*\.?(?:\d{16}|\d*[eE]\+?\d{3})|\\u[dD][89a-fA-F]/;

/**
 * Parses one JSON text. Integers beyond 2^53 come as bigint (within 64 bits signed; larger ones round to a double, as
 * in Mesos). Objects may carry an own `__proto__` key and never a changed prototype.
 */
export function parseJson(text: string): Result<unknown> {
  if (!NEEDS_CARE.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      // V8 takes a number with white space behind it; Mesos does not.
      if (typeof value !== "number" && withinDepth(value, MAX_JSON_DEPTH)) return ok(value);
    } catch {
      // Not JSON to V8; the slow parser tells whether Mesos agrees and with what words.
    }
  }
  return parseSlowly(text);
}

function withinDepth(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!withinDepth(item, depth - 1)) return false;
    return true;
  }
  // What was just parsed has no prototype but that of all objects, which nothing can be found in by this.
  for (const key in value) if (!withinDepth((value as Record<string, unknown>)[key], depth - 1)) return false;
  return true;
}

/** Where the slow parser is. `end` is where it stands for the check of trailing text. */
interface Cursor {
  readonly text: string;
  at: number;
  /** One past a character that was looked at and given back; Mesos counts it as read. */
  peeked: number;
}

/** No JSON value: the text is wrong at the cursor. */
const WRONG = Symbol("wrong");
/** A number too large for a double. */
const TOO_LARGE = Symbol("too large");

function parseSlowly(text: string): Result<unknown> {
  const cursor: Cursor = { text, at: 0, peeked: 0 };
  const value = parseValue(cursor, MAX_JSON_DEPTH);
  if (value === TOO_LARGE) return err("Value out of range");
  if (value === WRONG) return err(syntaxError(cursor));
  const end = Math.max(cursor.at, cursor.peeked);
  const visibleEnd = endWithoutSpace(text);
  if (end === visibleEnd) return ok(value);
  const rest = end <= visibleEnd ? text.slice(end, visibleEnd) : text.slice(end);
  return err(`Parsed JSON included non-whitespace trailing characters: ${rest}`);
}

function endWithoutSpace(text: string): number {
  let end = text.length;
  while (end > 0 && " \t\n\r\v\f".includes(text.charAt(end - 1))) end -= 1;
  return end;
}

function syntaxError({ text, at }: Cursor): string {
  const line = text.slice(0, at).split("\n").length;
  const rest = text.slice(at).split("\n", 1)[0] ?? "";
  return `syntax error at line ${line} near: ${rest.replace(/[\u0000-\u001f]/g, "")}`;
}

function parseValue(cursor: Cursor, depth: number): unknown {
  skipSpace(cursor);
  const { text, at } = cursor;
  const first = text.charCodeAt(at);
  switch (first) {
    case 110: // n
      return parseWord(cursor, "null", null);
    case 102: // f
      return parseWord(cursor, "false", false);
    case 116: // t
      return parseWord(cursor, "true", true);
    case 34: // "
      cursor.at += 1;
      return parseString(cursor);
    case 91: // [
      cursor.at += 1;
      return depth === 0 ? WRONG : parseArray(cursor, depth - 1);
    case 123: // {
      cursor.at += 1;
      return depth === 0 ? WRONG : parseObject(cursor, depth - 1);
    default:
      return (first >= 48 && first <= 57) || first === 45 ? parseNumber(cursor) : WRONG;
  }
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return;
    cursor.at += 1;
  }
}

/** Takes `code` after white space; false (and no more than the white space taken) when something else is there. */
function expect(cursor: Cursor, code: number): boolean {
  skipSpace(cursor);
  if (cursor.text.charCodeAt(cursor.at) !== code) return false;
  cursor.at += 1;
  return true;
}

function parseWord(cursor: Cursor, word: string, value: unknown): unknown {
  for (const letter of word) {
    if (cursor.text[cursor.at] !== letter) return WRONG;
    cursor.at += 1;
  }
  return value;
}

function parseArray(cursor: Cursor, depth: number): unknown {
  const items: unknown[] = [];
  if (expect(cursor, 93)) return items;
  do {
    const item = parseValue(cursor, depth);
    if (item === WRONG || item === TOO_LARGE) return item;
    items.push(item);
  } while (expect(cursor, 44));
  return expect(cursor, 93) ? items : WRONG;
}

function parseObject(cursor: Cursor, depth: number): unknown {
  const object: Record<string, unknown> = {};
  if (expect(cursor, 125)) return object;
  do {
    if (!expect(cursor, 34)) return WRONG;
    const key = parseString(cursor);
    if (typeof key !== "string" || !expect(cursor, 58)) return WRONG;
    const value = parseValue(cursor, depth);
    if (value === WRONG || value === TOO_LARGE) return value;
    if (key === "__proto__") {
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    } else {
      object[key] = value;
    }
  } while (expect(cursor, 44));
  return expect(cursor, 125) ? object : WRONG;
}

const DIGITS = /[0-9+\-eE.]*/y;
const DECIMAL = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** More characters than a 64-bit integer has. */
const TOO_LONG_FOR_INTEGER = 21;
const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

/** Whatever looks like a number is taken; then it must be one (leading zeros and a bare `1.` are). */
function parseNumber(cursor: Cursor): unknown {
  DIGITS.lastIndex = cursor.at;
  const digits = DIGITS.exec(cursor.text)?.[0] ?? "";
  cursor.at += digits.length;
  cursor.peeked = Math.min(cursor.at + 1, cursor.text.length);
  if (digits.length < TOO_LONG_FOR_INTEGER && /^-?\d+$/.test(digits)) {
    const exact = BigInt(digits);
    if (exact >= SMALLEST && exact <= LARGEST) return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
  }
  if (!DECIMAL.test(digits)) return WRONG;
  const number = Number(digits);
  return Number.isFinite(number) ? number : TOO_LARGE;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t",
};

/** The rest of a string whose opening quote was taken. */
function parseString(cursor: Cursor): unknown {
  const { text } = cursor;
  let value = "";
  let start = cursor.at;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (Number.isNaN(code) || code < 32) return WRONG;
    if (code === 34) {
      value += text.slice(start, cursor.at);
      cursor.at += 1;
      return value;
    }
    if (code !== 92) {
      cursor.at += 1;
      continue;
    }
    value += text.slice(start, cursor.at);
    const escape = text[cursor.at + 1] ?? "";
    cursor.at += escape === "" ? 1 : 2;
    const plain = escape === "u" ? parseCodePoint(cursor) : ESCAPES[escape];
    if (plain === undefined) return WRONG;
    value += plain;
    start = cursor.at;
  }
}

/** The character of `\uXXXX`, or of a surrogate pair; a lone surrogate is wrong. */
function parseCodePoint(cursor: Cursor): string | undefined {
  const first = parseHex(cursor);
  if (first === undefined || (first >= 0xdc00 && first <= 0xdfff)) return undefined;
  if (first < 0xd800 || first > 0xdfff) return String.fromCharCode(first);
  for (const letter of "\\u") {
    if (cursor.text[cursor.at] !== letter) return undefined;
    cursor.at += 1;
  }
  const second = parseHex(cursor);
  if (second === undefined || second < 0xdc00 || second > 0xdfff) return undefined;
  return String.fromCharCode(first, second);
}

function parseHex(cursor: Cursor): number | undefined {
  let value = 0;
  for (let at = 0; at < 4; at++) {
    const letter = cursor.text[cursor.at] ?? "";
    if (!/^[0-9a-fA-F]$/.test(letter)) return undefined;
    value = value * 16 + Number.parseInt(letter, 16);
    cursor.at += 1;
  }
  return value;
}
