/** From the agent's flags to what `startAgent` is told. An error names the flag and what is wrong with it. */
import { mkdirSync } from "node:fs";
import type { AgentOptions, Program } from "../agent/options.ts";
import { parseAttributes } from "../model/attribute.ts";
import type { AgentInfo, DomainInfo, Resource } from "../model/gen/mesos.ts";
import { parseResources } from "../model/parse.ts";
import type { Resources } from "../model/resources.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { withDetected } from "../shell/agent/resources.ts";
import { DomainInfoCodec, ResourceCodec } from "../wire/gen/mesos.ts";
import type { AGENT_FLAGS } from "./agent-flags.ts";
import type { ParsedFlags } from "./flags.ts";
import { buildInfo } from "./version.ts";

export type AgentFlags = ParsedFlags<typeof AGENT_FLAGS>;

/** `executor`: the program that is started for each task. */
export function agentOptions(
  { values, texts }: AgentFlags, hostname: string, executor: Program, env: Readonly<Record<string, string | undefined>>,
): Result<Omit<AgentOptions, "host" | "port" | "seed" | "startedAtMs" | "info"> & { readonly info: AgentInfo }> {
  const workDir = values.work_dir;
  if (workDir === undefined) return err("Missing required option --work_dir");
  const info = readInfo(values, hostname, workDir);
  if (!info.ok) return info;
  return ok({
    actor: "slave(1)",
    info: info.value,
    version: buildInfo(),
    workDir,
    flags: texts,
    registrationBackoffMs: values.registration_backoff_factor,
    executorRegistrationTimeoutMs: values.executor_registration_timeout,
    executorReregistrationTimeoutMs: values.executor_reregistration_timeout,
    ...(values.executor_reregistration_retry_interval !== undefined && {
      executorReregistrationRetryMs: values.executor_reregistration_retry_interval,
    }),
    executorShutdownGraceMs: values.executor_shutdown_grace_period,
    recoveryTimeoutMs: values.recovery_timeout,
    recover: values.recover as "reconnect" | "cleanup",
    reconfigurationPolicy: values.reconfiguration_policy as "equal" | "additive",
    gcDelayMs: values.gc_delay,
    gcDiskHeadroom: values.gc_disk_headroom,
    maxCompletedExecutorsPerFramework: values.max_completed_executors_per_framework,
    switchUser: values.switch_user,
    isolation: values.isolation.split(",").map((name) => name.trim()),
    executorEnvironment: (values.executor_environment_variables as Record<string, string> | undefined) ?? inherited(
      env,
    ),
    commandExecutor: executor,
    defaultExecutor: { ...executor, argv: [...executor.argv, "task-groups"] },
  });
}

function readInfo(values: AgentFlags["values"], hostname: string, workDir: string): Result<AgentInfo> {
  const resources = readResources(values, workDir);
  if (!resources.ok) return resources;
  const attributes = parseAttributes(values.attributes ?? "");
  if (!attributes.ok) return err(`Invalid --attributes: ${attributes.error}`);
  const domain: Result<DomainInfo | undefined> = values.domain === undefined
    ? ok(undefined)
    : DomainInfoCodec.fromJson(values.domain);
  if (!domain.ok) return err(`Invalid --domain: ${domain.error}`);
  if (domain.value !== undefined && domain.value.fault_domain === undefined) {
    return err("Invalid --domain: `domain` must define `fault_domain`");
  }
  return ok({
    hostname,
    resources: resources.value,
    ...(attributes.value.length === 0 ? {} : { attributes: attributes.value }),
    ...(domain.value === undefined ? {} : { domain: domain.value }),
    checkpoint: true,
  });
}

function readResources(
  { resources: text = "", default_role: role }: AgentFlags["values"], workDir: string,
): Result<Resources> {
  const parsed = parseResources(text, decodeResources, role);
  if (!parsed.ok) return err(`Invalid --resources: ${parsed.error}`);
  try {
    mkdirSync(workDir, { recursive: true });
  } catch (error) {
    return err(`Cannot make --work_dir ${workDir}: ${(error as Error).message}`);
  }
  return withDetected(parsed.value, namedIn(text), workDir, role);
}

function decodeResources(json: readonly unknown[]): Result<readonly Resource[]> {
  const resources: Resource[] = [];
  for (const each of json) {
    const resource = ResourceCodec.fromJson(each);
    if (!resource.ok) return resource;
    resources.push(resource.value);
  }
  return ok(resources);
}

/** The names the operator wrote, even with an amount of zero, which leaves nothing in normal form. */
function namedIn(text: string): ReadonlySet<string> {
  if (!text.trimStart().startsWith("[")) return new Set(text.split(";").map((part) => part.split(/[(:]/)[0]!.trim()));
  return new Set((JSON.parse(text) as { name?: string }[]).map(({ name }) => name ?? ""));
}

function inherited(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const ours = /^(MESOS|LIBPROCESS(?!_SSL)|ALLOT)_/;
  const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !ours.test(name));
  return Object.fromEntries(kept) as Record<string, string>;
}
