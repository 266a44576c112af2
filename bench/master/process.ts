/** The master as a process of its own on the first core, and us, the client, on the second; what each of them costs. */
import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, closeSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Address } from "./fleet.ts";
import { getJson } from "./http.ts";
import type { BenchOptions } from "./options.ts";

/** We ask for metrics as often as we like: without this every answer after the first would come half a second later. */
const UNLIMITED = { ...process.env, LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT: "" };
const START_TIMEOUT_MS = 60_000;
const CLOCK_TICKS_PER_SECOND = 100;

/** What both cores did between two moments. */
export interface Load {
  /** Share of one core that the master used; undefined if its process is not known. */
  readonly master: number | undefined;
  /** Share of one core that this process used. */
  readonly client: number;
  /** Share of the master's core that others used; undefined if it has no core of its own. */
  readonly others: number | undefined;
}

export class MasterProcess {
  readonly address: Address;
  readonly workDir: string;
  private child: ChildProcess | undefined;
  private readonly options: BenchOptions;
  private readonly flags: readonly string[];

  private constructor(options: BenchOptions, address: Address, workDir: string, flags: readonly string[]) {
    this.options = options;
    this.address = address;
    this.workDir = workDir;
    this.flags = flags;
  }

  /** The one that is there already, or one that is started with these flags of mesos-master. */
  static async start(options: BenchOptions, flags: readonly string[] = []): Promise<MasterProcess> {
    const { target } = options;
    if (target !== undefined) return new MasterProcess(options, target, "", flags);
    const master = new MasterProcess(
      options, { host: options.clientIp, port: await freePort(options.clientIp) },
      mkdtempSync(join(tmpdir(), "allot-bench-master-")), flags,
    );
    await master.launch();
    return master;
  }

  get pid(): number | undefined {
    return this.child === undefined ? this.options.targetPid : this.child.pid;
  }

  /** Can it be stopped and started again? */
  get isOurs(): boolean {
    return this.options.target === undefined;
  }

  /** Dies without a word, and another takes over what it had written down. */
  async failOver(): Promise<void> {
    await this.end(this.options.profile === undefined ? "SIGKILL" : "SIGTERM");
    await this.launch();
  }

  async stop(): Promise<void> {
    if (!this.isOurs) return;
    await this.end("SIGTERM");
    rmSync(this.workDir, { recursive: true, force: true });
  }

  residentMb(): number | undefined {
    if (this.pid === undefined) return undefined;
    const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_000;
  }

  /** Seconds of CPU so far. */
  cpuSeconds(): number | undefined {
    if (this.pid === undefined) return undefined;
    const stat = readFileSync(`/proc/${this.pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SECOND;
  }

  private async launch(): Promise<void> {
    const { command, profile } = this.options;
    const { host, port } = this.address;
    const nodeFlags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
    const flags = [
      `--ip=${host}`, `--port=${port}`, `--hostname=${host}`, `--work_dir=${this.workDir}`, "--logging_level=ERROR",
      ...this.flags,
    ];
    // As users start it: it says itself what Node it wants.
    const [program, ...args] = [...pinning(0), ...(command ?? ["sh", "dist/main.js", "master"]), ...flags];
    const env = { ...UNLIMITED, ALLOT_NODE_FLAGS: nodeFlags.join(" ") };
    const log = openSync(join(this.workDir, "bench.log"), "a");
    const child = (this.child = spawn(program!, args, { stdio: ["ignore", log, log], env }));
    closeSync(log);
    const untilMs = performance.now() + START_TIMEOUT_MS;
    for (;;) {
      const isUp = await getJson(this.address, "/metrics/snapshot").then(
        (metrics) => (metrics as Readonly<Record<string, number>>)["master/elected"] === 1, () => false,
      );
      if (isUp) return;
      if (child.exitCode !== null || performance.now() > untilMs) {
        throw new Error(`the master does not come up: ${readFileSync(join(this.workDir, "bench.log"), "utf8")}`);
      }
      await sleep(20);
    }
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const giveUp = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(giveUp);
  }
}

/** What master and client do from now on; ask it at the end. */
export function watchLoad(master: MasterProcess): () => Load {
  const from = performance.now();
  const client = process.cpuUsage();
  const before = master.cpuSeconds();
  const busyBefore = master.isOurs && pinning(0).length > 0 ? coreBusySeconds(0) : undefined;
  return () => {
    const seconds = (performance.now() - from) / 1_000;
    const { user, system } = process.cpuUsage(client);
    const after = master.cpuSeconds();
    const used = before === undefined || after === undefined ? undefined : (after - before) / seconds;
    const busy = busyBefore === undefined ? undefined : (coreBusySeconds(0) - busyBefore) / seconds;
    return {
      master: used,
      client: (user + system) / 1e6 / seconds,
      others: busy === undefined || used === undefined ? undefined : Math.max(0, busy - used),
    };
  };
}

/** Seconds that processes ran on this core so far, whosoever they are. */
function coreBusySeconds(core: number): number {
  const line = readFileSync("/proc/stat", "utf8").split("\n").find((each) => each.startsWith(`cpu${core} `)) ?? "";
  const [user = 0, nice = 0, system = 0] = line.split(" ").slice(1).map(Number);
  return (user + nice + system) / CLOCK_TICKS_PER_SECOND;
}

/** All of our threads onto this core; without a number onto all. Only where there are two, and taskset. */
export function pinClient(core?: number): void {
  const [program, ...args] = pinning(core);
  if (program !== undefined) execFileSync(program, ["-a", "-p", ...args, String(process.pid)], { stdio: "ignore" });
}

let hasTaskset: boolean | undefined;

function pinning(core?: number): string[] {
  hasTaskset ??= cpus().length > 1 && (() => {
    try {
      return execFileSync("taskset", ["-p", String(process.pid)], { stdio: "ignore" }) === null;
    } catch {
      return false;
    }
  })();
  return hasTaskset ? ["taskset", "-c", core === undefined ? `0-${cpus().length - 1}` : String(core)] : [];
}

async function freePort(ip: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, ip, resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
