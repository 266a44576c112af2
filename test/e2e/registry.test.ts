/**
 * A master that leads alone, and its disk: what it has acknowledged is there after any death, a disk that is full ends it,
 * and what it cannot trust it does not touch.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canMount } from "../support/can-mount.ts";
import { program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

let workDir: string;
const masters: Program[] = [];
beforeEach(() => {
  workDir = mkdtempSync(join(tmpdir(), "allot-registry-"));
});
afterEach(async () => {
  for (const master of masters.splice(0)) {
    master.signal("SIGKILL");
    await master.ended;
  }
  rmSync(workDir, { recursive: true, force: true });
});

function begin(at = workDir): Program {
  const master = program("mesos-master", ["--ip=127.0.0.1", "--port=0", `--work_dir=${at}`, "--hostname=localhost", "--logging_level=INFO"]);
  masters.push(master);
  return master;
}

async function urlOf(master: Program): Promise<string> {
  const [, port] = await master.says(/"port":(\d+),"msg":"This master leads"/);
  return `http://127.0.0.1:${port}`;
}

/** Sets the weight of one role after the other until the master is gone; the number of the last that was acknowledged. */
async function setWeights(url: string, from: number): Promise<number> {
  for (let n = from; ; n++) {
    try {
      const answer = await fetch(`${url}/weights`, { method: "PUT", body: JSON.stringify([{ role: roleOf(n), weight: n + 1 }]) });
      if (answer.status !== 200) return n - 1;
    } catch {
      return n - 1;
    }
  }
}
const roleOf = (n: number): string => `role-${n}-${"x".repeat(2_000)}`;

async function expectWeights(url: string, last: number): Promise<void> {
  const weights = (await (await fetch(`${url}/weights`)).json()) as { role: string; weight: number }[];
  const known = new Map(weights.map(({ role, weight }) => [role, weight]));
  for (let n = 0; n <= last; n++) expect(known.get(roleOf(n)), `weight ${n} of ${last}`).toBe(n + 1);
}

/** Of all files and what is in them, but the database's diary. */
function fingerprint(directory: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\/LOG(?:\.old)?$/.test(name)) continue;
    const path = join(directory, name);
    hash.update(name);
    if (statSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

describe("a master and its disk", () => {
  it("has everything it acknowledged, whenever it is killed", async () => {
    let last = -1;
    for (const afterMs of [30, 110, 60, 170]) {
      const master = begin();
      const url = await urlOf(master);
      await expectWeights(url, last);
      const until = setWeights(url, last + 1);
      await sleep(afterMs);
      master.signal("SIGKILL");
      last = Math.max(last, await until);
    }
    const url = await urlOf(begin());
    await expectWeights(url, last);
    expect(last, "some were acknowledged").toBeGreaterThan(5);
  });

  it.runIf(canMount())("ends with one line when the disk is full, and goes on when there is room again", async () => {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "none", workDir]);
    try {
      const master = begin();
      const last = await setWeights(await urlOf(master), 0);
      expect(await master.ended, "it does not lead with a registry it cannot write").toBe(1);
      expect(master.errors()).toMatch(/^mesos-master: Cannot write the registry at \S+: .*No space left on device.*$/m);
      expect(last).toBeGreaterThan(20);
      execFileSync("mount", ["-o", "remount,size=30m", workDir]);
      await expectWeights(await urlOf(begin()), last);
    } finally {
      for (const master of masters) master.signal("SIGKILL");
      await Promise.all(masters.map(({ ended }) => ended));
      execFileSync("umount", ["-l", workDir]);
    }
  });

  it("refuses a registry that has changed on disk, or is none, in one line, and leaves it as it was", async () => {
    const master = begin();
    const url = await urlOf(master);
    for (let n = 0; n < 20; n++) {
      await fetch(`${url}/weights`, { method: "PUT", body: JSON.stringify([{ role: roleOf(n), weight: 2 }]) });
    }
    master.signal("SIGKILL");
    await master.ended;
    const database = join(workDir, "registry", "db");
    const log = join(database, readdirSync(database).find((name) => name.endsWith(".log"))!);
    const content = readFileSync(log);
    content[content.indexOf("role-7-")] = 0x52;
    writeFileSync(log, content);
    const foreign = join(workDir, "foreign");
    mkdirSync(join(foreign, "registry", "db"), { recursive: true });
    writeFileSync(join(foreign, "registry", "db", "notes.txt"), "not a registry");
    for (const [directory, why] of [[workDir, /is damaged: .*Restore it from a copy/], [foreign, /holds files that are not a registry of allot/]] as const) {
      const before = fingerprint(join(directory, "registry"));
      const refused = begin(directory);
      expect(await refused.ended).toBe(1);
      const lines = refused.errors().trim().split("\n").filter((line) => !line.startsWith("{"));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(why);
      expect(fingerprint(join(directory, "registry")), "untouched").toBe(before);
    }
  });
});
