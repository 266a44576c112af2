/** Which agents know of a task of a framework: what all agents are told of a framework means nothing to the others. */
import type { Message } from "../wire/v0/messages.ts";
import type { Host } from "./network.ts";

const NOBODY: ReadonlySet<Host> = new Set();

export class Workers {
  private readonly byFramework = new Map<string, Set<Host>>();

  of(frameworkId: string): ReadonlySet<Host> {
    return this.byFramework.get(frameworkId) ?? NOBODY;
  }

  add(frameworkId: string, agent: Host): void {
    const agents = this.byFramework.get(frameworkId);
    if (agents === undefined) this.byFramework.set(frameworkId, new Set([agent]));
    else agents.add(agent);
  }

  delete(frameworkId: string, agent: Host): void {
    const agents = this.byFramework.get(frameworkId);
    agents?.delete(agent);
    if (agents?.size === 0) this.byFramework.delete(frameworkId);
  }
}

/** The framework whose workers are concerned, and nobody else; undefined: it is for whoever hears it. */
export function subjectOf({ name, value }: Message): string | undefined {
  if (name !== "mesos.internal.UpdateFrameworkMessage" && name !== "mesos.internal.ShutdownFrameworkMessage") return undefined;
  return value.framework_id.value;
}
