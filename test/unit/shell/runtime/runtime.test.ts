/** Containers with real processes: small ones, that `sh` runs. */
import {
  existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync,
} from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ContainerSpec } from "../../../../src/agent/outbox.ts";
import type { Runtime } from "../../../../src/ports.ts";
import { readProcess } from "../../../../src/shell/runtime/processes.ts";
import { createRuntime } from "../../../../src/shell/runtime/runtime.ts";
import { createSwitchboard } from "../../../../src/shell/runtime/switchboard.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { killProcessesWith, processesWith } from "../../../support/programs.ts";

let workDir: string;
let runtime: Runtime;
let exits: Map<string, number | undefined>;

beforeEach(() => {
  workDir = realpathSync(mkdtempSync(join(tmpdir(), "allot-runtime-")));
  start();
});

afterEach(async () => {
  await runtime.close(() => true);
  killProcessesWith(workDir);
  rmSync(workDir, { recursive: true, force: true });
});

/** The first runtime, or the next one: what an earlier one says is not heard any more. */
function start(): void {
  runtime = createRuntime({ workDir, log: keptLog(), switchboard: createSwitchboard() });
  const heard = new Map<string, number | undefined>();
  exits = heard;
  runtime.onExited((id, status) => heard.set(id, status));
}

function spec(containerId: string, command: string, more: Partial<ContainerSpec> = {}): ContainerSpec {
  return {
    containerId, command: { shell: true, value: command, arguments: [] }, environment: { PATH: process.env["PATH"]! },
    directory: join(workDir, "runs", containerId.replaceAll(".", "/containers/")), user: undefined, uris: [], links: [],
    pidDirectory: undefined, statusFile: undefined, ...more,
  };
}

const outputOf = (containerId: string, name = "stdout"): string => readFileSync(
  join(spec(containerId, "").directory, name), "utf8",
);
const grownUp = () => new Promise((resolve) => setTimeout(resolve, 120));
const ended = (id: string) => expect.poll(() => exits.has(id), { timeout: 5000, interval: 5 }).toBe(true);
const nobodyOf = (text: string) => expect.poll(() => processesWith(text), { timeout: 5000, interval: 5 }).toEqual([]);

