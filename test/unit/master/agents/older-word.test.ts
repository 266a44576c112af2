/** What an agent said before it got an operation does not undo the operation; what never got there is undone (AGT-22, OPR-18). */
import { describe, expect, it } from "vitest";
import { agentId } from "../../../../src/model/id.ts";
import type { UpdateOperationStatusMessage } from "../../../../src/model/gen/internal.ts";
import type { Operation, OperationState, Resource } from "../../../../src/model/gen/mesos.ts";
import { printResources } from "../../../../src/model/print.ts";
import { AGENT, comesBack, joins, uuid } from "../../../support/cast.ts";
import { drivenMaster, messages } from "../../../support/driven-master.ts";
import type { DrivenMaster } from "../../../support/driven-master.ts";
import { realAllocator, runInPlace } from "../../../support/kernel.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { resources } from "../../../support/resources.ts";

const SOME = reserved("cpus:1;mem:512");
const BEFORE = "cpus:8; mem:8192; disk:10240; ports:[31000-32000]";

function reserved(text: string): readonly Resource[] {
  return resources(text).map((resource) => ({ ...resource, reservations: [{ type: "DYNAMIC", role: "web" }] }));
}

/** An agent that has joined; an operator reserves some of it. */
function reserving() {
  const options = masterOptions();
  const driven = drivenMaster(options, realAllocator(options.allocator), runInPlace);
  driven.elect();
  const id = joins(driven);
  reserve(driven, id, SOME);
  const total = (): string => printResources(driven.master.agents.get(agentId(id))!.total);
  return { driven, id, total, reservedTotal: total() };
}

function reserve(driven: DrivenMaster, id: string, what: readonly Resource[]): void {
  const call = { type: "RESERVE_RESOURCES", reserve_resources: { agent_id: { value: id }, resources: what } };
  const body = new TextEncoder().encode(JSON.stringify(call));
  const answer = driven.request({ path: "/api/v1", headers: { "content-type": "application/json" }, body });
  expect(answer?.status).toBe(202);
}

function asked(driven: DrivenMaster): Uint8Array {
  return messages(driven.said, "mesos.internal.ApplyOperationMessage").at(-1)!.operation_uuid.value;
}

/** The agent tells which operations it has. */
function tells(driven: DrivenMaster, id: string, operations: readonly Operation[]): void {
  const value = {
    agent_id: { value: id }, update_oversubscribed_resources: false, operations: { operations },
    resource_version_uuid: { value: uuid(1) }, resource_providers: {},
  };
  driven.message(AGENT, "mesos.internal.UpdateSlaveMessage", value);
}

function ends(driven: DrivenMaster, id: string, operation: Uint8Array, state: OperationState): void {
  const value: UpdateOperationStatusMessage = {
    agent_id: { value: id }, status: { state, agent_id: { value: id } }, operation_uuid: { value: operation },
  };
  driven.message(AGENT, "mesos.internal.UpdateOperationStatusMessage", value);
}

const isAskedToReregister = (driven: DrivenMaster): boolean =>
  messages(driven.take(), "mesos.internal.PingSlaveMessage").some(({ connected }) => !connected);

describe("a reservation is on its way to an agent", () => {
  it("is not forgotten when a repeated re-registration arrives that the agent sent before", () => {
    const { driven, id, total, reservedTotal } = reserving();
    expect(reservedTotal).not.toBe(BEFORE);
    comesBack(driven, id, { checkpointed_resources: [] });
    expect(total()).toBe(reservedTotal);
    ends(driven, id, asked(driven), "OPERATION_FINISHED");
    expect(total(), "and the agent has it").toBe(reservedTotal);
  });

  it("nor is the second of two, when the agent had only the first", () => {
    const { driven, id, total } = reserving();
    reserve(driven, id, reserved("disk:1000"));
    const both = total();
    comesBack(driven, id, { checkpointed_resources: SOME });
    expect(total()).toBe(both);
  });

  it("is undone when the agent says that it never came, and is asked to say what it has", () => {
    const { driven, id, total } = reserving();
    comesBack(driven, id, { checkpointed_resources: [] });
    tells(driven, id, []);
    expect(messages(driven.said, "mesos.internal.ReconcileOperationsMessage")).toHaveLength(1);
    driven.take();
    ends(driven, id, asked(driven), "OPERATION_DROPPED");
    expect(isAskedToReregister(driven)).toBe(true);
    comesBack(driven, id, { checkpointed_resources: [] });
    expect(total()).toBe(BEFORE);
  });

  it("is not held against an agent that has something else altogether: it knows best", () => {
    const { driven, id, total } = reserving();
    comesBack(driven, id, { checkpointed_resources: reserved("cpus:3") });
    expect(total()).toContain("cpus(reservations: [(DYNAMIC,web)]):3");
  });

  it("is found out when the agent had been given up meanwhile and comes back with older words", () => {
    const { driven, id } = reserving();
    const info = driven.master.agents.get(agentId(id))!.operations.values().next().value!.info;
    const operation = asked(driven);
    driven.pass(80_000 + 15_000); // nobody answers its pings
    expect(driven.master.unreachableAgents.has(agentId(id))).toBe(true);
    comesBack(driven, id, { checkpointed_resources: [] });
    driven.take();
    const latest_status = { state: "OPERATION_FINISHED", uuid: { value: uuid(7) } } as const;
    tells(driven, id, [{ info, latest_status, uuid: { value: operation } }]);
    expect(isAskedToReregister(driven)).toBe(true);
  });

  it("does not come back for good with a message that is older than its acknowledgement: it would keep a drain from its end", () => {
    const { driven, id } = reserving();
    const agent = driven.master.agents.get(agentId(id))!;
    const { info } = agent.operations.values().next().value!;
    const operation = asked(driven);
    const latest_status = { state: "OPERATION_FINISHED", uuid: { value: uuid(7) } } as const;
    driven.message(AGENT, "mesos.internal.UpdateOperationStatusMessage", {
      agent_id: { value: id }, status: latest_status, latest_status, operation_uuid: { value: operation },
    });
    expect(messages(driven.said, "mesos.internal.AcknowledgeOperationStatusMessage")).toHaveLength(1);
    expect(agent.operations.size).toBe(0);
    tells(driven, id, [{ info, latest_status, uuid: { value: operation } }]);
    expect(messages(driven.take(), "mesos.internal.ReconcileOperationsMessage"), "does the agent know it still?").toHaveLength(1);
    ends(driven, id, operation, "OPERATION_DROPPED");
    expect(agent.operations.size).toBe(0);
    expect(isAskedToReregister(driven)).toBe(false);
  });
});
