/** The check of the lock file against a registry of our own on loopback: what it says, and that it cannot pass by silence. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const home = mkdtempSync(join(tmpdir(), "allot-audit-"));
const program = join(home, "audit.mjs");

beforeAll(async () => {
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(root, file), join(home, file));
  await build({ entryPoints: [join(import.meta.dirname, "main.ts")], bundle: true, format: "esm", platform: "node", outfile: program });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What a registry says of packages, by name. */
type Advisories = Readonly<Record<string, readonly object[]>>;

/** Answers 405 where advisories are asked for, if it has none. */
async function registry(advisories: Advisories | undefined): Promise<{ readonly url: string; readonly asked: Readonly<Record<string, readonly string[]>>[] }> {
  const asked: Record<string, string[]>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      response.setHeader("content-type", "application/json");
      if (request.method === "GET") {
        const name = decodeURIComponent(request.url!.slice(1));
        response.end(JSON.stringify({ name, "dist-tags": { latest: "0.0.1" }, versions: { "0.0.1": { name, version: "0.0.1" } } }));
      } else if (advisories === undefined) {
        response.writeHead(405).end();
      } else {
        const body = Buffer.concat(chunks);
        asked.push(JSON.parse((request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString()) as Record<string, string[]>);
        response.end(JSON.stringify(advisories));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

function audited(url: string, ...options: string[]): Promise<{ readonly code: number; readonly out: string; readonly errors: string }> {
  const env = { ...process.env, npm_config_registry: url, npm_config_cache: join(home, "cache"), npm_config_fetch_retries: "0" };
  return new Promise((done) => {
    execFile(process.execPath, [program, ...options], { cwd: home, env }, (error, out, errors) => {
      done({ code: error === null ? 0 : Number(error.code), out, errors });
    });
  });
}

const hole = (severity: string): object => ({
  id: 1, url: "https://example.org/GHSA-1", title: "everything falls out", severity, vulnerable_versions: "<99.0.0", cwe: [],
  cvss: { score: 0, vectorString: null },
});

describe("npm run audit", () => {
  it("asks about all packages, of both kinds, and passes when none has a hole", async () => {
    const { url, asked } = await registry({});
    const { code, out, errors } = await audited(url);
    expect([code, errors]).toEqual([0, ""]);
    expect(out).toMatch(/^\d+ packages, those with known holes: 0 critical, 0 high, 0 moderate, 0 low, 0 info\n$/);
    expect(asked.length).toBe(1);
    expect(Object.keys(asked[0]!)).toEqual(expect.arrayContaining(["fastify", "vitest", "typescript"]));
  });

  it("fails at one that is high, names it, and no option helps", async () => {
    const { url } = await registry({ fastify: [hole("high")] });
    const { code, out } = await audited(url, "--if-available");
    expect(code).toBe(1);
    expect(out).toContain("high: fastify <99.0.0: everything falls out (https://example.org/GHSA-1)\n");
    expect(out).toMatch(/ 0 critical, 1 high, /);
  });

  it("tells one that is moderate, and passes", async () => {
    const { url } = await registry({ vitest: [hole("moderate")] });
    const { code, out } = await audited(url);
    expect(code).toBe(0);
    expect(out).toContain("moderate: vitest <99.0.0: everything falls out");
  });

  it("says in one line that nobody could tell, and fails unless that was allowed", async () => {
    const { url } = await registry(undefined);
    const line = /^NOT AUDITED: the registry has no advisories to give, .*405 Method Not Allowed.*\n$/;
    const strict = await audited(url);
    expect([strict.code, strict.out, strict.errors]).toEqual([2, "", expect.stringMatching(line)]);
    const lenient = await audited(url, "--if-available");
    expect([lenient.code, lenient.out, lenient.errors]).toEqual([0, "", expect.stringMatching(line)]);
  });

  it("says so, too, when there is no registry at all", async () => {
    const { code, out, errors } = await audited("http://127.0.0.1:1/");
    expect([code, out]).toEqual([2, ""]);
    expect(errors).toMatch(/^NOT AUDITED: .*ECONNREFUSED.*\n$/);
  });
});