describe("a container", () => {
  it("is a program in its sandbox, which writes there, and whose end is told as a wait status", async () => {
    await runtime.launch(spec("c1", "pwd; echo oops >&2; exit 3"));
    await ended("c1");
    expect(exits.get("c1")).toBe(3 << 8);
    expect(outputOf("c1")).toBe(`${workDir}/runs/c1\n`);
    expect(outputOf("c1", "stderr")).toBe("oops\n");
  });

  it("gets the environment it is given, and none of ours", async () => {
    process.env["OF_THE_AGENT"] = "secret";
    await runtime.launch(spec("c1", "env", { environment: { A: "1" } }));
    await ended("c1");
    expect(outputOf("c1")).toContain("A=1\n");
    expect(outputOf("c1")).not.toContain("secret");
  });

  it("takes its argv as it is, argv[0] too", async () => {
    await runtime.launch({
      ...spec("c1", ""), command: { shell: false, value: "/bin/sh", arguments: ["my-shell", "-c", 'echo "$0"', "x y"] },
    });
    await ended("c1");
    expect(outputOf("c1")).toBe("x y\n");
  });

  it("that cannot be started rejects with the reason", async () => {
    const none = { shell: false, value: "/no/such/program", arguments: [] };
    await expect(runtime.launch({ ...spec("c1", ""), command: none })).rejects.toThrow(/ENOENT/);
    expect(exits.has("c1")).toBe(false);
  });

  it("that is killed by a signal says by which", async () => {
    await runtime.launch(spec("c1", "exec sleep 100"));
    await grownUp();
    runtime.signal("c1", 15);
    await ended("c1");
    expect(exits.get("c1")).toBe(15);
  });

  it("that is killed as soon as it runs has no time to hear by what (recorded: agent_containers)", async () => {
    await runtime.launch(spec("c1", "trap '' TERM; while :; do sleep 0.01; done"));
    runtime.signal("c1", constants.signals.SIGWINCH);
    runtime.signal("c1", 15);
    await ended("c1");
    expect(exits.get("c1")).toBe(9);
  });

  it("has ended only when nothing of it runs any more", async () => {
    const mark = join(workDir, "mark");
    await runtime.launch(spec("c1", `MARK=${mark} setsid sleep 100 & sleep 0.05; exit 0`));
    await ended("c1");
    expect(processesWith(mark)).toEqual([]);
    expect(exits.get("c1")).toBe(0);
  });

  it("is destroyed with all it has started: children in other sessions, orphans, what ignores SIGTERM", async () => {
    const mark = join(workDir, "mark");
    const script = `export MARK=${mark}
      (setsid sh -c 'sleep 100 & exec sleep 100' &) ; (trap '' TERM; sleep 100) & sleep 100`;
    await runtime.launch(spec("c1", script));
    await expect.poll(() => processesWith(mark).length, { interval: 5 }).toBeGreaterThanOrEqual(4);
    runtime.destroy("c1");
    await ended("c1");
    expect(processesWith(mark)).toEqual([]);
  });

  it("can be told apart from its neighbour", async () => {
    await runtime.launch(spec("c1", "sleep 100"));
    await runtime.launch(spec("c10", "sleep 100"));
    runtime.destroy("c1");
    await ended("c1");
    expect(exits.has("c10")).toBe(false);
  });

  it("takes those nested in it along", async () => {
    await runtime.launch(spec("c1", "sleep 100"));
    await runtime.launch(spec("c1.n1", "sleep 100"));
    runtime.destroy("c1");
    await ended("c1.n1");
    await ended("c1");
  });

  it("is measured with all its processes", async () => {
    await runtime.launch(spec("c1", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; sleep 100"));
    await expect.poll(() => runtime.measure(["c1"])["c1"]!.cpus_user_time_secs!, { timeout: 5000 }).toBeGreaterThan(
      0.02,
    );
    expect(runtime.measure(["c1"])["c1"]!.mem_rss_bytes!).toBeGreaterThan(100_000);
    expect(runtime.measure(["gone"])).toEqual({});
  });
});

describe("what is put into a sandbox", () => {
  it("files of this machine, made executable or unpacked", async () => {
    const script = join(workDir, "hello.sh");
    writeFileSync(script, "#!/bin/sh\necho hello\n");
    await runtime.launch(spec("c1", "./hello.sh; ./sub/other", {
      uris: [
        { value: script, executable: true },
        { value: `file://${script}`, executable: true, output_file: "sub/other" },
      ],
    }));
    await ended("c1");
    expect(outputOf("c1")).toBe("hello\nhello\n");
  });

  it.each([
    [{ value: "/no/such/file" }, /Failed to fetch '\/no\/such\/file'/],
    [{ value: "/etc/hostname", output_file: "../../x" }, /outside the sandbox/],
    [{ value: "hdfs://host/file" }, /only http/],
  ])("not %o", async (uri, why) => {
    await expect(runtime.launch(spec("c1", "true", { uris: [uri] }))).rejects.toThrow(why);
  });

  it("volumes, as links to their directories", async () => {
    const target = join(workDir, "volumes/roles/eng/v1");
    await runtime.launch(spec("c1", "echo kept > deep/data/file", { links: [{ at: "deep/data", target }] }));
    await ended("c1");
    expect(readFileSync(join(target, "file"), "utf8")).toBe("kept\n");
  });

  it("nothing is made where a link of the sandbox leads", async () => {
    const outside = mkdtempSync(join(tmpdir(), "allot-outside-"));
    const { directory } = spec("c1", "");
    mkdirSync(directory, { recursive: true });
    symlinkSync(outside, join(directory, "containers"));
    symlinkSync(outside, join(directory, "deep"));
    await expect(runtime.launch(spec("c1.n1", "true"))).rejects.toThrow(/is not a directory/);
    const links = [{ at: "deep/data", target: join(workDir, "volumes/v") }];
    expect(() => runtime.linkVolumes(directory, links)).toThrow(/is not a directory/);
    symlinkSync(join(outside, "file"), join(directory, "stdout"));
    await expect(runtime.launch(spec("c1", "echo x"))).rejects.toThrow(/ELOOP/);
    expect(existsSync(join(outside, "n1"))).toBe(false);
    expect(existsSync(join(outside, "file"))).toBe(false);
    rmSync(outside, { recursive: true });
  });
});

describe("an agent that starts again", () => {
  const left = (containerId: string, pid: number, startTicks: number | undefined) =>
    [{ containerId, pid, startTicks, statusFile: `${containerId}/status` }];

  it("takes over what it knows, and hears when it ends", async () => {
    const { pid } = await runtime.launch(spec("c1", "sleep 0.3", { pidDirectory: "c1/pids" }));
    expect(Number(readFileSync(join(workDir, "meta/c1/pids/forked.pid"), "utf8"))).toBe(pid);
    const { startTicks } = readProcess(pid)!;
    start();
    expect(runtime.adopt(left("c1", pid, startTicks))).toEqual({ c1: pid });
    await ended("c1");
    expect(exits.get("c1")).toBeUndefined();
  });

  it("kills what it does not know", async () => {
    const mark = join(workDir, "mark");
    await runtime.launch(spec("c1", `MARK=${mark} sleep 100`));
    start();
    expect(runtime.adopt([])).toEqual({});
    await nobodyOf(mark);
  });

  it("is not fooled by another process with the same number", () => {
    expect(runtime.adopt(left("c1", process.pid, 1))).toEqual({});
    expect(runtime.adopt(left("c1", process.pid, undefined))).toEqual({});
  });

  it.each([["exit 3", 3 << 8], ["exit 0", 0], ["kill -9 $$", 9], ["kill -15 $$", 15]])(
    "learns how a nested container ended whose end nobody saw: %s", async (end, status) => {
      await runtime.launch(spec("c1", "sleep 100", { pidDirectory: "c1/pids" }));
      const note = { pidDirectory: "c1/containers/n1/pids", statusFile: "c1/containers/n1/status" };
      const { pid } = await runtime.launch(spec("c1.n1", `sleep 0.2; ${end}`, note));
      const { startTicks } = readProcess(pid)!;
      start();
      const root = Number(readFileSync(join(workDir, "meta/c1/pids/forked.pid"), "utf8"));
      const nested = { containerId: "c1.n1", pid, startTicks, statusFile: note.statusFile };
      runtime.adopt([...left("c1", root, readProcess(root)!.startTicks), nested]);
      await ended("c1.n1");
      expect(exits.get("c1.n1")).toBe(status);
    },
  );

  it("a watched nested container ends the same way as any other", async () => {
    const note = { pidDirectory: "c1/containers/n1/pids", statusFile: "c1/containers/n1/status" };
    await runtime.launch(spec("c1", "sleep 100"));
    const environment = { MESOS: "yes", PATH: process.env["PATH"]! };
    await runtime.launch(spec("c1.n1", "echo $0 $MESOS; exec sleep 100", { ...note, environment }));
    await expect.poll(() => outputOf("c1.n1"), { interval: 5 }).toBe("/bin/sh yes\n");
    await grownUp();
    runtime.signal("c1.n1", 15);
    await ended("c1.n1");
    expect(exits.get("c1.n1")).toBe(15);
  });

  it("that only pauses leaves what shall live on", async () => {
    const { pid } = await runtime.launch(spec("c1", "sleep 100"));
    await runtime.launch(spec("c2", "sleep 100"));
    await runtime.close((id) => id !== "c1");
    expect(readProcess(pid)?.isZombie).toBe(false);
    process.kill(pid, "SIGKILL");
  });
});
