/** Requests whose answer needs numbers from the machine: they wait while the shell measures. */
import type { Response_GetContainers_Container } from "../../model/gen/agent.ts";
import type { ContainerStatus, ResourceStatistics } from "../../model/gen/mesos.ts";
import { scalarMilli } from "../../model/select.ts";
import { fromMilli } from "../../model/scalar.ts";
import { ContainerStatusCodec, ResourceStatisticsCodec } from "../../wire/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import { approver, userOf } from "../authorize/authorize.ts";
import type { HttpResponse, Measurement } from "../event.ts";
import type { Outbox } from "../outbox.ts";
import { executorIn } from "../state.ts";
import type { Agent, Container, Executor, Measuring } from "../state.ts";
import { allocatedTo } from "../views/allocated.ts";
import { metricsView } from "../views/metrics.ts";
import { double, plain } from "../views/json.ts";
import type { Written } from "../views/json.ts";
import type { Codec } from "../../wire/codec.ts";
import { json, message, text } from "./answers.ts";

const BYTES_PER_MB = 1024 * 1024;
const TOO_MANY = text(503, "Too many wait for the metrics, try again");

/** Asks for the numbers; the answer follows in `measured`. */
export function measureFor(agent: Agent, request: number, measuring: Measuring, out: Outbox): undefined {
  agent.measuring.set(request, measuring);
  out.ask({ kind: "measure", request, containerIds: "containerIds" in measuring ? measuring.containerIds : [] });
  return undefined;
}

/** Without a measurement too many wait for theirs, or the client has gone. */
export function measured(
  agent: Agent, request: number, measurement: Measurement | undefined, nowMs: number, out: Outbox,
): void {
  const measuring = agent.measuring.get(request);
  agent.measuring.delete(request);
  if (measuring === undefined) return;
  out.reply(request, measurement === undefined ? TOO_MANY : answer(agent, measuring, measurement, nowMs));
}

/** Keys of the running containers that a query asks for; nested and standalone ones only where they are wanted. */
export function selectContainers(
  agent: Agent, wanted: { readonly container_id?: string; readonly nested?: boolean; readonly standalone?: boolean },
  principal: Principal | undefined,
): readonly string[] {
  const mayView = viewOf(agent, principal);
  const isWanted = (container: Container): boolean => {
    if (container.exited !== undefined || container.pid === undefined) return false;
    if (wanted.container_id !== undefined && container.key !== wanted.container_id) return false;
    if (!mayView(container)) return false;
    if (container.kind === "nested") return wanted.nested === true;
    return container.kind === "executor" || wanted.standalone === true;
  };
  return [...agent.containers.values()].filter(isWanted).map((container) => container.key);
}

/** May this container be shown (ACL-28, ACL-45)? Nested ones go with the one they are in. */
function viewOf(agent: Agent, principal: Principal | undefined): (container: Container) => boolean {
  const ofExecutors = approver(agent, principal, "VIEW_CONTAINER");
  const standalone = approver(agent, principal, "VIEW_STANDALONE_CONTAINER");
  return ({ key }) => {
    const owner = executorIn(agent, key.split(".")[0]!);
    return owner === undefined ? standalone() : ofExecutors(userOf(owner.executor.info, owner.framework.info));
  };
}

function answer(agent: Agent, measuring: Measuring, measurement: Measurement, nowMs: number): HttpResponse {
  switch (measuring.kind) {
    case "containers":
    case "statistics": {
      const shown = containersOf(agent, measuring.containerIds, measurement);
      return json(shown.map((one) => legacyView(one, measuring.kind === "containers")), measuring.jsonp);
    }
    case "v1-containers": {
      const containers = containersOf(agent, measuring.containerIds, measurement).map(v1View);
      const inner = containers.length === 0 ? {} : { get_containers: { containers } };
      return message({ type: "GET_CONTAINERS", ...inner }, measuring.media);
    }
    case "metrics":
      return json(doubles(metricsView(agent, measurement, nowMs)), measuring.jsonp);
    case "v1-metrics": {
      const metrics = Object.entries(metricsView(agent, measurement, nowMs)).map(([name, value]) => ({ name, value }));
      return message({ type: "GET_METRICS", get_metrics: { metrics } }, measuring.media);
    }
    case "system": {
      const { system } = measurement;
      return json(doubles({
        avg_load_1min: system.load1,
        avg_load_5min: system.load5,
        avg_load_15min: system.load15,
        cpus_total: system.cpus,
        mem_total_bytes: system.memTotalBytes,
        mem_free_bytes: system.memFreeBytes,
      }), measuring.jsonp);
    }
  }
}

function doubles(numbers: Readonly<Record<string, number>>): unknown {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, double(value)]));
}

interface Shown {
  readonly container: Container;
  readonly executor: Executor | undefined;
  readonly status: ContainerStatus;
  readonly statistics: ResourceStatistics | undefined;
}

function containersOf(agent: Agent, keys: readonly string[], measurement: Measurement): readonly Shown[] {
  return keys.flatMap((key) => {
    const container = agent.containers.get(key);
    if (container === undefined) return [];
    const executor = executorIn(agent, key)?.executor;
    const status = {
      container_id: container.id, ...(container.pid === undefined ? {} : { executor_pid: container.pid }),
    };
    const used = measurement.containers[key];
    const statistics = used === undefined ? undefined : { ...used, ...limitsOf(executor) };
    return [{ container, executor, status, statistics }];
  });
}

/** What the container may use, as the framework asked for. */
function limitsOf(executor: Executor | undefined): Partial<ResourceStatistics> {
  if (executor === undefined) return {};
  const held = allocatedTo(executor);
  const cpus = scalarMilli(held, "cpus");
  const mem = scalarMilli(held, "mem");
  const bytes = mem === undefined ? 0 : Math.round(fromMilli(mem) * BYTES_PER_MB);
  return {
    ...(cpus === undefined ? {} : { cpus_soft_limit: fromMilli(cpus) }),
    ...(mem === undefined ? {} : { mem_limit_bytes: bytes, mem_soft_limit_bytes: bytes }),
  };
}

/** Members by name, as libraries that keep objects in maps write them. */
function legacyView({ container, executor, status, statistics }: Shown, withContainer: boolean): unknown {
  return {
    container_id: withContainer ? container.id.value : undefined,
    executor_id: executor?.id,
    executor_name: executor === undefined ? undefined : (executor.info.name ?? ""),
    framework_id: executor?.frameworkId,
    source: executor === undefined ? undefined : (executor.info.source ?? ""),
    statistics: statistics === undefined ? undefined : byName(ResourceStatisticsCodec, statistics),
    status: withContainer ? byName(ContainerStatusCodec, status) : undefined,
  };
}

function byName<T>(codec: Codec<T>, value: T): Written {
  const fields = [...codec.shape.fields].sort((a, b) => (a.name < b.name ? -1 : 1));
  return plain({ ...codec, shape: { ...codec.shape, fields } }, value);
}

function v1View({ container, executor, status, statistics }: Shown): Response_GetContainers_Container {
  const owner = executor === undefined ? {} : {
    framework_id: { value: executor.frameworkId },
    executor_id: { value: executor.id },
    executor_name: executor.info.name ?? "",
  };
  return {
    ...owner,
    container_id: { value: container.id.value },
    container_status: status,
    ...(statistics === undefined ? {} : { resource_statistics: statistics }),
  };
}
