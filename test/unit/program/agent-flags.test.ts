import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { printAttributeValue } from "../../../src/model/attribute.ts";
import { printResources } from "../../../src/model/print.ts";
import { err } from "../../../src/model/result.ts";
import { AGENT_FLAGS } from "../../../src/program/agent-flags.ts";
import { agentOptions } from "../../../src/program/agent-options.ts";
import { parseFlags } from "../../../src/program/flags.ts";

const workDir = mkdtempSync(join(tmpdir(), "allot-flags-"));
afterAll(() => rmSync(workDir, { recursive: true, force: true }));

const parse = (args: readonly string[]) => parseFlags(
  AGENT_FLAGS, { args, env: {}, readFile: () => err("no files here") },
);
const EXECUTOR = { path: "/usr/bin/node", argv: ["allot-executor", "main.js", "executor"] };

function options(args: readonly string[], env: Record<string, string> = {}) {
  const parsed = parse([`--work_dir=${workDir}`, ...args]);
  return parsed.ok ? agentOptions(parsed.value, "host-1", EXECUTOR, env) : parsed;
}

function made(args: readonly string[], env: Record<string, string> = {}) {
  const result = options(args, env);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe("the agent's flags", () => {
  it("are shown like those of a real agent that was started in the same way", () => {
    const recording = join(import.meta.dirname, "../../golden/http/a_v0-idle/agent_flags.json");
    const real = (JSON.parse(readFileSync(recording, "utf8")) as { flags: Record<string, string> }).flags;
    const parsed = parse([
      "--master=127.0.0.1:5050", "--ip=127.0.0.1", "--isolation=posix/cpu,posix/mem", "--launcher=posix",
      "--no-systemd_enable_support", "--resources=cpus:8;mem:8192;disk:10240;ports:[31000-32000]",
      `--work_dir=${real["work_dir"]}`, `--runtime_dir=${real["runtime_dir"]}`, "--launcher_dir=/opt/mesos-ref/libexec",
    ]);
    if (!parsed.ok) throw new Error(parsed.error);
    expect(parsed.value.texts).toEqual(real);
  });

  it("become what the core is told", () => {
    const told = made([
      "--resources=cpus:4;mem:1024;disk:2048;ports:[31000-31010];gpus:0", "--attributes=rack:r1;weight:2.5",
      "--executor_registration_timeout=3mins", "--executor_shutdown_grace_period=9secs", "--recover=cleanup",
      "--reconfiguration_policy=additive", "--gc_delay=2hrs", "--no-switch_user",
      '--domain={"fault_domain":{"region":{"name":"r"},"zone":{"name":"z"}}}',
    ]);
    expect(told).toMatchObject({
      workDir, executorRegistrationTimeoutMs: 180_000, executorShutdownGraceMs: 9_000, recover: "cleanup",
      reconfigurationPolicy: "additive", gcDelayMs: 7_200_000, switchUser: false, commandExecutor: EXECUTOR,
      info: {
        hostname: "host-1", checkpoint: true, domain: { fault_domain: { region: { name: "r" }, zone: { name: "z" } } },
      },
    });
    expect(printResources(told.info.resources!)).toBe("cpus:4; mem:1024; disk:2048; ports:[31000-31010]");
    expect(told.info.attributes!.map((each) => `${each.name} ${each.type} ${printAttributeValue(each)}`)).toEqual([
      "rack TEXT r1", "weight SCALAR 2.5",
    ]);
  });

  it("resources may be JSON, with reservations", () => {
    const disk = { name: "disk", type: "SCALAR", scalar: { value: 10 }, role: "eng" };
    const [zero, ...rest] = ["mem", "cpus", "ports"].map((name) => ({ name, type: "SCALAR", scalar: { value: 0 } }));
    const { info } = made([`--resources=${JSON.stringify([disk, zero, ...rest])}`]);
    expect(printResources(info.resources!)).toContain("disk(reservations: [(STATIC,eng)]):10");
  });

  it("executors inherit our environment, but nothing that is meant for us", () => {
    const env = { PATH: "/bin", LANG: "C", MESOS_PORT: "1", LIBPROCESS_IP: "x", ALLOT_WORK_DIR: "y" };
    expect(made([], env).executorEnvironment).toEqual({ PATH: "/bin", LANG: "C" });
    expect(made(['--executor_environment_variables={"A":"1"}'], env).executorEnvironment).toEqual({ A: "1" });
  });

  it.each([
    ["--resources=cpus", "Invalid --resources"],
    ["--resources=cpus:-1", "Invalid --resources"],
    ["--attributes=rack", "Invalid --attributes"],
    ["--domain={}", "fault_domain"],
    ["--recover=maybe", "Unknown --recover 'maybe'"],
    ["--reconfiguration_policy=any", "Unknown --reconfiguration_policy 'any'"],
    ["--gc_disk_headroom=1.5", "Invalid value '1.5' for --gc_disk_headroom. Must be between 0.0 and 1.0"],
    ["--executor_reregistration_timeout=16secs", "Expected `--executor_reregistration_timeout` to be at most 15secs"],
    ["--registration_backoff_factor=2mins", "Expected --registration_backoff_factor to be at most 1mins"],
    ["--isolation=cgroups/cpu", "cgroups/cpu"],
    ["--containerizers=docker", "docker"],
    ["--image_providers=docker", "container images are not built in yet"],
    ['--modules={"libraries":[]}', "modules are libraries of C++ and cannot be loaded"],
    ["--no-such-flag", "Failed to load unknown flag 'such-flag' via 'no-such-flag'"],
    ["--such_flag=1", "such_flag"],
  ])("%s is refused in one line that says why", (arg, why) => {
    const result = options([arg]);
    expect(result.ok ? "taken" : result.error).toContain(why);
    expect(result.ok ? "" : result.error).not.toContain("\n");
  });

  it("without a work directory there is no agent", () => {
    const parsed = parse([]);
    if (!parsed.ok) throw new Error(parsed.error);
    expect(agentOptions(parsed.value, "h", EXECUTOR, {})).toEqual(err("Missing required option --work_dir"));
  });
});
