/**
 * Who sends this request (AUT-05 to AUT-12)? Paths belong to realms, a realm has authenticators (`basic.ts`, `jwt.ts`), and
 * the first of them that recognises the request says who it is from; if none does, the answer is 401 and names what could be
 * tried. A realm without authenticators takes everybody, and asks nobody who they are.
 *
 * Secrets live in this folder and nowhere else: `credentials.ts` reads them, the pure cores get a `Principal`.
 */
import type { Principal } from "../../model/principal.ts";

/** Headers in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** What an authenticator finds: somebody, or the WWW-Authenticate that tells why nobody. */
export type Finding = { readonly principal: Principal } | { readonly challenge: string };

export interface Authenticator {
  /** `Basic`, `Bearer`: what messages call it. */
  readonly scheme: string;
  authenticate(headers: Headers, nowMs: number): Finding;
}

/** Who it is, or the answer to send instead of serving the request. */
export type Admission =
  | { readonly principal: Principal | undefined }
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type Realms = ReadonlyMap<string, readonly Authenticator[]>;

export function admit(realms: Realms, realm: string | undefined, headers: Headers, nowMs: number): Admission {
  const authenticators = (realm === undefined ? undefined : realms.get(realm)) ?? [];
  if (authenticators.length === 0) return { principal: undefined };
  const challenges: string[] = [];
  for (const authenticator of authenticators) {
    const found = authenticator.authenticate(headers, nowMs);
    if ("principal" in found) return found;
    challenges.push(found.challenge);
  }
  const body = authenticators.length === 1
    ? UNAUTHORIZED
    : authenticators.map(({ scheme }) => `"${scheme}" authenticator returned:\n${UNAUTHORIZED}`).join("\n\n");
  const type = "text/plain; charset=utf-8";
  return { status: 401, headers: { "WWW-Authenticate": challenges.join(","), "Content-Type": type }, body };
}

const UNAUTHORIZED = "401 Unauthorized.";

/** A text inside a quoted string of a header: what came from outside must not end it, or the line. */
export function quotable(text: string): string {
  return text.replace(/[^\x20-\x7e]|["\\]/g, "?").slice(0, 200);
}
