/** Calls as no sane operator makes them, in any order, on what there is and on what there is not. As v1 JSON. */
import fc from "fast-check";
import { resource } from "./any-call.ts";

type Json = Record<string, unknown>;

/** What there is to name. */
export interface Subjects {
  readonly agents: readonly string[];
  readonly frameworks: readonly string[];
  /** What nobody uses, of all agents. */
  readonly resources: readonly { readonly agent: string; readonly resource: Json }[];
}

export type AnyOperatorCall = (subjects: Subjects) => Json;

const role = fc.constantFrom("a", "a", "b", "a/b", "*", "c", "", "a/");
const amount = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, 0.5, 1, 2, 4, 100) }, fc.constantFrom(-1, 1e13, "Infinity"));
const amounts = fc.dictionary(fc.constantFrom("cpus", "mem", "disk", "ports"), amount.map((value) => ({ value })), { maxKeys: 2 });
const machine = fc.constantFrom<Json>(
  { hostname: "node1", ip: "10.0.0.1" }, { hostname: "NODE1", ip: "10.0.0.1" }, { hostname: "node2", ip: "10.0.0.2" },
  { hostname: "node1" }, { ip: "1.2" }, {},
);
const machines = fc.array(machine, { maxLength: 2 });
const number = fc.nat(20);
const pick = (list: readonly string[], at: number): string => (at < 18 && list.length > 0 ? list[at % list.length]! : `none-${at}`);

const settings: fc.Arbitrary<AnyOperatorCall> = fc.oneof(
  fc.record({ role, guarantees: amounts, limits: amounts, force: fc.boolean() }).map(({ force, ...config }) => () => (
    { type: "UPDATE_QUOTA", update_quota: { force, quota_configs: [config] } })),
  fc.record({ role, guarantee: fc.array(resource, { maxLength: 2 }), force: fc.boolean() }).map((quota_request) => () => (
    { type: "SET_QUOTA", set_quota: { quota_request } })),
  role.map((name) => () => ({ type: "REMOVE_QUOTA", remove_quota: { role: name } })),
  fc.tuple(role, amount).map(([name, weight]) => () => (
    { type: "UPDATE_WEIGHTS", update_weights: { weight_infos: [{ role: name, weight }] } })),
);

const maintenance: fc.Arbitrary<AnyOperatorCall> = fc.oneof(
  fc.array(machines, { maxLength: 2 }).map((windows) => () => ({
    type: "UPDATE_MAINTENANCE_SCHEDULE",
    update_maintenance_schedule: { schedule: {
      windows: windows.map((machine_ids) => ({ machine_ids, unavailability: { start: { nanoseconds: 1 } } })),
    } },
  })),
  machines.map((list) => () => ({ type: "START_MAINTENANCE", start_maintenance: { machines: list } })),
  machines.map((list) => () => ({ type: "STOP_MAINTENANCE", stop_maintenance: { machines: list } })),
);

const leaving: fc.Arbitrary<AnyOperatorCall> = fc.tuple(
  fc.constantFrom("DRAIN_AGENT", "DRAIN_AGENT", "DEACTIVATE_AGENT", "REACTIVATE_AGENT", "REACTIVATE_AGENT", "MARK_AGENT_GONE"),
  number, fc.nat(9),
).map(([type, at, gone]) => ({ agents }) => ({
  type, [type.toLowerCase()]: {
    agent_id: { value: pick(agents, at) }, ...(type === "DRAIN_AGENT" && { mark_gone: gone === 0, max_grace_period: { seconds: gone } }),
  },
}));

const disk = { persistence: { id: "v1" }, volume: { mode: "RW", container_path: "v" } };

/** Now and then of something that is there, changed a little. */
const operation: fc.Arbitrary<AnyOperatorCall> = fc.record({
  type: fc.constantFrom("RESERVE_RESOURCES", "RESERVE_RESOURCES", "UNRESERVE_RESOURCES", "CREATE_VOLUMES", "DESTROY_VOLUMES", "GROW_VOLUME", "SHRINK_VOLUME"),
  at: fc.nat(50), agent: number, any: resource, other: resource, isReal: fc.nat(4), part: fc.constantFrom(1, 10, 50, 0),
}).map(({ type, at, agent, any, other, isReal, part }) => ({ agents, resources }) => {
  const real = isReal === 0 ? undefined : resources[at % (resources.length || 1)];
  const has = real === undefined ? any : { ...real.resource };
  if (real !== undefined && part > 0 && has.scalar !== undefined && has.disk === undefined) has.scalar = { value: part };
  const reservations = (has.reservations as unknown[] | undefined ?? []);
  const reserved = reservations.length > 0 ? has : { ...has, reservations: [{ type: "DYNAMIC", role: "a" }] };
  const body: Json = {
    RESERVE_RESOURCES: { resources: [{ ...has, reservations: [...reservations, { type: "DYNAMIC", role: reservations.length > 0 ? "a/b" : "a" }] }] },
    UNRESERVE_RESOURCES: { resources: [has] },
    CREATE_VOLUMES: { volumes: [{ ...reserved, disk: { ...disk, persistence: { id: `v${part}` } } }] },
    DESTROY_VOLUMES: { volumes: [has] },
    GROW_VOLUME: { volume: has, addition: { ...other, name: "disk" } },
    SHRINK_VOLUME: { volume: has, subtract: { value: part } },
  }[type] as Json;
  return { type, [type.toLowerCase()]: { agent_id: { value: real?.agent ?? pick(agents, agent) }, ...body } };
});

const other: fc.Arbitrary<AnyOperatorCall> = fc.oneof(
  number.map((at) => ({ frameworks }: Subjects) => (
    { type: "TEARDOWN", teardown: { framework_id: { value: pick(frameworks, at) } } })),
  fc.constantFrom("GET_STATE", "GET_ROLES", "GET_QUOTA", "GET_MAINTENANCE_STATUS", "GET_OPERATIONS", "GET_AGENTS", "SUBSCRIBE")
    .map((type) => () => ({ type })),
);

export const anyOperatorCall: fc.Arbitrary<AnyOperatorCall> = fc.oneof(
  { weight: 4, arbitrary: operation }, { weight: 3, arbitrary: settings }, { weight: 3, arbitrary: leaving },
  { weight: 2, arbitrary: maintenance }, { weight: 2, arbitrary: other },
);
