/**
 * Principals and their secrets (--credentials, AUT-02), from a file that can be read again: as JSON, or in the older form, a
 * principal and a secret per line. Secrets are compared in constant time, and never logged.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { MAX_CREDENTIALS } from "../../model/limits.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";

export interface CredentialStore {
  matches(principal: string, secret: string): boolean;
  /** For challenges that only who knows the secret can answer; undefined for a stranger. */
  secretOf(principal: string): string | undefined;
  /** Reads the file again; an error leaves everything as it was. */
  reload(): Result<number>;
}

export interface Warnings {
  warn(fields: object, text: string): void;
}

/** `given`: JSON text, or the path of a file with or without `file://`. */
export function openCredentials(given: string, log: Warnings): Result<CredentialStore> {
  let secrets: ReadonlyMap<string, string> = new Map();
  const load = (): Result<number> => {
    const text = contentOf(given, log);
    if (!text.ok) return text;
    const read = readCredentials(text.value);
    if (!read.ok) return err(`Invalid credentials: ${read.error}`);
    secrets = read.value;
    return ok(secrets.size);
  };
  const first = load();
  if (!first.ok) return first;
  return ok({
    matches: (principal, secret) => {
      const known = secrets.get(principal);
      // A stranger costs as much time as somebody we know.
      const equal = sameText(known ?? "", secret);
      return known !== undefined && equal;
    },
    secretOf: (principal) => secrets.get(principal),
    reload: load,
  });
}

/** By their hashes, because only texts of the same length can be compared in constant time. */
function sameText(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}

/** What a flag names that is JSON or the path of a file with it; warns about files that everybody may read. */
export function contentOf(given: string, log: Warnings): Result<string> {
  if (/^\s*[[{]/.test(given)) return ok(given);
  const path = given.replace(/^file:\/\//, "");
  try {
    if ((statSync(path).mode & 0o007) !== 0) {
      log.warn({ path }, "Everybody may read this file with secrets: take the rights away from others (chmod o-rwx)");
    }
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    return err(`Cannot read ${path}: ${(error as Error).message}`);
  }
}

/** `{"credentials":[{"principal":…,"secret":…}]}`, or a line for each. */
export function readCredentials(text: string): Result<ReadonlyMap<string, string>> {
  const pairs = /^\s*\{/.test(text) ? fromJson(text) : fromLines(text);
  if (!pairs.ok) return pairs;
  if (pairs.value.length > MAX_CREDENTIALS) return err(`more than ${MAX_CREDENTIALS} of them`);
  return ok(new Map(pairs.value));
}

type Pairs = readonly (readonly [principal: string, secret: string])[];

function fromJson(text: string): Result<Pairs> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // Without the text: it holds secrets.
    return err(`no JSON (${(error as Error).name})`);
  }
  const { credentials } = json as { credentials?: unknown };
  if (!Array.isArray(credentials)) return err("expected {\"credentials\": [{\"principal\": …, \"secret\": …}]}");
  const pairs: (readonly [string, string])[] = [];
  for (const [index, each] of credentials.entries()) {
    const pair = readCredential(each);
    if (!pair.ok) return err(`credentials[${index}]: ${pair.error}`);
    pairs.push([pair.value.principal, pair.value.secret]);
  }
  return ok(pairs);
}

/** One credential of JSON; `secret` may be missing, and is then empty. */
export function readCredential(json: unknown): Result<{ readonly principal: string; readonly secret: string }> {
  if (typeof json !== "object" || json === null) return err("expected an object");
  const { principal, secret = "" } = json as { principal?: unknown; secret?: unknown };
  if (typeof principal !== "string" || typeof secret !== "string") return err("expected texts as principal and secret");
  return ok({ principal, secret });
}

function fromLines(text: string): Result<Pairs> {
  const pairs: (readonly [string, string])[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) continue;
    if (words.length !== 2) return err(`line ${index + 1} is not a principal and a secret`);
    pairs.push([words[0]!, words[1]!]);
  }
  return ok(pairs);
}
