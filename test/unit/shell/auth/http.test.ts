/** Who asks, as it is found out from a request's headers; status, headers and texts are those a real Mesos answered. */
import { createHmac } from "node:crypto";
import { mkdtempSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { admit } from "../../../../src/shell/auth/authenticator.ts";
import type { Authenticator } from "../../../../src/shell/auth/authenticator.ts";
import { basicAuthenticator } from "../../../../src/shell/auth/basic.ts";
import { openCredentials, readCredentials } from "../../../../src/shell/auth/credentials.ts";
import { createGuard, disabledPaths, idleRules, refusalLog } from "../../../../src/shell/auth/guard.ts";
import { jwtAuthenticator, readToken, signToken } from "../../../../src/shell/auth/jwt.ts";
import { keptLog } from "../../../support/kept-log.ts";

const NOW_MS = 1_795_147_200_000;
const FILE = '{"credentials":[{"principal":"ada","secret":"ada-pw"},{"principal":"bob","secret":"bob-pw"}]}';
const REALM = "mesos-master-readonly";

function must<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const basic = basicAuthenticator(REALM, must(openCredentials(FILE, keptLog())));
const ask = (authenticators: readonly Authenticator[], authorization?: string) =>
  admit(new Map([[REALM, authenticators]]), REALM, authorization === undefined ? {} : { authorization }, NOW_MS);

describe("Basic", () => {
  it.each([
    undefined, "", "Basic", "Basic ", "basic YWRhOmFkYS1wdw==", "Basic YWRh", "Basic YWRhOmFkYS1wdzp4", "Basic emVkOngg",
    "Basic YWRhOmFkYS1wdw== ", "Basic  YWRhOmFkYS1wdw==", "Digest username=\"ada\"", "Basic YWRhOmFkYS1w", "Basic ****",
    `Basic ${Buffer.from("__proto__:undefined").toString("base64")}`,
  ])("%j is refused as a real master refuses it", (header) => {
    expect(ask([basic], header)).toEqual({
      status: 401,
      headers: { "WWW-Authenticate": `Basic realm="${REALM}"`, "Content-Type": "text/plain; charset=utf-8" },
      body: "401 Unauthorized.",
    });
  });

  it("knows who brings the right secret", () => {
    expect(ask([basic], "Basic YWRhOmFkYS1wdw==")).toEqual({ principal: { value: "ada" } });
  });

  it("a realm that does not ask takes everybody, and believes nobody", () => {
    expect(admit(new Map(), REALM, { authorization: "Basic YWRhOmFkYS1wdw==" }, NOW_MS)).toEqual({ principal: undefined });
    expect(admit(new Map([[REALM, [basic]]]), undefined, {}, NOW_MS)).toEqual({ principal: undefined });
  });
});

describe("credentials", () => {
  it.each([
    ["JSON", FILE],
    ["lines", "ada ada-pw\n\n  bob\tbob-pw  \r\n"],
  ])("are read as %s", (_, text) => {
    expect([...must(readCredentials(text))]).toEqual([["ada", "ada-pw"], ["bob", "bob-pw"]]);
  });

  it.each([
    ["ada ada-pw extra", "line 1 is not a principal and a secret"],
    ["{", "no JSON (SyntaxError)"],
    ["{}", "expected {\"credentials\""],
    ['{"credentials":[{"principal":"a","secret":5}]}', "credentials[0]: expected texts"],
  ])("%j is refused without showing a secret", (text, error) => {
    const read = readCredentials(text);
    expect(read.ok ? "" : read.error).toContain(error);
    expect(read.ok ? "" : read.error).not.toContain("ada-pw");
  });

  it("are read again, and a broken file changes nothing", () => {
    const path = join(mkdtempSync(join(tmpdir(), "allot-credentials-")), "credentials");
    const log = keptLog();
    writeFileSync(path, "ada one\n", { mode: 0o644 });
    const store = must(openCredentials(`file://${path}`, log));
    expect(log.lines.some((line) => JSON.stringify(line).includes("Everybody may read"))).toBe(true);
    expect([store.matches("ada", "one"), store.matches("ada", "two")]).toEqual([true, false]);
    writeFileSync(path, "ada two\n");
    chmodSync(path, 0o600);
    expect(must(store.reload())).toBe(1);
    expect([store.matches("ada", "one"), store.matches("ada", "two")]).toEqual([false, true]);
    writeFileSync(path, "ada\n");
    expect(store.reload().ok).toBe(false);
    expect(store.matches("ada", "two")).toBe(true);
  });
});

describe("bearer tokens", () => {
  const key = "a key of the agent";
  const bearer = jwtAuthenticator(REALM, key);
  const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString("base64url");
  const signed = (head: unknown, payload: unknown, by = key): string => {
    const text = `${part(head)}.${part(payload)}`;
    return `${text}.${createHmac("sha256", by).update(text).digest("base64url")}`;
  };
  const why = (token: string): string => {
    const answer = ask([bearer], `Bearer ${token}`);
    return "status" in answer ? answer.headers["WWW-Authenticate"]! : "admitted";
  };

  it("that we signed tell what they claim", () => {
    const token = signToken({ fid: "f", eid: "e", cid: "c" }, key);
    expect(ask([bearer], `Bearer ${token}`)).toEqual({ principal: { claims: { fid: "f", eid: "e", cid: "c" } } });
  });

  it("of another issuer are as good when signed with the key, and what is no text is shown as JSON", () => {
    const token = signed({ alg: "HS256", typ: "JWT" }, { sub: "x", n: 5, exp: NOW_MS / 1000 + 1 });
    expect(ask([bearer], `Bearer ${token}`)).toEqual({
      principal: { claims: { sub: "x", n: "5", exp: String(NOW_MS / 1000 + 1) } },
    });
  });

  it.each([
    ["no algorithm at all", `${part({ alg: "none" })}.${part({ cid: "c" })}.`, "'alg' value 'none' does not match"],
    ["none, spelled otherwise", `${part({ alg: "None" })}.${part({ cid: "c" })}.`, "'alg' value 'None' does not match"],
    ["an algorithm of public keys, signed with the key", signed({ alg: "RS256" }, { cid: "c" }), "'alg' value 'RS256'"],
    ["another key", signed({ alg: "HS256" }, { cid: "c" }, "another"), "Token signature does not match"],
    ["no signature", `${part({ alg: "HS256" })}.${part({ cid: "c" })}.`, "Token signature does not match"],
    ["what it cannot mean", signed({ alg: "HS256", crit: ["x"] }, { cid: "c" }), "Token 'crit' field is unsupported"],
    ["a time that is over", signed({ alg: "HS256" }, { exp: 1 }), "Token has expired: exp(1) < now(1795147200)"],
    ["a time that is none", signed({ alg: "HS256" }, { exp: "tomorrow" }), "'exp' field is not a number"],
    ["nothing", signed({ alg: "HS256" }, {}), "JWT claims missing"],
    ["a list", signed({ alg: "HS256" }, []), "Failed to decode token payload"],
    ["two parts", "a.b", "Expected 3 components in token, got 2"],
    ["more than anybody signs", `${"a".repeat(9_000)}.b.c`, "Token is longer than"],
  ])("with %s are refused", (_, token, error) => {
    expect(why(token)).toContain(`Bearer realm="${REALM}", error="invalid_token", error_description="`);
    expect(why(token)).toContain(error);
  });

  it("cannot write headers of ours", () => {
    const injected = why(`${part({ alg: "x\"\r\nSet-Cookie: a=b\r\n" })}.${part({})}.x`);
    expect(injected).not.toMatch(/[\r\n]/);
    expect(injected.match(/"/g)!.length).toBe(6);
  });

  it("payloads that were changed are not believed, whatever they hold", () => {
    const [head, , mark] = signToken({ cid: "c" }, key).split(".");
    expect(readToken(`${head}.${part({ cid: "d" })}.${mark}`, key, NOW_MS)).toMatchObject({ ok: false });
  });

  it("names of JavaScript's own in claims are claims", () => {
    const payload = Buffer.from('{"__proto__":{"value":"root"},"cid":"c"}').toString("base64url");
    const text = `${part({ alg: "HS256" })}.${payload}`;
    const token = `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
    const claims = must(readToken(token, key, NOW_MS));
    expect(Object.getPrototypeOf(claims)).toBe(Object.prototype);
    expect(claims["cid"]).toBe("c");
    expect((claims as { value?: string }).value).toBeUndefined();
  });

  it("stand beside Basic: the first that recognises the request decides, and a refusal names both", () => {
    const both = [basic, bearer];
    expect(ask(both, `Bearer ${signToken({ cid: "c" }, key)}`)).toEqual({ principal: { claims: { cid: "c" } } });
    expect(ask(both, "Basic YWRhOmFkYS1wdw==")).toEqual({ principal: { value: "ada" } });
    expect(ask(both)).toMatchObject({
      status: 401,
      headers: { "WWW-Authenticate": `Basic realm="${REALM}",Bearer realm="${REALM}"` },
      body: '"Basic" authenticator returned:\n401 Unauthorized.\n\n"Bearer" authenticator returned:\n401 Unauthorized.',
    });
  });
});

describe("who is turned away", () => {
  it("is written down, but not by the thousand", () => {
    let nowMs = NOW_MS;
    const log = keptLog();
    const onRefused = refusalLog(() => nowMs, (fields, text) => log.warn(fields, text));
    const guard = createGuard({ realms: new Map([[REALM, [basic]]]), realmOf: () => REALM, isDisabled: () => false, nowMs: () => nowMs, onRefused });
    for (let i = 0; i < 1000; i++) guard({ path: "/state", headers: {} });
    expect(log.lines).toHaveLength(10);
    expect(log.lines[0]!.fields).toEqual({ audit: true, path: "/state", status: 401, outcome: "refused" });
    nowMs += 1000;
    guard({ path: "/state", headers: {} });
    expect(log.lines[10]!.fields).toEqual({ audit: true, requests: 990 });
    guard({ path: "/state", headers: { authorization: "Basic YWRhOmFkYS1wdw==" } });
    expect(log.lines).toHaveLength(12);
  });
});

describe("disabled endpoints", () => {
  const rules = ["/state", "/metrics/snapshot", "/files/browse", "/master/quota"];
  const isDisabled = disabledPaths(rules, "master");

  it.each([
    ["/state", true], ["/master/state", true], ["/state/", true], ["//state", true], ["/metrics/snapshot", true],
    ["/state-summary", false], ["/state/x", false],
    // As a real master: these rules came too early to name an actor.
    ["/files/browse", false], ["/master/quota", false], ["/quota", false],
  ])("%s: %s", (path, disabled) => {
    expect(isDisabled(path)).toBe(disabled);
  });

  it("rules that mean nothing are known", () => {
    expect(idleRules(rules, "master")).toEqual(["/files/browse", "/master/quota"]);
  });

  it("are refused before anybody is asked who he is", () => {
    const realms = new Map([[REALM, [basic]]]);
    const guard = createGuard({ realms, realmOf: () => REALM, isDisabled, nowMs: () => NOW_MS });
    expect(guard({ path: "/state", headers: {} })).toMatchObject({ status: 403, body: "Endpoint '/state' is disabled" });
    expect(guard({ path: "/tasks", headers: {} })).toMatchObject({ status: 401 });
  });
});
