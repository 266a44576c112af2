/** What an offer operation turns into what, the way the master tells the allocator (README.md here, "accept"). */
import type { Offer_Operation, Resource } from "../../../src/model/gen/mesos.ts";
import { withoutPersistence } from "../../../src/model/resource.ts";
import { toResources, unreserve } from "../../../src/model/resources.ts";
import type { Conversion } from "./under-test.ts";

/** RESERVE converts all its resources at once, the other operations one object after the other. */
export function conversionsOf(operation: Offer_Operation): Conversion[] {
  switch (operation.type) {
    case "RESERVE": {
      const converted = toResources(operation.reserve?.resources);
      return [{ consumed: unreserve(converted), converted }];
    }
    case "UNRESERVE":
      return each(operation.unreserve?.resources, (reserved) => {
        const consumed = toResources([reserved]);
        return { consumed, converted: unreserve(consumed) };
      });
    case "CREATE":
      return each(operation.create?.volumes, (volume) => ({
        consumed: toResources([withoutPersistence(volume)]), converted: toResources([volume]),
      }));
    case "DESTROY":
      return each(operation.destroy?.volumes, (volume) => ({
        consumed: toResources([volume]), converted: toResources([withoutPersistence(volume)]),
      }));
    default:
      throw new Error(`scenarios have no ${operation.type} operation`);
  }
}

function each(list: readonly Resource[] | undefined, convert: (resource: Resource) => Conversion): Conversion[] {
  return (list ?? []).map(convert);
}
