/** Who is to be offered something: every framework in every role that it has not suppressed. */
import type { Master } from "../../master/master.ts";
import type { Outbox } from "../../master/outbox.ts";
import type { Framework } from "../../master/state/framework.ts";
import type { Role } from "../../model/id.ts";

/** A framework in a role in which it wants offers. */
export interface Client {
  readonly framework: Framework;
  readonly role: Role;
}

/** Several checkers ask at the same batch: in a large cluster it is looked for once. */
export class Wanting {
  private batch: Outbox | undefined;
  private clients: readonly Client[] = [];

  /** When the master had made this batch; until it makes another one. */
  at(batch: Outbox, { frameworks }: Master): readonly Client[] {
    if (this.batch !== batch) this.clients = clientsOf(frameworks.values());
    this.batch = batch;
    return this.clients;
  }
}

function clientsOf(frameworks: Iterable<Framework>): Client[] {
  const clients: Client[] = [];
  for (const framework of frameworks) {
    if (framework.state !== "active") continue;
    for (const role of framework.roles) if (!framework.suppressedRoles.has(role)) clients.push({ framework, role });
  }
  return clients;
}
