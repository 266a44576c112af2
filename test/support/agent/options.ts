/** An agent's options as in the recordings, unless a test says otherwise. */
import type { AgentOptions } from "../../../src/agent/options.ts";
import { parseResourceText } from "../../../src/model/parse.ts";
import type { Resources } from "../../../src/model/resources.ts";

export function agentOptions(overrides: Partial<AgentOptions> = {}): AgentOptions {
  const port = overrides.port ?? 5051;
  return {
    actor: "slave(1)",
    host: "127.0.0.1",
    port,
    seed: [1, 2, 3, 4],
    info: {
      hostname: "localhost", resources: resources("cpus:8;mem:8192;disk:10240;ports:[31000-32000]"),
      checkpoint: true, port,
    },
    version: {
      version: "1.12.0", buildDate: "2026-11-20 03:40:00 UTC", buildTimeSeconds: 1_795_146_000, buildUser: "root",
    },
    startedAtMs: 1_795_147_202_000,
    workDir: "/var/lib/mesos",
    flags: {},
    registrationBackoffMs: 1000,
    executorRegistrationTimeoutMs: 60_000,
    executorReregistrationTimeoutMs: 2000,
    executorShutdownGraceMs: 5000,
    recoveryTimeoutMs: 900_000,
    recover: "reconnect",
    reconfigurationPolicy: "equal",
    gcDelayMs: 604_800_000,
    gcDiskHeadroom: 0.1,
    maxCompletedExecutorsPerFramework: 150,
    switchUser: true,
    isolation: ["posix/cpu", "posix/mem"],
    executorEnvironment: { PATH: "/usr/bin:/bin" },
    commandExecutor: {
      path: "/opt/mesos-ref/libexec/mesos-executor", argv: ["mesos-executor", "--launcher_dir=/opt/mesos-ref/libexec"],
    },
    defaultExecutor: { path: "/opt/mesos-ref/libexec/mesos-default-executor", argv: ["mesos-default-executor"] },
    ...overrides,
  };
}

export function resources(text: string): Resources {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
