/**
 * Do two descriptions mean the same executor (TSK-70)? Lists are compared without regard to their order, arguments
 * excepted; what is not set equals its default. Not compared at all are the labels, the grace period, the cache of a
 * URI, where variables come from, and of a container all but its volumes and what Docker is told. So a framework may
 * put its variables in another order each time, and a later task may name what only the first one could decide.
 */
import type {
  CommandInfo, ContainerInfo, ContainerInfo_DockerInfo, DiscoveryInfo, ExecutorInfo, Labels,
} from "../../model/gen/mesos.ts";
import { equals, toResources } from "../../model/resources.ts";
import { sameBytes } from "./uuid.ts";

const NO_DATA = new Uint8Array(0);

export function sameExecutor(left: ExecutorInfo, right: ExecutorInfo): boolean {
  if (left === right) return true;
  return (
    headOf(left) === headOf(right) &&
    sameBytes(left.data ?? NO_DATA, right.data ?? NO_DATA) &&
    equals(toResources(left.resources), toResources(right.resources)) &&
    sameCommand(left.command, right.command) &&
    sameContainer(left.container, right.container) &&
    sameDiscovery(left.discovery, right.discovery)
  );
}

function headOf({ type, executor_id, framework_id, name, source }: ExecutorInfo): string {
  return key(type ?? null, executor_id.value, framework_id?.value ?? "", name ?? "", source ?? "");
}

function sameCommand(left: CommandInfo = {}, right: CommandInfo = {}): boolean {
  const head = ({ value = "", user = "", shell = true, arguments: argv = [] }: CommandInfo) =>
    key(value, user, shell, argv);
  return (
    head(left) === head(right) &&
    sameItems(left.uris, right.uris, ({ value, executable = false, extract = true, output_file = "" }) =>
      key(value, executable, extract, output_file)) &&
    sameItems(left.environment?.variables, right.environment?.variables, ({ name, value = "" }) => key(name, value))
  );
}

/** The first type of container there was is what a missing one counts as. */
const NO_CONTAINER: ContainerInfo = { type: "DOCKER" };
const NO_DOCKER: ContainerInfo_DockerInfo = { image: "" };

function sameContainer(left: ContainerInfo = NO_CONTAINER, right: ContainerInfo = NO_CONTAINER): boolean {
  if (left.type !== right.type || (left.hostname ?? "") !== (right.hostname ?? "")) return false;
  return (
    sameItems(left.volumes, right.volumes, ({ container_path, host_path = "", mode }) =>
      key(container_path, host_path, mode)) &&
    sameDocker(left.docker, right.docker)
  );
}

function sameDocker(left = NO_DOCKER, right = NO_DOCKER): boolean {
  const head = ({ image, network = "HOST", privileged = false, force_pull_image = false }: ContainerInfo_DockerInfo) =>
    key(image, network, privileged, force_pull_image);
  return (
    head(left) === head(right) &&
    sameItems(left.port_mappings, right.port_mappings, ({ host_port, container_port, protocol = "" }) =>
      key(host_port, container_port, protocol)) &&
    sameItems(left.parameters, right.parameters, (parameter) => key(parameter.key, parameter.value))
  );
}

const NO_DISCOVERY: DiscoveryInfo = { visibility: "FRAMEWORK" };

function sameDiscovery(left = NO_DISCOVERY, right = NO_DISCOVERY): boolean {
  const head = ({ visibility, name = "", environment = "", location = "", version = "" }: DiscoveryInfo) =>
    key(visibility, name, environment, location, version);
  return (
    head(left) === head(right) &&
    sameItems(left.ports?.ports, right.ports?.ports, ({ number, name = "", protocol = "", visibility = "FRAMEWORK" }) =>
      key(number, name, protocol, visibility)) &&
    sameLabels(left.labels, right.labels)
  );
}

function sameLabels(left: Labels | undefined, right: Labels | undefined): boolean {
  return sameItems(left?.labels, right?.labels, (label) => key(label.key, label.value ?? ""));
}

/** As many on both sides, and each of the left ones is among the right ones. */
function sameItems<T>(left: readonly T[] = [], right: readonly T[] = [], keyOf: (item: T) => string): boolean {
  if (left.length !== right.length) return false;
  const known = new Set(right.map(keyOf));
  return left.every((item) => known.has(keyOf(item)));
}

function key(...parts: readonly (string | number | boolean | null | readonly string[])[]): string {
  return JSON.stringify(parts);
}
