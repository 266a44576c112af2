/** Rules for executors (http-v1 §10.4). Texts are those of Mesos. */
import type { ExecutorInfo } from "../../model/gen/mesos.ts";
import { executorId, validateId } from "../../model/id.ts";
import { withoutCopies } from "../../model/resources.ts";
import { commandError } from "../../model/validate-command.ts";
import { containerError } from "../../model/validate-container.ts";
import { ExecutorInfoCodec } from "../../wire/gen/mesos.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { allocationError, persistenceIdError, resourcesError, revocableMixError } from "./resources.ts";
import { sameExecutor } from "./same-executor.ts";

/** Least of an executor, in cpus and megabytes (TSK-71). */
export const MIN_EXECUTOR_CPUS = 0.01;
export const MIN_EXECUTOR_MEM_MB = 32;

/** What is wrong with an executor of either kind of launch; undefined if nothing. */
export function executorError(executor: ExecutorInfo, framework: Framework, agent: Agent): string | undefined {
  return (
    typeError(executor) ??
    idError(executor) ??
    gracePeriodError(executor) ??
    partsError(executor) ??
    frameworkIdError(executor, framework) ??
    executorResourcesError(executor) ??
    compatibilityError(executor, framework, agent)
  );
}

/** An executor's own container may not share the cgroups of a parent: it has none (TSK-07). */
export function sharedCgroupsError(executor: ExecutorInfo): string | undefined {
  if (executor.container?.linux_info?.share_cgroups !== true) return undefined;
  return "The 'share_cgroups' field cannot be set to 'true' on executor containers";
}

function typeError({ type, command, container }: ExecutorInfo): string | undefined {
  if (type === "CUSTOM" && command === undefined) return "'ExecutorInfo.command' must be set for 'CUSTOM' executor";
  if (type !== "DEFAULT") return undefined;
  if (command !== undefined) return "'ExecutorInfo.command' must not be set for 'DEFAULT' executor";
  if (container === undefined) return undefined;
  if (container.type !== "MESOS") return "'ExecutorInfo.container.type' must be 'MESOS' for 'DEFAULT' executor";
  if (container.mesos?.image === undefined) return undefined;
  return "'ExecutorInfo.container.mesos.image' must not be set for 'DEFAULT' executor";
}

function idError({ executor_id }: ExecutorInfo): string | undefined {
  const valid = validateId(executor_id.value);
  return valid.ok ? undefined : valid.error;
}

function gracePeriodError({ shutdown_grace_period: period }: ExecutorInfo): string | undefined {
  if (period === undefined || period.nanoseconds >= 0n) return undefined;
  return "ExecutorInfo's 'shutdown_grace_period' must be non-negative";
}

function partsError({ command, container }: ExecutorInfo): string | undefined {
  const wrongCommand = command === undefined ? undefined : commandError(command);
  if (wrongCommand !== undefined) return `Executor's \`CommandInfo\` is invalid: ${wrongCommand}`;
  const wrongContainer = container === undefined ? undefined : containerError(container);
  return wrongContainer === undefined ? undefined : `Executor's \`ContainerInfo\` is invalid: ${wrongContainer}`;
}

function frameworkIdError({ framework_id }: ExecutorInfo, framework: Framework): string | undefined {
  if (framework_id === undefined) return "'ExecutorInfo.framework_id' must be set";
  if (framework_id.value === framework.id) return undefined;
  return `ExecutorInfo has an invalid FrameworkID (Actual: ${framework_id.value} vs Expected: ${framework.id})`;
}

function executorResourcesError({ resources = [] }: ExecutorInfo): string | undefined {
  const invalid = resourcesError(resources);
  if (invalid !== undefined) return `Executor uses invalid resources: ${invalid}`;
  const repeated = persistenceIdError(withoutCopies(resources));
  if (repeated !== undefined) return `Executor uses duplicate persistence ID: ${repeated}`;
  const unallocated = allocationError(resources);
  if (unallocated !== undefined) return `Invalid executor resources: ${unallocated}`;
  const mixed = revocableMixError(resources);
  return mixed === undefined ? undefined : `Executor mixes revocable and non-revocable resources: ${mixed}`;
}

const RULE = "-".repeat(60);

/** Who names an executor that runs already must describe it as it is (TSK-70). */
function compatibilityError(executor: ExecutorInfo, framework: Framework, agent: Agent): string | undefined {
  const existing = agent.executors.get(framework.id)?.get(executorId(executor.executor_id.value));
  if (existing === undefined || sameExecutor(existing, executor)) return undefined;
  return [
    "ExecutorInfo is not compatible with existing ExecutorInfo with same ExecutorID.", RULE,
    "Existing ExecutorInfo:", ExecutorInfoCodec.toJson(existing), RULE,
    "ExecutorInfo:", ExecutorInfoCodec.toJson(executor), RULE, "",
  ].join("\n");
}
