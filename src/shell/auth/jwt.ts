/**
 * Bearer tokens (AUT-06, AUT-21): JSON Web Tokens signed with HMAC-SHA256 by a key of the agent, which gives them to its
 * executors. A token with another algorithm, `none` among them, is refused before anything else of it is believed.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { MAX_TOKEN_BYTES } from "../../model/limits.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { quotable } from "./authenticator.ts";
import type { Authenticator } from "./authenticator.ts";

type Claims = Readonly<Record<string, string>>;

export function jwtAuthenticator(realm: string, key: string): Authenticator {
  const challenge = (why: string): { readonly challenge: string } => ({
    challenge: `Bearer realm="${realm}", error="invalid_token", error_description="${quotable(why)}"`,
  });
  return {
    scheme: "Bearer",
    authenticate({ authorization }, nowMs) {
      if (authorization === undefined) return { challenge: `Bearer realm="${realm}"` };
      const [scheme, token, extra] = authorization.split(" ");
      if (token === undefined || extra !== undefined) return challenge("Malformed 'Authorization' header");
      if (scheme !== "Bearer") return challenge(`Scheme '${scheme}' unsupported`);
      const claims = readToken(token, key, nowMs);
      if (!claims.ok) return challenge(`Invalid JWT: ${claims.error}`);
      return Object.keys(claims.value).length === 0 ? challenge("JWT claims missing") : { principal: { claims: claims.value } };
    },
  };
}

/** A token that says this and nothing else. */
export function signToken(claims: Claims, key: string): string {
  const head = encode(JSON.stringify({ alg: "HS256", typ: "JWT" }));
  const signed = `${head}.${encode(JSON.stringify(claims))}`;
  return `${signed}.${signature(signed, key).toString("base64url")}`;
}

/** The claims of a token that was signed with this key and has not expired; what is no text is shown as JSON. */
export function readToken(token: string, key: string, nowMs: number): Result<Claims> {
  if (token.length > MAX_TOKEN_BYTES) return err(`Token is longer than ${MAX_TOKEN_BYTES} bytes`);
  const parts = token.split(".");
  const [head = "", payload = "", mark = ""] = parts;
  if (parts.length !== 3) return err(`Expected 3 components in token, got ${parts.length}`);
  const header = decode(head);
  if (header === undefined) return err("Failed to decode token header: no JSON object");
  const { alg, typ, crit } = header;
  if (typ !== undefined && typeof typ !== "string") return err("Token 'typ' is not a string");
  if (alg === undefined) return err("Failed to locate 'alg' in token JSON header");
  if (typeof alg !== "string") return err("Token 'alg' field is not a string");
  if (crit !== undefined) return err("Token 'crit' field is unsupported");
  if (alg !== "HS256") return err(`Token 'alg' value '${alg}' does not match, expected 'HS256'`);
  const given = Buffer.from(mark, "base64url");
  const right = signature(`${head}.${payload}`, key);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return err("Token signature does not match");
  const claims = decode(payload);
  if (claims === undefined) return err("Failed to decode token payload: no JSON object");
  const { exp } = claims;
  if (exp !== undefined && typeof exp !== "number") return err("JSON payload 'exp' field is not a number");
  const now = Math.floor(nowMs / 1000);
  if (exp !== undefined && exp < now) return err(`Token has expired: exp(${exp}) < now(${now})`);
  const texts = Object.entries(claims).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
  return ok(Object.fromEntries(texts) as Claims);
}

function signature(signed: string, key: string): Buffer {
  return createHmac("sha256", key).update(signed).digest();
}

function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function decode(part: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^[A-Za-z0-9_-]+={0,2}$/.test(part)) return undefined;
  try {
    const json: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json } : undefined;
  } catch {
    return undefined;
  }
}
