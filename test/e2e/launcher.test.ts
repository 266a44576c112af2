/** What a program says to Node about itself when it is started by its name, and what the operator has to say there. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const dist = resolve(import.meta.dirname, "../../dist");
let bin = "";

beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), "allot-launcher-"));
  writeFileSync(join(bin, "node"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
  chmodSync(join(bin, "node"), 0o755);
});
afterAll(() => rmSync(bin, { recursive: true, force: true }));

/** The words that Node is started with. */
const words = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string[] =>
  execFileSync("sh", [join(dist, program), ...args], { env: { PATH: `${bin}:${process.env["PATH"]}`, ...env } })
    .toString().trimEnd().split("\n");

/** Room for the young; what dies young is never born old; the old may be twice what lives before all is collected. */
const HEAP = ["--max-semi-space-size=32", "--no-allocation-site-pretenuring", "--heap-growing-percent=200"];

describe.each(["main.js", "mesos-master.js", "mesos-agent.js", "mesos-execute.js"])("%s", (program) => {
  it("says what heap it wants, and passes every word on as it is", () => {
    expect(words(program, ["--a=b c", "", "$x"])).toEqual([
      ...HEAP, join(dist, program), "--a=b c", "", "$x",
    ]);
  });

  it("leaves that to the operator who says something else in NODE_OPTIONS", () => {
    expect(words(program, ["x"], { NODE_OPTIONS: "--max-semi-space-size=8" })).toEqual([join(dist, program), "x"]);
  });

  it("takes flags for Node in ALLOT_NODE_FLAGS, the last word of all", () => {
    expect(words(program, [], { ALLOT_NODE_FLAGS: "--max-semi-space-size=64 --cpu-prof" })).toEqual([
      ...HEAP, "--max-semi-space-size=64", "--cpu-prof", join(dist, program),
    ]);
  });
});

it("is a program of JavaScript all the same", () => {
  const output = execFileSync(process.execPath, [join(dist, "main.js"), "version"]).toString();
  expect(execFileSync("sh", [join(dist, "main.js"), "version"]).toString()).toBe(output);
  expect(output).toMatch(/\d+\.\d+\.\d+/);
});
