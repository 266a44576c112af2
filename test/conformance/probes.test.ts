/**
 * Our master and agent as processes, asked what those of Apache Mesos 1.12 were asked (test/golden/probes). Where they
 * answer something else stands in `DIFFERENT`, with the reason; a difference that is gone is an error, too.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readScenario } from "../support/probe-steps.ts";
import { processesWith, program } from "../support/programs.ts";
import { converse } from "./probe-conversation.ts";

interface Profile {
  readonly master: readonly string[];
  readonly agent: readonly string[];
  /** Seconds after the master. */
  readonly agent_delay?: number;
  /** Contents of the files that flags call `${credentials}` and `${acls}`. */
  readonly credentials?: object;
  readonly acls?: object;
}

const folder = join(import.meta.dirname, "../golden/probes");
const dist = resolve(import.meta.dirname, "../../dist");
const profiles = JSON.parse(readFileSync(join(folder, "profiles.json"), "utf8")) as Readonly<Record<string, Profile>>;
const scenarios = readdirSync(join(folder, "scenarios")).map((file) => file.replace(".json", ""));

interface Difference {
  readonly steps: readonly number[];
  readonly why: string;
  /** They differ, or not, by how fast things go, or will soon differ no more. */
  readonly sometimes?: true;
}

/** Steps that are answered in another way on purpose, or not yet. */
const DIFFERENT: Readonly<Record<string, Difference>> = {
  agent_containers: { steps: [4], sometimes: true, why: "our agent ends containers with SIGTERM first" },
  auth_readwrite: { steps: [6], why: "blanks after the value of a header are not part of it: they are not seen" },
  agent_nested: { steps: [12, 14], sometimes: true, why: "our agent has no nested container sessions yet" },
  legacy_methods: {
    steps: [49], sometimes: true, why: "our registry is not written for an election, so it has no statistics yet",
  },
  legacy_queries: { steps: [50], sometimes: true, why: "the same" },
  legacy_state_rich: {
    steps: [18, 19, 20, 21], sometimes: true, why: "our command executor does not check its task yet",
  },
  sched_happy: {
    steps: [23, 25], sometimes: true,
    why: "what a task leaves is offered again at once, here before it is asked what is offered, not with the next tick",
  },
  sched_http: { steps: [37], why: "a body that is no gzip is a fault of who sent it: 400, not 500" },
  sched_op_volume: { steps: [73, 104], why: "after SHRINK_VOLUME Mesos forgets to give back what was freed" },
  sched_task_resources: { steps: [100], why: "whole numbers beyond 2^53, as no port can have, lose their last digits" },
};

async function hold(name: string): Promise<string[]> {
  const { scenario, results } = readScenario(name);
  const profile = profiles[scenario.profile ?? "plain"]!;
  const { agent_delay: delaySeconds = 0 } = profile;
  const directory = mkdtempSync(join(tmpdir(), `allot-probes-${name}-`));
  const [masterFlags, agentFlags] = [profile.master, profile.agent].map((flags) => withFiles(flags, profile, directory));
  const env = { ALLOT_TEST: directory };
  const master = program("mesos-master", [
    "--ip=127.0.0.1", "--port=0", "--logging_level=INFO", `--work_dir=${directory}/master`, ...masterFlags!,
  ], env);
  try {
    const port = (await master.says(/"port":(\d+),"msg":"This master (?:leads|listens)"/))[1]!;
    const startAgent = async (): Promise<string> => {
      await sleep(delaySeconds * 1000);
      const agent = program("mesos-agent", [
        `--master=127.0.0.1:${port}`, "--ip=127.0.0.1", "--port=0", "--logging_level=INFO",
        `--work_dir=${directory}/agent`, `--runtime_dir=${directory}/run`, `--launcher_dir=${dist}`, ...agentFlags!,
      ], env);
      return (await agent.says(/"port":(\d+),"msg":"This agent listens"/))[1]!;
    };
    const started = startAgent();
    const agentPort = delaySeconds > 0 ? "" : await started;
    const found = await converse(scenario, results, { master: `127.0.0.1:${port}`, agent: `127.0.0.1:${agentPort}` });
    await started;
    return found;
  } finally {
    for (let left = processesWith(directory); left.length > 0; left = processesWith(directory)) {
      for (const pid of left) kill(pid);
      await sleep(10);
    }
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The flags with the paths of the files they name, which are written. */
function withFiles(flags: readonly string[], profile: Profile, directory: string): string[] {
  return flags.map((flag) => flag.replace(/\$\{(credentials|acls)\}/, (_, name: "credentials" | "acls") => {
    const path = join(directory, `${name}.json`);
    writeFileSync(path, JSON.stringify(profile[name]), { mode: 0o600 });
    return path;
  }));
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

const stepOf = (difference: string): number => Number(/ step (\d+) /.exec(difference)?.[1]);

describe("our master and agent answer as Mesos does", () => {
  it.concurrent.each(scenarios)("%s", async (name) => {
    const { steps = [], sometimes = false } = DIFFERENT[name] ?? {};
    const allowed = new Set(steps);
    const hasSurprise = (found: readonly string[]): boolean => found.some((line) => !allowed.has(stepOf(line)));
    let found = await hold(name);
    // Some recordings were lucky with time: the machine that runs this may be slower than the one they were made on.
    if (hasSurprise(found)) found = await hold(name);
    expect(found.filter((line) => !allowed.has(stepOf(line)))).toEqual([]);
    if (sometimes) return;
    const gone = steps.filter((step) => !found.some((line) => stepOf(line) === step));
    expect(gone, "steps that are allowed to differ and do not").toEqual([]);
  }, 120_000);
});
