import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLevelStore } from "../../../../src/shell/store/level.ts";
import { canMount } from "../../../support/can-mount.ts";

const source = resolve(import.meta.dirname, "../../../../src/shell/store/level.ts");

/** A program that admits agents one after the other and says each time what has been acknowledged. */
const WRITER = `
  import { openLevelStore } from ${JSON.stringify(source)};
  const store = await openLevelStore(process.argv[2]);
  const from = Number(process.argv[3]);
  for (let n = from; ; n++) {
    const value = new Uint8Array(700).fill(n);
    await store.apply([[{ key: "agent/S" + n, value }], [{ key: "unreachable/S" + (n - 3), value }, { key: "agent/S" + (n - 3) }]]).catch((error) => {
      console.log("refused " + error.message);
      process.exit(3);
    });
    process.stdout.write("acknowledged " + n + "\\n");
  }
`;

describe("the embedded store, when its master dies", () => {
  const directory = mkdtempSync(join(tmpdir(), "allot-crash-"));
  // Below node_modules, so that it finds the store's own dependencies.
  const home = mkdtempSync(resolve(import.meta.dirname, "../../../../node_modules/.allot-crash-"));
  const writer = join(home, "writer.mjs");
  beforeAll(() => {
    buildSync({
      stdin: { contents: WRITER, resolveDir: home }, outfile: writer, bundle: true, format: "esm", platform: "node",
      packages: "external", logLevel: "error",
    });
  });
  afterAll(() => {
    for (const each of [directory, home]) rmSync(each, { recursive: true, force: true });
  });

  it("loses nothing it had acknowledged, at whatever instant it is killed", async () => {
    const workDir = join(directory, "killed");
    let next = 0;
    for (const afterMs of [40, 90, 15, 130, 60, 25]) {
      const child = spawn(process.execPath, [writer, workDir, String(next)], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (chunk) => (said += String(chunk)));
      const gone = new Promise((done) => child.once("close", done));
      while (!said.includes("\n") && child.exitCode === null) await new Promise((done) => setTimeout(done, 2));
      await new Promise((done) => setTimeout(done, afterMs));
      child.kill("SIGKILL");
      await gone;
      const acknowledged = Number(/acknowledged (\d+)\n(?!.*\n)/s.exec(said)![1]);
      expect(acknowledged).toBeGreaterThanOrEqual(next);
      const store = await openLevelStore(workDir);
      const entries = await store.load();
      for (let n = 0; n <= acknowledged; n++) {
        expect(entries.has(`agent/S${n}`) || entries.has(`unreachable/S${n}`), `S${n} of ${acknowledged}`).toBe(true);
        expect(entries.has(`agent/S${n}`) && entries.has(`unreachable/S${n}`), `S${n} is in one place only`).toBe(false);
      }
      await store.close();
      next = acknowledged + 2;
    }
    expect(next).toBeGreaterThan(20);
  }, 60_000);

  it.runIf(canMount())("refuses writes in one line when the disk is full, and goes on from there when it is not", async () => {
    const disk = join(directory, "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=3m", "none", disk]);
    try {
      const child = spawn(process.execPath, [writer, disk, "0"], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (chunk) => (said += String(chunk)));
      const code = await new Promise((done) => child.once("close", done));
      expect(code).toBe(3);
      expect(said).toMatch(/refused Cannot write the registry at \S+: .*No space left on device/i);
      const acknowledged = Number(/acknowledged (\d+)\n(?!acknowledged)/.exec(said)![1]);
      // The operator makes room.
      execFileSync("mount", ["-o", "remount,size=20m", disk]);
      const store = await openLevelStore(disk);
      expect((await store.load()).has(`agent/S${acknowledged}`)).toBe(true);
      await store.apply([[{ key: "quota/eng", value: new Uint8Array(3) }]]);
      await store.close();
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  }, 60_000);

  it("leaves a foreign file as it was", async () => {
    const workDir = join(directory, "foreign");
    mkdirSync(join(workDir, "registry", "db"), { recursive: true });
    const file = join(workDir, "registry", "db", "CURRENT");
    writeFileSync(file, "somebody else's\n");
    await expect(openLevelStore(workDir)).rejects.toThrow(/HEAD file is missing/);
    expect(readFileSync(file, "utf8")).toBe("somebody else's\n");
  });
});
