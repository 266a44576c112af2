/** From rows of the kernel back to resources: it decided quantities, here they get their identity again. */
import * as L from "../../assembly/layout.ts";
import type { Resource } from "../model/gen/mesos.ts";
import type { Bundle, BundleTable } from "./bundle.ts";
import type { SharedMemory } from "./memory.ts";

/** The bundle a row speaks of: a part of what the agent had when the cycle began. */
export function bundleOfRow(
  memory: SharedMemory, bundles: BundleTable, row: number, kinds: number, available: Bundle,
): Bundle {
  const { i32, f64 } = memory;
  if (i32[(row + L.ROW_FLAGS) >>> 2]! & L.ROW_WHOLE) return available;
  const parts: Resource[] = [];
  let isAll = true;
  const plain = (row + L.ROW_HEADER) >>> 3;
  available.plain.kinds.forEach((kind, i) => {
    const value = f64[plain + kind]!;
    const resource = available.plainResources[i]!;
    if (value !== available.plain.values[i]) isAll = false;
    if (value > 0) parts.push(withValue(resource, value));
  });
  const extras = i32[(row + L.ROW_EXTRAS) >>> 2]!;
  if (extras !== available.extras.length) isAll = false;
  let at = row + L.ROW_HEADER + kinds * 8;
  for (let i = 0; i < extras; i++, at += 16) {
    const { resource, value: whole } = available.extras[i32[at >>> 2]!]!;
    const value = f64[(at + 8) >>> 3]!;
    if (value !== whole) isAll = false;
    parts.push(resource.type === "SCALAR" ? withValue(resource, value) : resource);
  }
  // A part that happens to be the whole is the whole, unless a volume stands there in several copies.
  return isAll && !available.hasShared ? available : bundles.of(parts);
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
