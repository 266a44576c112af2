import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLevelStore } from "../../../../src/shell/store/level.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (entries: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...entries].map(([key, value]) => [key, new TextDecoder().decode(value)]));

describe("the durable store", () => {
  let workDir: string;
  beforeEach(async () => {
    workDir = await mkdtemp(join(tmpdir(), "allot-store-"));
  });
  afterEach(async () => {
    await rm(workDir, { recursive: true, force: true });
  });

  /** A store that was used: three batches, two agents left. */
  async function used(): Promise<void> {
    const store = await openLevelStore(workDir);
    await store.apply([[{ key: "agent/S0", value: bytes("first") }, { key: "agent/S1", value: bytes("second") }]]);
    await store.apply([[{ key: "agent/S0", value: bytes("first, changed") }]]);
    await store.apply([[{ key: "agent/S1" }, { key: "gone/S1", value: bytes("gone") }]]);
    await store.close();
  }

  it("begins empty and keeps what was applied, across a restart", async () => {
    const fresh = await openLevelStore(workDir);
    expect(texts(await fresh.load())).toEqual({});
    await fresh.close();
    await used();
    const again = await openLevelStore(workDir);
    expect(texts(await again.load())).toEqual({ "agent/S0": "first, changed", "gone/S1": "gone" });
    await again.close();
  });

  it("keeps the order of writes asked for without waiting", async () => {
    const store = await openLevelStore(workDir);
    await Promise.all([1, 2, 3, 4].map((n) => store.apply([[{ key: "quota/eng", value: bytes(String(n)) }]])));
    await store.close();
    const again = await openLevelStore(workDir);
    expect(texts(await again.load())).toEqual({ "quota/eng": "4" });
    await again.close();
  });

  it("has one owner at a time", async () => {
    const owner = await openLevelStore(workDir);
    await expect(openLevelStore(workDir)).rejects.toThrow("is in use by another process");
    await owner.close();
    await (await openLevelStore(workDir)).close();
  });

  it("refuses a directory of somebody else's files", async () => {
    const foreign = join(workDir, "registry", "db");
    await cp(import.meta.dirname, foreign, { recursive: true });
    await expect(openLevelStore(workDir)).rejects.toThrow("holds files that are not a registry of allot");
  });

  it("refuses a work directory that is a file", async () => {
    await writeFile(join(workDir, "file"), "");
    await expect(openLevelStore(join(workDir, "file"))).rejects.toThrow("Cannot create");
  });

  async function database(name: RegExp): Promise<string> {
    const directory = join(workDir, "registry", "db");
    const found = (await readdir(directory)).find((file) => name.test(file));
    return join(directory, found!);
  }

  it("notices a value that changed on disk", async () => {
    await used();
    const log = await database(/\.log$/);
    const content = await readFile(log);
    content[content.lastIndexOf("first, changed")] = 0x46;
    await writeFile(log, content);
    for (const time of ["first", "second"]) {
      await expect(openLevelStore(workDir), `the ${time} time`).rejects.toThrow(/is damaged: .*Restore it from a copy/);
      expect(await readFile(log), "nothing is thrown away that could still be read by others").toEqual(content);
    }
    expect((await readdir(join(workDir, "registry"))).sort()).toEqual(["HEAD", "db"]);
  });

  it("opens after an opening that was interrupted", async () => {
    await used();
    await cp(join(workDir, "registry", "db"), join(workDir, "registry", "examined-x1", "db"), { recursive: true });
    await (await openLevelStore(workDir)).close();
    expect((await readdir(join(workDir, "registry"))).sort()).toEqual(["HEAD", "db"]);
  });

  it("says that it is empty when all its files were lost but HEAD", async () => {
    await used();
    await rm(join(workDir, "registry", "db"), { recursive: true });
    await expect(openLevelStore(workDir)).rejects.toThrow("it is empty, but write 3 had been acknowledged");
  });

  it("notices that its end is missing, which the library would pass over", async () => {
    await used();
    const log = await database(/\.log$/);
    await truncate(log, (await readFile(log)).length - 40);
    await expect(openLevelStore(workDir)).rejects.toThrow("it ends at write 2, but write 3 had been acknowledged");
  });

  it("notices a lost log", async () => {
    await used();
    await truncate(await database(/\.log$/), 0);
    await expect(openLevelStore(workDir)).rejects.toThrow(/is not a registry of allot|is damaged/);
  });

  it("notices a lost HEAD", async () => {
    await used();
    await rm(join(workDir, "registry", "HEAD"));
    await expect(openLevelStore(workDir)).rejects.toThrow("its HEAD file is missing");
  });

  it("finishes a creation that was interrupted before anything was acknowledged", async () => {
    await (await openLevelStore(workDir)).close();
    await truncate(join(workDir, "registry", "HEAD"), 0);
    const store = await openLevelStore(workDir);
    await store.apply([[{ key: "agent/S0", value: bytes("x") }]]);
    await store.close();
    await (await openLevelStore(workDir)).close();
  });
});
