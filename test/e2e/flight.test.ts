/** Real masters write flight records: killed, taken over from, told to end. What they did is done again from the files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { killProcessesWith, program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

const homes: string[] = [];
const started: Program[] = [];

afterEach(async () => {
  for (const one of started.splice(0)) {
    one.signal("SIGKILL");
    await one.ended;
  }
  for (const home of homes.splice(0)) {
    killProcessesWith(home);
    rmSync(home, { recursive: true, force: true });
  }
});

function home(): string {
  const made = mkdtempSync(join(tmpdir(), "allot-flight-"));
  homes.push(made);
  return made;
}

function start(...args: string[]): Program {
  const one = program("main", args);
  started.push(one);
  return one;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function untilItLeads(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { ok } = await fetch(`http://127.0.0.1:${port}/health`).catch(() => ({ ok: false }));
    if (ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`nobody leads at port ${port}`);
}

async function replayOf(directory: string, ...args: string[]): Promise<{ readonly code: number | string; readonly out: string; readonly errors: string }> {
  const replay = start("simulate", `--replay=${directory}`, ...args);
  const code = await replay.ended;
  return { code, out: replay.out(), errors: replay.errors() };
}

describe("a flight record", () => {
  it("of a master that was killed, and of the one that took its registry over, goes as recorded", async () => {
    const dir = home();
    const [port, flight] = [await freePort(), join(dir, "flight")];
    const master = (): Program => start(
      "master", "--ip=127.0.0.1", `--port=${port}`, `--work_dir=${join(dir, "master")}`, `--flight_record=${flight}`,
    );
    const run = async (name: string): Promise<void> => {
      const task = start("run", `--master=127.0.0.1:${port}`, `--name=${name}`, "--command=true");
      expect([name, await task.ended, task.errors()]).toEqual([name, 0, expect.anything()]);
    };
    const first = master();
    await untilItLeads(port);
    const agent = start(
      "agent", `--master=127.0.0.1:${port}`, "--ip=127.0.0.1", `--port=${await freePort()}`, `--work_dir=${join(dir, "agent")}`,
      "--no-systemd_enable_support",
    );
    await run("before");
    // What a crash of the process may lose is what it has collected for the twentieth part of a second.
    await new Promise((done) => setTimeout(done, 300));
    first.signal("SIGKILL");
    await first.ended;
    const second = master();
    await untilItLeads(port);
    await run("after");
    const flags = await (await fetch(`http://127.0.0.1:${port}/flags`)).json() as { flags: Record<string, string> };
    expect(flags.flags["flight_record"]).toBe(flight);
    agent.signal("SIGTERM");
    await agent.ended;
    second.signal("SIGTERM");
    await second.ended;

    const runs = readdirSync(flight).sort();
    expect(runs.length).toBe(2);
    const whole = await replayOf(flight);
    expect([whole.code, whole.errors]).toEqual([0, ""]);
    const verdicts = whole.out.split("\n").filter((line) => line.includes("as recorded"));
    expect(verdicts[0]).toMatch(new RegExp(`^${runs[0]}: events 1 to \\d+ as recorded, .*; the record has no end$`));
    expect(verdicts[1]).toMatch(new RegExp(`^${runs[1]}: events 1 to \\d+ as recorded, all state compared 1 times, hash [0-9a-f]{16}; the end: the program was told to end$`));

    const told = (await replayOf(flight, "--grep=task=after\\b")).out;
    for (const what of ["request \\d+ POST .* ACCEPT .*task=after", "sends RunTaskMessage .*task=after", "state=TASK_FINISHED", "audit \\{.*ACCEPT"]) {
      expect(told).toMatch(new RegExp(what));
    }
    expect(told).not.toContain("task=before");
    const few = (await replayOf(join(flight, runs[1]!), "--from=2", "--to=3")).out;
    expect(few.match(/^#\d+/gm)).toEqual(["#2", "#3"]);

    const file = join(flight, runs[1]!, "000001.flight");
    expect(statSync(file).mode & 0o077).toBe(0);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    const damaged = await replayOf(join(flight, runs[1]!));
    expect([damaged.code, damaged.out]).toEqual([1, ""]);
    expect(damaged.errors).toMatch(new RegExp(`^${runs[1]}: ${runs[1]}/000001\\.flight, byte \\d+: the (checksum|length) of a frame`));
  }, 90_000);

  it("that cannot be is said before the master listens", async () => {
    const dir = home();
    writeFileSync(join(dir, "file"), "");
    const master = start("master", "--ip=127.0.0.1", "--port=0", "--registry=in_memory", `--flight_record=${join(dir, "file", "flight")}`);
    expect(await master.ended).toBe(1);
    expect(master.errors()).toMatch(/Cannot write a flight record to .*file\/flight: /);
    const replay = await replayOf(dir);
    expect([replay.code, replay.errors.trim()]).toEqual([1, `There is no flight record in ${dir}: give the directory of --flight_record`]);
  });

  it("is in the help of both programs", async () => {
    for (const [command, flag] of [["master", "--flight_record"], ["master", "--flight_record_size"], ["simulate", "--replay"], ["simulate", "--grep"]]) {
      const help = start(command!, "--help");
      await help.ended;
      expect(help.out()).toContain(flag);
    }
  });
});
