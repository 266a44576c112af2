/**
 * Volumes of containers started by call. Without file systems of their own, containers can share only what a link in
 * the sandbox can show: a place in their own sandbox or in that of the container they are nested in (AGF-25).
 */
import type { Volume } from "../../model/gen/mesos.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { VolumeLink } from "../outbox.ts";

/** The error goes to whoever asked for the container. */
export function sandboxLinks(
  volumes: readonly Volume[], directory: string, parentDirectory: string | undefined,
): Result<readonly VolumeLink[]> {
  const links: VolumeLink[] = [];
  for (const { container_path: at, source } of volumes) {
    const sandbox = source?.type === "SANDBOX_PATH" ? source.sandbox_path : undefined;
    if (sandbox === undefined) return err("Volumes in ContainerInfo is not supported");
    if (!isBelow(at) || !isBelow(sandbox.path)) {
      return err(`The volume from '${sandbox.path}' to '${at}' leaves the sandbox: both paths must lead into it`);
    }
    const base = sandbox.type === "PARENT" ? parentDirectory : directory;
    if (base === undefined) return err(`The volume '${at}' is of a parent container, and there is none`);
    links.push({ at, target: `${base}/${sandbox.path}` });
  }
  return ok(links);
}

function isBelow(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.split("/").includes("..");
}
