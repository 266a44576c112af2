/** From rows of the kernel back to resources: it decided quantities, here they get their identity again. */
import * as L from "../../assembly/layout.ts";
import type { Resource } from "../model/gen/mesos.ts";
import type { Resources } from "../model/resources.ts";
import type { Bundle } from "./bundle.ts";
import type { SharedMemory } from "./memory.ts";

/** The bundle a row speaks of: a part of what the agent had when the cycle began. */
export function bundleOfRow(memory: SharedMemory, row: number, kinds: number, available: Bundle): Bundle {
  const { i32, f64 } = memory;
  if (i32[(row + L.ROW_FLAGS) >>> 2]! & L.ROW_WHOLE) return available;
  const plain = (row + L.ROW_HEADER) >>> 3;
  const extras = i32[(row + L.ROW_EXTRAS) >>> 2]!;
  const firstExtra = row + L.ROW_HEADER + kinds * 8;
  let description = "";
  for (const kind of available.plain.kinds) description += `${f64[plain + kind]!},`;
  for (let i = 0, at = firstExtra; i < extras; i++, at += 16) {
    description += `${i32[at >>> 2]!}:${f64[(at + 8) >>> 3]!},`;
  }
  return available.part(description, () => partsOfRow(memory, plain, firstExtra, extras, available));
}

function partsOfRow(
  { i32, f64 }: SharedMemory, plain: number, firstExtra: number, extras: number, available: Bundle,
): Resources {
  const parts: Resource[] = [];
  available.plain.kinds.forEach((kind, i) => {
    const value = f64[plain + kind]!;
    if (value > 0) parts.push(withValue(available.plainResources[i]!, value));
  });
  for (let i = 0, at = firstExtra; i < extras; i++, at += 16) {
    const { resource } = available.extras[i32[at >>> 2]!]!;
    parts.push(resource.type === "SCALAR" ? withValue(resource, f64[(at + 8) >>> 3]!) : resource);
  }
  return parts;
}

/** Bytes of a row. */
export function rowBytes(memory: SharedMemory, row: number, kinds: number): number {
  const { i32 } = memory;
  if (i32[(row + L.ROW_FLAGS) >>> 2]! & L.ROW_WHOLE) return L.ROW_HEADER;
  return L.ROW_HEADER + kinds * 8 + i32[(row + L.ROW_EXTRAS) >>> 2]! * 16;
}

function withValue(resource: Resource, value: number): Resource {
  return resource.scalar!.value === value ? resource : { ...resource, scalar: { value } };
}
