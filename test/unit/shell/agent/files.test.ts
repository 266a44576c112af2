import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FileCall } from "../../../../src/agent/outbox.ts";
import { MAX_FILE_QUESTIONS } from "../../../../src/model/limits.ts";
import { answerFiles } from "../../../../src/shell/agent/files.ts";

let top: string;
let sandbox: string;

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "allot-files-")));
  sandbox = join(top, "sandbox");
  mkdirSync(join(sandbox, "sub"), { recursive: true });
  writeFileSync(join(sandbox, "stdout"), "0123456789");
  writeFileSync(join(sandbox, "sub", "deep"), "deep");
  writeFileSync(join(top, "secret"), "secret");
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

async function ask(path: string, call: FileCall) {
  const answer = await answerFiles({ kind: "files", request: 1, root: sandbox, path, shown: `/shown/${path}`, call });
  if ("file" in answer) {
    const body = await answer.file.readFile("utf8");
    await answer.file.close();
    expect(answer.size).toBe(Buffer.byteLength(body));
    return { status: 200, headers: answer.headers, body };
  }
  const { body = "" } = answer;
  return { ...answer, body: typeof body === "string" ? body : new TextDecoder().decode(body) };
}

const CALLS: readonly FileCall[] = [
  { verb: "browse" }, { verb: "read", offset: 0 }, { verb: "download" }, { verb: "list", media: "json" },
  { verb: "read-bytes", offset: 0, media: "json" },
];

describe("files of a sandbox", () => {
  it("are read in parts", async () => {
    expect(JSON.parse((await ask("stdout", { verb: "read", offset: 3, length: 4 })).body)).toEqual({
      data: "3456", offset: 3,
    });
    expect(JSON.parse((await ask("stdout", { verb: "read", offset: 8, length: 100 })).body)).toEqual({
      data: "89", offset: 8,
    });
    expect(JSON.parse((await ask("stdout", { verb: "read", offset: 99 })).body)).toEqual({ data: "", offset: 99 });
    expect(JSON.parse((await ask("stdout", { verb: "read", offset: -1 })).body)).toEqual({ data: "", offset: 10 });
  });

  it("are listed with what `ls -l` would say", async () => {
    const listed = JSON.parse((await ask("", { verb: "browse" })).body) as Record<string, unknown>[];
    expect(listed.map(({ path }) => path)).toEqual(["/shown//stdout", "/shown//sub"]);
    expect(listed[0]).toMatchObject({ size: 10, nlink: 1, mode: "-rw-r--r--" });
    expect(listed[1]).toMatchObject({ mode: "drwxr-xr-x" });
  });

  it("are downloaded under their name", async () => {
    const { status, headers, body } = await ask("sub/deep", { verb: "download" });
    expect({ status, body }).toEqual({ status: 200, body: "deep" });
    expect(headers).toMatchObject({ "Content-Disposition": "attachment; filename=deep" });
  });

  it("may be links, as long as they stay inside", async () => {
    symlinkSync(join(sandbox, "sub", "deep"), join(sandbox, "link"));
    expect((await ask("link", { verb: "download" })).body).toBe("deep");
  });

  it("that are links to the outside tell of the link, and nothing of where it leads", async () => {
    writeFileSync(join(top, "secret"), "x".repeat(12_345));
    symlinkSync(join(top, "secret"), join(sandbox, "out"));
    symlinkSync("sub/deep", join(sandbox, "link"));
    const listed = JSON.parse((await ask("", { verb: "browse" })).body) as { path: string; size: number; mode: string }[];
    expect(listed.find(({ path }) => path === "/shown//out")).toMatchObject({ size: join(top, "secret").length, mode: "lrwxrwxrwx" });
    expect(listed.find(({ path }) => path === "/shown//link")).toMatchObject({ size: 4, mode: "-rw-r--r--" });
  });

  it("that are not there are not found", async () => {
    for (const call of CALLS) expect((await ask("nothing", call)).status, call.verb).toBe(404);
    for (const call of CALLS) expect((await ask("stdout/below", call)).status, call.verb).toBe(404);
  });

  it("are not looked into by more than so many at once, and then again", async () => {
    const probe = () => ask("stdout", { verb: "read", offset: 0 }).then(({ status }) => status);
    const statuses = await Promise.all(Array.from({ length: MAX_FILE_QUESTIONS + 2 }, probe));
    expect(statuses.filter((status) => status === 503)).toHaveLength(2);
    expect(await probe()).toBe(200);
  });

  it("a pipe nobody writes to does not hold anybody up", async () => {
    const { spawnSync } = await import("node:child_process");
    spawnSync("mkfifo", [join(sandbox, "pipe")]);
    expect(JSON.parse((await ask("pipe", { verb: "read", offset: 0 })).body)).toEqual({ data: "", offset: 0 });
  });
});

describe("paths that lead out of the sandbox are refused, however they do it", () => {
  const ways: readonly [string, (way: string) => void][] = [
    ["../secret", () => {}],
    ["sub/../../secret", () => {}],
    ["..", () => {}],
    ["link", (way) => symlinkSync("../secret", join(sandbox, way))],
    ["dir/secret", () => symlinkSync(top, join(sandbox, "dir"))],
    ["chain", (way) => {
      symlinkSync("hop", join(sandbox, way));
      symlinkSync(join(top, "secret"), join(sandbox, "hop"));
    }],
  ];
  it.each(ways)("%s", async (way, prepare) => {
    prepare(way);
    for (const call of CALLS) {
      const { status, body } = await ask(way, call);
      expect(status, call.verb).toBe(400);
      expect(body).toContain("is inaccessible");
      expect(body).not.toContain("secret\"");
    }
  });

  it("a sibling whose name begins like the sandbox's is outside, too", async () => {
    mkdirSync(`${sandbox}-other`);
    writeFileSync(join(`${sandbox}-other`, "file"), "secret");
    expect((await ask("../sandbox-other/file", { verb: "download" })).status).toBe(400);
  });

  it("a hard link is the file itself", async () => {
    linkSync(join(sandbox, "stdout"), join(sandbox, "same"));
    expect((await ask("same", { verb: "download" })).body).toBe("0123456789");
  });
});
