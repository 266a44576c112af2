/** Persistent volumes of a task or executor appear in its sandbox, as links to their directories (AGF-24). */
import type { Resource } from "../../model/gen/mesos.ts";
import { isPersistentVolume } from "../../model/resource.ts";
import { sum } from "../../model/resources.ts";
import type { VolumeLink } from "../outbox.ts";
import { volumeDirectory } from "../resources.ts";

export function volumeLinks(workDir: string, resources: readonly Resource[]): readonly VolumeLink[] {
  return sum(resources).filter(isPersistentVolume).flatMap((volume) => {
    const at = volume.disk?.volume?.container_path;
    return at === undefined ? [] : [{ at, target: volumeDirectory(workDir, volume) }];
  });
}
