/**
 * Calls as no sane scheduler makes them: ids that are somebody else's or nobody's, resources that cannot be, operations
 * in any order, and JSON with something wrong at a random place. As v1 JSON, for both ways in.
 */
import fc from "fast-check";
import type { Resource } from "../../src/model/gen/mesos.ts";

type Json = Record<string, unknown>;

/** What there is to name: numbers are turned into ids of things that exist, where there are any. */
export interface Names {
  readonly agents: readonly string[];
  /** Offers of the framework that speaks, and of all. */
  readonly own: readonly string[];
  readonly offers: readonly string[];
  readonly tasks: readonly string[];
  /** Where an offer is from and what it holds; undefined: there is no such offer. */
  readonly open: (offer: string) => { readonly agent: string; readonly holds: readonly Resource[] } | undefined;
}

/** A call that depends on what exists when it is made. */
export type AnyCall = (names: Names) => Json;

const quantity = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0.001, 0.1, 0.5, 1, 2, 64, 100, 512) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e-9, -1, 5000, 1e300, "NaN", "Infinity", "-Infinity") },
);
const reservation = fc.constantFrom<Json>(
  { type: "DYNAMIC", role: "a" }, { type: "DYNAMIC", role: "a", principal: "p" }, { type: "DYNAMIC", role: "a/b" },
  { type: "STATIC", role: "a" }, { type: "DYNAMIC", role: "*" }, { type: "DYNAMIC", role: "b" }, {},
);
const disk = fc.constantFrom<Json>(
  { persistence: { id: "v1" }, volume: { mode: "RW", container_path: "v" } },
  { persistence: { id: "v2" }, volume: { mode: "RW", container_path: "v" } },
  { persistence: { id: "" } }, { source: { type: "RAW" } }, { source: { type: "MOUNT", mount: { root: "/m" } } }, {},
);
const some = <T>(odds: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(
  value, { nil: undefined, freq: odds },
);

/** What spoils nearly any resource; only some have it. */
const ODD = ["shared", "revocable", "provider_id", "role", "allocation_info"];

export const resource: fc.Arbitrary<Json> = fc.record({
  name: fc.constantFrom("cpus", "mem", "disk", "disk", "ports", "gpus", "odd"),
  value: quantity,
  reservations: some(2, fc.array(reservation, { minLength: 1, maxLength: 2 })),
  disk: some(2, disk),
  shared: some(1, fc.constant({})),
  revocable: some(1, fc.constant({})),
  allocation_info: some(1, fc.constantFrom({ role: "a" }, { role: "b" }, {})),
  provider_id: some(1, fc.constantFrom({ value: "p1" })),
  role: some(1, fc.constantFrom("a", "*", "/", "")),
}).map(({ value, name, ...rest }) => {
  const kept: Json = { name, ...rest };
  for (const odd of ODD) if (Number(value) < 64) delete kept[odd];
  if (name !== "disk") delete kept.disk;
  if (name === "ports") return {
    ...kept, type: "RANGES", ranges: { range: [{ begin: 31_000, end: 31_000 + (Number(value) || 0) }] },
  };
  return { ...kept, type: "SCALAR", scalar: { value } };
});
const resources = fc.array(resource, { maxLength: 3 });
/** What fits most offers. */
const plain = fc.tuple(fc.constantFrom(0.1, 0.5, 1), fc.constantFrom(32, 64, 512)).map(([cpus, mem]) => [
  { name: "cpus", type: "SCALAR", scalar: { value: cpus } }, { name: "mem", type: "SCALAR", scalar: { value: mem } },
]);

const number = fc.nat(40);
const pick = (list: readonly string[], at: number): string => (
  at < 36 && list.length > 0 ? list[at % list.length]! : `none-${at}`
);

const task = fc.record({
  id: fc.nat(12), agent: number, has: fc.oneof({ weight: 4, arbitrary: plain }, resources), executor: some(2, fc.nat(3)),
})
  .map(({ id, agent, has, executor }) => ({ agents }: Names): Json => ({
    name: "t", task_id: { value: `t${id}` }, agent_id: { value: agent < 30 ? agents[0] : pick(agents, agent) },
    resources: has,
    ...(executor === undefined
      ? { command: { value: "true" } }
      : { executor: {
        executor_id: { value: `e${executor}` }, command: { value: "run" }, resources: executor === 3 ? has : [],
      } }),
  }));

const operation: fc.Arbitrary<AnyCall> = fc.record({
  type: fc.constantFrom(
    "LAUNCH", "LAUNCH", "LAUNCH_GROUP", "RESERVE", "RESERVE", "UNRESERVE", "CREATE", "DESTROY", "GROW_VOLUME",
    "SHRINK_VOLUME", "CREATE_DISK", "DESTROY_DISK", "UNKNOWN",
  ),
  id: some(1, fc.nat(3)),
  tasks: fc.array(task, { maxLength: 3 }),
  list: resources, one: resource, other: resource, has: plain, value: quantity,
  executor: some(3, fc.nat(3)),
}).map(({ type, id, tasks, list, one, other, has, value, executor }) => (names) => {
  const bodies: Record<string, Json> = {
    LAUNCH: { task_infos: tasks.map((make) => make(names)) },
    LAUNCH_GROUP: {
      ...(executor !== undefined && {
        executor: { type: "DEFAULT", executor_id: { value: `e${executor}` }, resources: has },
      }),
      task_group: { tasks: tasks.map((make) => make(names)) },
    },
    RESERVE: { resources: list }, UNRESERVE: { resources: list }, CREATE: { volumes: list }, DESTROY: { volumes: list },
    GROW_VOLUME: { volume: one, addition: other }, SHRINK_VOLUME: { volume: one, subtract: { value } },
    CREATE_DISK: { source: one, target_type: "MOUNT" }, DESTROY_DISK: { source: one }, UNKNOWN: {},
  };
  return { type, ...(id !== undefined && { id: { value: `o${id}` } }), [type.toLowerCase()]: bodies[type] };
});

/**
 * An operation that fits what is offered: the reserved is unreserved, volumes are destroyed or resized, raw storage
 * used.
 */
const fitting = fc.tuple(
  fc.nat(20), fc.boolean(), fc.constantFrom(1, 10, 50)
).map(([at, flip, value]) => (holds: readonly Resource[]): Json => {
  const one = holds[at % (holds.length || 1)];
  if (one === undefined) return { type: "UNKNOWN" };
  const { allocation_info: _, ...resource } = one;
  const some = {
    name: "disk", type: "SCALAR", scalar: { value }, ...(one.reservations && { reservations: one.reservations })
  };
  const kind = one.disk?.source?.type;
  if (kind === "RAW") return { type: "CREATE_DISK", create_disk: {
    source: { ...resource, scalar: { value } }, target_type: "MOUNT", target_profile: "x",
  } };
  if (kind === "MOUNT") return { type: "DESTROY_DISK", destroy_disk: { source: resource } };
  if (one.disk !== undefined && flip) return { type: "DESTROY", destroy: { volumes: [resource] } };
  if (one.disk !== undefined && at < 10) return {
    type: "GROW_VOLUME", grow_volume: { volume: resource, addition: some },
  };
  if (one.disk !== undefined) return {
    type: "SHRINK_VOLUME", shrink_volume: { volume: resource, subtract: { value } },
  };
  if (one.reservations !== undefined) return { type: "UNRESERVE", unreserve: { resources: [resource] } };
  const reserved = { ...resource, reservations: [{ type: "DYNAMIC", role: "a" }] };
  return {
    type: "RESERVE", reserve: { resources: [one.name === "disk" ? { ...reserved, scalar: { value } } : reserved] },
  };
});

/** Reserve something, make a volume of it, use it: what random operations rarely come to. */
const sequence: fc.Arbitrary<readonly AnyCall[]> = fc.tuple(
  fc.constantFrom(32, 100), fc.boolean(), task
).map(([megabytes, isShared, make]) => {
  const reserved = {
    name: "disk", type: "SCALAR", scalar: { value: megabytes }, reservations: [{ type: "DYNAMIC", role: "a" }],
  };
  const volume = {
    ...reserved, disk: { persistence: { id: "v1" }, volume: { mode: "RW", container_path: "v" } },
    ...(isShared && { shared: {} }),
  };
  return [
    () => ({ type: "RESERVE", reserve: { resources: [reserved] } }),
    () => ({ type: "CREATE", create: { volumes: [volume] } }),
    (names) => {
      const launched = make(names);
      return { type: "LAUNCH", launch: {
        task_infos: [{ ...launched, resources: [...(launched.resources as Json[]), volume] }],
      } };
    },
  ];
});

const accept = fc.record({
  own: fc.array(fc.nat(35), { minLength: 1, maxLength: 2 }),
  others: fc.oneof(
    { weight: 5, arbitrary: fc.constant<number[]>([]) }, { weight: 1, arbitrary: fc.array(number, { maxLength: 2 }) },
  ),
  operations: fc.oneof<fc.Arbitrary<readonly AnyCall[]>[]>(fc.array(operation, { maxLength: 4 }), sequence),
  fitting: fc.array(fitting, { maxLength: 3 }),
  refuse: fc.constantFrom<unknown>(undefined, 0, 0, 1, -1, 1e300, "NaN"),
}).map(({ own, others, operations, fitting: fit, refuse }): AnyCall => (names) => {
  const offers = [...new Set([...own.map((at) => pick(names.own, at)), ...others.map((at) => pick(names.offers, at))])];
  const { agent, holds } = names.open(offers[0]!) ?? { agent: "none", holds: [] };
  const seen = { ...names, agents: [agent, ...names.agents] };
  return {
    type: "ACCEPT",
    accept: {
      offer_ids: offers.map((value) => ({ value })),
      operations: [...fit.map((make) => make(holds)), ...operations.map((make) => make(seen))],
      ...(refuse !== undefined && { filters: { refuse_seconds: refuse } }),
    },
  };
});

const small = fc.tuple(
  number, number, number, fc.constantFrom("", "AAAAAAAAQACAAAAAAAAAAA==", "AAAA")
).chain(([offer, agent, id, uuid]) => {
  const about = ({ agents, tasks }: Names) => (
    { agent_id: { value: pick(agents, agent) }, task_id: { value: pick(tasks, id) } }
  );
  return fc.constantFrom<AnyCall>(
    (names) => ({
      type: "DECLINE", decline: { offer_ids: [{ value: pick(names.offers, offer) }], filters: { refuse_seconds: 1 } },
    }),
    (names) => ({ type: "KILL", kill: about(names) }),
    (names) => ({ type: "ACKNOWLEDGE", acknowledge: { ...about(names), uuid } }),
    (names) => ({ type: "RECONCILE", reconcile: { tasks: id % 2 === 0 ? [] : [about(names)] } }),
    (names) => ({ type: "SHUTDOWN", shutdown: { executor_id: { value: `e${id}` }, agent_id: about(names).agent_id } }),
    (names) => (
      { type: "MESSAGE", message: { agent_id: about(names).agent_id, executor_id: { value: "e1" }, data: uuid } }
    ),
    () => ({ type: "REVIVE", revive: { roles: id % 2 === 0 ? [] : ["a", "zz"] } }),
    () => ({ type: "SUPPRESS", suppress: { roles: id % 2 === 0 ? [] : ["a", "zz"] } }),
    () => ({ type: "REQUEST", request: { requests: [] } }),
    (names) => ({ type: "RECONCILE_OPERATIONS", reconcile_operations: {
      operations: [{ operation_id: { value: "o1" }, ...about(names) }]
    } }),
    (names) => ({
      type: "ACKNOWLEDGE_OPERATION_STATUS",
      acknowledge_operation_status: { operation_id: { value: "o1" }, agent_id: about(names).agent_id, uuid },
    }),
    (names) => ({ type: "ACCEPT_INVERSE_OFFERS", accept_inverse_offers: {
      inverse_offer_ids: [{ value: pick(names.offers, offer) }],
    } }),
    (names) => ({ type: "DECLINE_INVERSE_OFFERS", decline_inverse_offers: {
      inverse_offer_ids: [{ value: pick(names.offers, offer) }],
    } }),
    () => ({ type: "UPDATE_FRAMEWORK", update_framework: {
      framework_info: { name: "x", user: "root", roles: ["a"], capabilities: [] },
    } }),
    () => ({ type: "TEARDOWN", framework_id: { value: `m-000${id}` } }),
  );
});

/** Something in the call is replaced or missing. */
const broken = fc.tuple(fc.oneof(accept, small), fc.nat(200), fc.constantFrom<unknown>(
  null, 7, -1, "x", "", [], {}, [null], true, { value: 7 },
))
  .map(([make, at, odd]): AnyCall => (names) => {
    const call = make(names);
    let left = at;
    const spoil = (value: unknown): unknown => {
      if (left-- === 0) return odd;
      if (Array.isArray(value)) return value.map(spoil);
      return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoil(inner)]))
        : value;
    };
    const spoilt = Object.fromEntries(
      Object.entries(call).map(([key, inner]) => [key, key === "type" ? inner : spoil(inner)]),
    );
    return { ...spoilt };
  });

export const anyCall: fc.Arbitrary<AnyCall> = fc.oneof(
  { weight: 5, arbitrary: accept }, { weight: 3, arbitrary: small }, { weight: 2, arbitrary: broken },
);
