/** CRAM-MD5 (RFC 2195): is this the answer to the challenge of somebody who knows the secret? */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";

/** What needs secrets and chance, and so comes from outside. */
export interface CramMd5 {
  /** A text nobody can foresee, such as `<123.456@host>`; never the same twice. */
  challenge(): string;
  /** HMAC-MD5 of the challenge with the principal's secret, in lower-case hex; undefined for a stranger. */
  digest(principal: string, challenge: string): string | undefined;
}

/** The principal, if `data` (`principal SPACE digest`) proves it; undefined if it does not; an error if it is no answer. */
export function judge(crammd5: CramMd5, challenge: string, data: Uint8Array): Result<string | undefined> {
  const text = new TextDecoder().decode(data);
  const at = text.lastIndexOf(" ");
  if (at <= 0) return err("SASL(-5): bad protocol / cancel: need authentication name");
  const [principal, answer] = [text.slice(0, at), text.slice(at + 1)];
  // A stranger costs as much time as somebody we know.
  const right = crammd5.digest(principal, challenge);
  const equal = sameDigest(answer, right ?? "0".repeat(32));
  return ok(right !== undefined && equal ? principal : undefined);
}

/** In the same time wherever they differ. */
function sameDigest(answer: string, right: string): boolean {
  if (answer.length !== right.length) return false;
  let difference = 0;
  for (let i = 0; i < right.length; i++) difference |= answer.charCodeAt(i) ^ right.charCodeAt(i);
  return difference === 0;
}
