import type { ContainerInfo, Volume, Volume_Source } from "./gen/mesos.ts";

/** What is wrong with a container, in Mesos' words; undefined if nothing (http-v1 10.7). */
export function containerError(container: ContainerInfo): string | undefined {
  for (const volume of container.volumes ?? []) {
    const error = volumeError(volume);
    if (error !== undefined) return `Invalid volume: ${error}`;
  }
  if (container.type !== "DOCKER") return undefined;
  if (container.docker === undefined) return "DockerInfo 'docker' is not set for DOCKER typed ContainerInfo";
  const named = container.docker.parameters?.some(({ key }) => key === "name");
  return named === true ? "Parameter in DockerInfo must not be 'name'" : undefined;
}

function volumeError({ host_path, image, source }: Volume): string | undefined {
  const given = [host_path, image, source].filter((origin) => origin !== undefined).length;
  if (given !== 1) return "Only one of them should be set: 'host_path', 'image' and 'source'";
  return source === undefined ? undefined : sourceError(source);
}

const SOURCES = {
  DOCKER_VOLUME: "docker_volume",
  HOST_PATH: "host_path",
  SANDBOX_PATH: "sandbox_path",
  SECRET: "secret",
  CSI_VOLUME: "csi_volume",
} as const;

function sourceError(source: Volume_Source): string | undefined {
  const { type = "UNKNOWN" } = source;
  if (type === "UNKNOWN") return "'source.type' is unknown";
  const member = SOURCES[type];
  if (source[member] === undefined) {
    return `'source.${member}' is not set for ${type === "CSI_VOLUME" ? "CSI" : type} volume`;
  }
  if (type !== "CSI_VOLUME" || source.csi_volume?.static_provisioning !== undefined) return undefined;
  return "'source.csi_volume.static_provisioning' is not set for CSI volume";
}
