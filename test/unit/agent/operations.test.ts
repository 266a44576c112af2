import { describe, expect, it } from "vitest";
import type { Offer_Operation, Resource } from "../../../src/model/gen/mesos.ts";
import { printResources } from "../../../src/model/print.ts";
import { AGENT_ID, DrivenAgent, FRAMEWORK_ID, MASTER, commandTask } from "../../support/agent/driven-agent.ts";
import { agentOptions, resources } from "../../support/agent/options.ts";

const reservations = [{ type: "DYNAMIC" as const, role: "eng", principal: "ops" }];
const reserved: Resource[] = [{ name: "disk", type: "SCALAR", scalar: { value: 100 }, reservations }];
const volume: Resource[] = [{
  ...reserved[0]!,
  disk: { persistence: { id: "v1", principal: "ops" }, volume: { container_path: "data", mode: "RW" } },
}];
const RESERVE: Offer_Operation = { type: "RESERVE", reserve: { resources: reserved } };
const CREATE: Offer_Operation = { type: "CREATE", create: { volumes: volume } };
const DESTROY: Offer_Operation = { type: "DESTROY", destroy: { volumes: volume } };

function apply(agent: DrivenAgent, n: number, info: Offer_Operation): Uint8Array {
  const uuid = new Uint8Array(16).fill(n);
  agent.hear("mesos.internal.ApplyOperationMessage", {
    framework_id: { value: FRAMEWORK_ID }, operation_info: info, operation_uuid: { value: uuid },
    resource_version_uuid: { uuid: { value: agent.agent.resourceVersion } },
  });
  return uuid;
}

const outcomes = (agent: DrivenAgent): (string | undefined)[] =>
  agent.sent("mesos.internal.UpdateOperationStatusMessage").map(({ status }) => status.state);

const acknowledge = (agent: DrivenAgent, uuid: Uint8Array): void => {
  const updates = agent.sent("mesos.internal.UpdateOperationStatusMessage");
  const { status } = updates.findLast((update) => update.operation_uuid!.value === uuid)!;
  agent.hear("mesos.internal.AcknowledgeOperationStatusMessage", {
    status_uuid: status.uuid!, operation_uuid: { value: uuid },
  });
};

const VOLUME_DIRECTORY = "/var/lib/mesos/volumes/roles/eng/v1";

describe("reservations and volumes", () => {
  it("are applied, and the outcome is told until it is acknowledged", () => {
    const agent = new DrivenAgent().register();
    const uuid = apply(agent, 1, RESERVE);
    expect(printResources(agent.agent.checkpointed)).toBe("disk(reservations: [(DYNAMIC,eng,ops)]):100");
    expect(outcomes(agent)).toEqual(["OPERATION_FINISHED"]);
    agent.elapse(30_000);
    expect(outcomes(agent)).toHaveLength(3);
    acknowledge(agent, uuid);
    agent.elapse(3_600_000);
    expect(outcomes(agent)).toHaveLength(3);
    expect(agent.agent.operations.size).toBe(0);
  });

  it("a volume is a directory, which goes with it", () => {
    const agent = new DrivenAgent().register();
    apply(agent, 1, RESERVE);
    apply(agent, 2, CREATE);
    expect(agent.effects).toContainEqual({ kind: "make-directory", directory: VOLUME_DIRECTORY });
    apply(agent, 3, DESTROY);
    expect(agent.effects.at(-1)).toEqual({ kind: "remove-directory", directory: VOLUME_DIRECTORY, keepRoot: false });
  });

  it("a task that has it finds it in its sandbox", () => {
    const agent = new DrivenAgent().register();
    apply(agent, 1, RESERVE);
    apply(agent, 2, CREATE);
    agent.run(commandTask("t1", { resources: volume.map((each) => ({ ...each, allocation_info: { role: "eng" } })) }));
    expect(agent.launches[0]!.links).toEqual([{ at: "data", target: VOLUME_DIRECTORY }]);
  });

  it("an operation that cannot be applied is an error, and changes nothing", () => {
    const agent = new DrivenAgent().register();
    const before = printResources(agent.agent.total);
    apply(agent, 1, CREATE);
    expect(outcomes(agent)).toEqual(["OPERATION_ERROR"]);
    expect(printResources(agent.agent.total)).toBe(before);
  });

  it("the same operation sent twice is applied once", () => {
    const agent = new DrivenAgent().register();
    apply(agent, 1, RESERVE);
    apply(agent, 1, RESERVE);
    expect(outcomes(agent)).toEqual(["OPERATION_FINISHED"]);
  });

  it("outlive a restart, with the outcomes that were not acknowledged", () => {
    const first = new DrivenAgent().register();
    apply(first, 1, RESERVE);
    apply(first, 2, CREATE);
    const second = new DrivenAgent({}, { files: first.files });
    expect(printResources(second.agent.checkpointed)).toContain("v1");
    second.reregister();
    expect(outcomes(second)).toEqual(["OPERATION_FINISHED", "OPERATION_FINISHED"]);
  });

  it("an agent whose disk is too small for what it has promised does not start", () => {
    const first = new DrivenAgent().register();
    apply(first, 1, RESERVE);
    const info = { ...agentOptions().info, resources: resources("cpus:8;mem:8192;disk:10;ports:[31000-32000]") };
    const second = new DrivenAgent({ info }, { files: first.files });
    expect(second.exit?.code).toBe(1);
    expect(second.exit?.why).toContain("do not fit");
  });
});

describe("a master that asks about operations", () => {
  it("hears of those that never came here that they were dropped, and nothing new of the others", () => {
    const agent = new DrivenAgent().register();
    const known = apply(agent, 1, RESERVE);
    const lost = { operation_uuid: { value: new Uint8Array(16).fill(9) } };
    agent.hear(
      "mesos.internal.ReconcileOperationsMessage", { operations: [{ operation_uuid: { value: known } }, lost] },
    );
    expect(agent.sentTo(MASTER).at(-1)).toMatchObject({
      name: "mesos.internal.UpdateOperationStatusMessage",
      value: { agent_id: { value: AGENT_ID }, status: { state: "OPERATION_DROPPED" }, ...lost },
    });
    expect(outcomes(agent)).toEqual(["OPERATION_FINISHED", "OPERATION_DROPPED"]);
  });

  it("tells all that are open when the master is new", () => {
    const agent = new DrivenAgent().register();
    apply(agent, 1, RESERVE);
    agent.reregister();
    const { operations } = agent.sent("mesos.internal.UpdateSlaveMessage").at(-1)!;
    expect(operations!.operations!.map(({ latest_status: status }) => status.state)).toEqual(["OPERATION_FINISHED"]);
  });
});
