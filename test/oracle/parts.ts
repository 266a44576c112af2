/** Taking a part of one resource, for random tasks and reservations. */
import type { Resource } from "../../src/model/gen/mesos.ts";
import { isIndivisible, milliOf, withScalar } from "../../src/model/resource.ts";
import { fromMilli } from "../../src/model/scalar.ts";

/** About half of it, and all of it if it cannot be divided. */
export function part(resource: Resource): Resource {
  if (isIndivisible(resource)) return resource;
  switch (resource.type) {
    case "SCALAR":
      return withScalar(resource, fromMilli(Math.ceil(milliOf(resource) / 2)));
    case "RANGES": {
      const { begin, end } = resource.ranges!.range![0]!;
      return { ...resource, ranges: { range: [{ begin, end: begin + Math.floor((end - begin) / 2) }] } };
    }
    default:
      return { ...resource, set: { item: resource.set!.item!.slice(0, 1) } };
  }
}
