/** Calls that change the cluster: from the API or from an endpoint of their own, they are asked and answered alike. */
import type { Continuation, HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { RegistryOperation } from "../registry/operations.ts";
import { requestOperation } from "../registry/request.ts";
import { text } from "../responses.ts";

/** Who asks whom, and when. */
export interface Asked {
  readonly master: Master;
  readonly request: HttpRequest;
  readonly nowMs: number;
  readonly out: Outbox;
}

export const DONE: HttpResponse = { status: 200 };

/** Asks the registry; the answer comes when `then` does. Ask only for what makes sense on the registry as it is now. */
export function askRegistry(
  { master, out }: Asked, operation: RegistryOperation, then: Continuation,
): HttpResponse | undefined {
  if (requestOperation(master, operation, then, out)) return undefined;
  return text(409, "The registry has changed meanwhile: look at the cluster and ask again");
}
