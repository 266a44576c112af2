import {
  lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openCheckpoints } from "../../../../src/shell/agent/checkpoints.ts";
import { leftContainers } from "../../../../src/shell/agent/left-containers.ts";
import { lockWorkDir } from "../../../../src/shell/agent/lock.ts";

let workDir: string;
beforeEach(() => (workDir = mkdtempSync(join(tmpdir(), "allot-meta-"))));
afterEach(() => rmSync(workDir, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const meta = (path: string): string => join(workDir, "meta", path);

it("what is written is there when the agent starts again", () => {
  const first = openCheckpoints(workDir);
  first.apply([
    { kind: "write", path: "boot_id", bytes: bytes("b1"), sync: false },
    { kind: "write", path: "slaves/S0/slave.info", bytes: bytes("one"), sync: true },
    { kind: "write", path: "slaves/S0/slave.info", bytes: bytes("two"), sync: true },
    { kind: "append", path: "slaves/S0/updates", bytes: bytes("a") },
    { kind: "append", path: "slaves/S0/updates", bytes: bytes("b") },
    { kind: "link", path: "slaves/latest", target: "S9" },
    { kind: "link", path: "slaves/latest", target: "S0" },
    { kind: "write", path: "slaves/S0/drain.config", bytes: bytes("x"), sync: false },
    { kind: "remove", path: "slaves/S0/drain.config" },
    { kind: "remove", path: "slaves/S0/never-there" },
  ]);
  expect(openCheckpoints(workDir).load()).toEqual({
    boot_id: bytes("b1"), "slaves/S0/slave.info": bytes("two"), "slaves/S0/updates": bytes("ab"),
    "slaves/latest": { link: "S0" },
  });
});

it("only the latest agent and the latest run of an executor are read", () => {
  for (const path of ["slaves/S0/old", "slaves/S1/e/runs/r1/x", "slaves/S1/e/runs/r2/x"]) {
    mkdirSync(meta(path).replace(/\/[^/]+$/, ""), { recursive: true });
    writeFileSync(meta(path), path);
  }
  symlinkSync("S1", meta("slaves/latest"));
  symlinkSync(`${workDir}/meta/slaves/S1/e/runs/r2`, meta("slaves/S1/e/runs/latest"));
  const files = Object.keys(openCheckpoints(workDir).load());
  expect(files.sort()).toEqual(["slaves/S1/e/runs/latest", "slaves/S1/e/runs/r2/x", "slaves/latest"]);
});

it("a disk that refuses is no small matter: it throws", () => {
  const checkpoints = openCheckpoints(workDir);
  writeFileSync(meta("file"), "");
  expect(() => checkpoints.apply([{ kind: "write", path: "file/below", bytes: bytes(""), sync: false }])).toThrow();
});

it("nothing half written is left beside a replaced file", () => {
  openCheckpoints(workDir).apply([{ kind: "write", path: "a", bytes: bytes("1"), sync: true }]);
  expect(readFileSync(meta("a"), "utf8")).toBe("1");
  expect(() => lstatSync(meta("a.new"))).toThrow();
});

it("the containers an earlier run left are found by their pid files, nested ones too", () => {
  const run = "slaves/S0/frameworks/F/executors/e/runs/c1";
  const files = {
    [`${run}/pids/forked.pid`]: bytes("100"), [`${run}/pids/forked.start`]: bytes("5"),
    [`${run}/containers/n1/pids/forked.pid`]: bytes("101\n"),
    [`${run}/containers/n1/containers/n2/pids/forked.pid`]: bytes("102"),
    [`${run}/containers/bad/pids/forked.pid`]: bytes("../../1"),
  };
  expect(leftContainers(files)).toEqual([
    { containerId: "c1", pid: 100, startTicks: 5, statusFile: `${run}/status` },
    { containerId: "c1.n1", pid: 101, startTicks: undefined, statusFile: `${run}/containers/n1/status` },
    {
      containerId: "c1.n1.n2", pid: 102, startTicks: undefined,
      statusFile: `${run}/containers/n1/containers/n2/status`,
    },
  ]);
});

it("a work directory has one agent at a time", () => {
  const unlock = lockWorkDir(workDir);
  expect(unlock).toBeDefined();
  expect(lockWorkDir(workDir)).toBeUndefined();
  unlock!();
  expect(lockWorkDir(workDir)).toBeDefined();
});

it("a lock whose holder is gone is none: neither a dead process nor another with its number holds it", () => {
  mkdirSync(meta(""), { recursive: true });
  writeFileSync(meta("lock"), "999999999 1");
  const unlock = lockWorkDir(workDir);
  expect(unlock).toBeDefined();
  unlock!();
  writeFileSync(meta("lock"), `${process.ppid} 1`);
  expect(lockWorkDir(workDir)).toBeDefined();
  expect(() => readlinkSync(meta("lock"))).toThrow();
});
