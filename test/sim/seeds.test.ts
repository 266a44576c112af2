/** What the simulator has found, as small as it could be made, or as the seed that found it. */
import { describe, expect, it } from "vitest";
import { createAgent, step } from "../../src/agent/agent.ts";
import type { AgentEvent } from "../../src/agent/event.ts";
import { Outbox } from "../../src/agent/outbox.ts";
import { loadKernel } from "../../src/allocator/kernel.ts";
import { createAllocator } from "../../src/allocator/hierarchical.ts";
import type { Allocator } from "../../src/allocator/allocator.ts";
import { AGENT_CAPABILITIES } from "../../src/model/capability.ts";
import { agentId, frameworkId } from "../../src/model/id.ts";
import { ALL_FAULTS } from "../../src/sim/faults.ts";
import { scenario } from "../../src/sim/scenario.ts";
import type { Message } from "../../src/wire/v0/messages.ts";
import { agentOptions } from "../support/agent/options.ts";
import { kernelModule } from "../support/kernel-module.ts";
import { resources } from "../support/resources.ts";
import { faultlessly } from "../support/simulated.ts";

const { allocator: options } = scenario({ kernel: kernelModule, seed: 0 }).master.options;
const id = frameworkId("f");

function allocatorWith(total: string): Allocator {
  const allocator = createAllocator(options, kernelModule);
  const info = { user: "u", name: "f", roles: ["web"], capabilities: [{ type: "MULTI_ROLE" }] } as const;
  allocator.addAgent({ id: agentId("a"), info: { hostname: "a" }, capabilities: AGENT_CAPABILITIES }, resources(total), new Map());
  allocator.addFramework(id, { info }, new Map(), true);
  return allocator;
}

describe("the allocator", () => {
  it("does not keep in its totals what was dropped because the framework was suppressed while the cycle ran", () => {
    const allocator = allocatorWith("cpus:8;mem:1024");
    const job = allocator.beginCycle(0);
    const status = loadKernel(kernelModule, job.memory).run(job.address);
    allocator.suppressRoles(id, new Set());
    expect(allocator.finishCycle({ cycle: job.cycle, status }, 0).offers).toEqual([]);
    expect(allocator.totals().offeredOrAllocated).toEqual(new Map());
  });

  it("takes a list from another allocator's offer for what it says, not for that one's numbers", () => {
    const first = allocatorWith("mem:1024;cpus:8");
    const job = first.beginCycle(0);
    const status = loadKernel(kernelModule, job.memory).run(job.address);
    const [offer] = first.finishCycle({ cycle: job.cycle, status }, 0).offers;
    const second = allocatorWith("disk:5;cpus:1");
    const held = new Map([[id, offer!.resources]]);
    const added = { id: agentId("b"), info: { hostname: "b" }, capabilities: AGENT_CAPABILITIES };
    second.addAgent(added, resources("mem:1024;cpus:8"), held);
    expect(second.totals().offeredOrAllocated).toEqual(new Map([["cpus", 8_000], ["mem", 1_024_000]]));
  });
});

describe("our agent", () => {
  it("does not run a task that arrives after the master was told that it is not here", () => {
    const agent = createAgent(agentOptions());
    const master = { id: "master", host: "127.0.0.1", port: 5050 };
    const offer = (event: AgentEvent): Outbox => {
      const out = new Outbox("slave(1)");
      step(agent, event, 1_000_000, out);
      return out;
    };
    const hears = (message: Message): Outbox => offer({ type: "message", from: master, to: "slave(1)", message });
    const framework = { id: { value: "f" }, user: "u", name: "f", roles: ["web"] };
    const task = { name: "t", task_id: { value: "t" }, agent_id: { value: "S0" }, command: { value: "true" } };
    offer({ type: "recovered", files: {}, bootId: undefined, containers: {} });
    offer({ type: "master-detected", master: { pid: master, hostname: "m" } });
    hears({ name: "mesos.internal.SlaveRegisteredMessage", value: { agent_id: { value: "S0" } } });
    const statuses = [{ task_id: { value: "t" }, state: "TASK_STAGING" }] as const;
    const reconciliations = [{ framework_id: { value: "f" }, framework, statuses }];
    hears({ name: "mesos.internal.SlaveReregisteredMessage", value: { agent_id: { value: "S0" }, reconciliations } });
    const out = hears({ name: "mesos.internal.RunTaskMessage", value: { framework, task } });
    expect(out.effects.filter(({ kind }) => kind === "launch")).toEqual([]);
  });
});

describe("seeds that found something", () => {
  it.each([9, 24])("seed %i: our agents, all faults", (seed) => {
    faultlessly(seed, { agents: 10, realAgents: 10, hours: 0.5, faults: ALL_FAULTS });
  });
});
