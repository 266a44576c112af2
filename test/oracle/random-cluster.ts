/**
 * Random clusters and what happens in them, as fast-check arbitraries, for comparing two engines:
 *
 *     fc.assert(fc.property(randomScript(), (script) => {
 *       const parting = compareEngines(script, oracle(), kernel());
 *       expect(parting && printParting(parting)).toBeUndefined();
 *     }), { numRuns: 50_000 });
 *
 * fast-check prints the seed and shrinks: moves are dropped one by one, amounts and lists get smaller, and a move that
 * has nothing left to act on means nothing (moves.ts). Amounts come from few values so that shares are often equal,
 * and have at most three decimals; the clock moves in quarter seconds; inverse offer filters never expire at the
 * instant of a tick, where the original is a race.
 */
import fc from "fast-check";
import type { Attribute, Resource, Unavailability } from "../../src/model/gen/mesos.ts";
import type { AttributeConstraint, OfferConstraints } from "../../src/model/gen/scheduler.ts";
import type { Quantities, QuotaSpec, ScenarioOptions } from "../golden/allocator/format.ts";
import type { Script } from "./compare.ts";
import type { FrameworkMove, Move, OperationMove, Share } from "./moves.ts";

const ROLES = ["a", "b", "a/x", "*", "a/y", "b/z", "c", "a/x/p"] as const;
const TOP_LEVEL_ROLES = ["a", "b", "c"] as const;
const FRAMEWORK_CAPABILITIES = [
  "MULTI_ROLE", "RESERVATION_REFINEMENT", "GPU_RESOURCES", "SHARED_RESOURCES", "REVOCABLE_RESOURCES", "REGION_AWARE",
];
const OLD_AGENTS = [["HIERARCHICAL_ROLE"], ["MULTI_ROLE"], []];

/** How big: more agents and frameworks meet in longer scripts. */
export interface Size {
  readonly agents: number;
  readonly frameworks: number;
  readonly moves: number;
}

export function randomScript(size: Size = { agents: 6, frameworks: 6, moves: 30 }): fc.Arbitrary<Script> {
  const batchOf = (one: fc.Arbitrary<Move>): fc.Arbitrary<Move> =>
    fc.array(one, { minLength: 1, maxLength: 6 }).map((moves) => ({ do: "batch", moves }));
  const beginning = fc.tuple(
    rarely(recovery()),
    fc.array(policy(), { maxLength: 2 }),
    fc.array(fc.oneof(addAgent(size), addFramework(size)), {
      minLength: 2, maxLength: size.agents + size.frameworks, size: "max",
    }),
  );
  const one = anyMove(size);
  const rest = fc.array(fc.oneof({ weight: 8, arbitrary: one }, { weight: 1, arbitrary: batchOf(one) }), {
    maxLength: size.moves, size: "max",
  });
  return fc
    .record({ options: options(), visitingSeed: fc.nat(1000), beginning, rest })
    .map(({ options: chosen, visitingSeed, beginning: [recover, policies, members], rest: moves }) => ({
      options: chosen,
      visitingSeed,
      moves: [...(recover === undefined ? [] : [recover]), ...policies, ...members, ...moves],
    }));
}

function options(): fc.Arbitrary<ScenarioOptions> {
  return fc.record({
    allocation_interval: rarely(fc.constantFrom(0.5, 2)),
    min_allocatable_resources: rarely(minimum()),
    fair_sharing_excluded_resource_names: rarely(fc.constantFrom(["gpus"], ["mem", "disk"])),
    filter_gpu_resources: rarely(fc.constant(false)),
    domain: fc.constantFrom({ region: "here", zone: "z1" }, undefined),
    recovery_timeout: rarely(fc.constant(3)),
  });
}

/** Alternatives, one of which an offer must bring; none means any offer will do. */
function minimum(): fc.Arbitrary<readonly Quantities[]> {
  return fc.subarray<Quantities>([{ cpus: 0.5 }, { mem: 128 }, { cpus: 1, mem: 64 }, { gpus: 1 }]);
}

/** Anything that may happen. */
export function anyMove(size: Size): fc.Arbitrary<Move> {
  const pick = fc.nat(30);
  const picks = fc.array(pick, { minLength: 1, maxLength: 4 });
  const agent = pick;
  const framework = pick;
  const moves: [number, fc.Arbitrary<Move>][] = [
    [12, fc.record({ do: fc.constant("advance"), quarters: fc.constantFrom(4, 1, 2, 8, 20) })],
    [10, fc.record({ do: fc.constant("decline"), offers: picks, refuse: refusal() })],
    [12, accept()],
    [4, fc.record({ do: fc.constant("release"), tasks: picks })],
    [1, fc.record({ do: fc.constant("rescind"), offers: picks })],
    [3, addAgent(size)],
    [4, addFramework(size)],
    [3, policy()],
    [2, updateAgent()],
    [2, fc.record({ do: fc.constantFrom("suppress", "revive"), framework, roles: fc.array(fc.boolean()) })],
    [2, fc.record({ do: fc.constantFrom("deactivate_framework", "activate_framework"), framework })],
    [1, fc.record({ do: fc.constantFrom("remove_agent", "deactivate_agent", "activate_agent"), agent })],
    [1, fc.record({ do: fc.constant("remove_framework"), framework })],
    [2, updateFramework()],
    [2, fc.record({ do: fc.constant("update_available"), agent, operation: operation() })],
    [1, addResourceProvider()],
    [1, nullable(fc.array(fc.nat(size.agents - 1))).map((hosts) => ({ do: "whitelist", hosts }))],
    [2, maintenance()],
    [3, inverseResponse()],
    [1, fc.record({ do: fc.constant("inverse_rescind"), offer: pick })],
    [1, fc.constant({ do: "inverse_statuses" })],
  ];
  return fc.oneof(...moves.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

function accept(): fc.Arbitrary<Move> {
  return fc.record({
    do: fc.constant("accept"),
    offer: fc.nat(30),
    operations: fc.array(operation(), { maxLength: 3 }),
    tasks: fc.array(fc.record({ share: share(), sharedAgain: fc.boolean() }), { maxLength: 2 }),
    refuse: refusal(),
  });
}

function inverseResponse(): fc.Arbitrary<Move> {
  return fc.record(
    {
      do: fc.constant("inverse_response"),
      offer: fc.nat(30),
      status: fc.constantFrom("ACCEPT", "DECLINE"),
      refuse: fc.constantFrom(1.1, 2.1, 0),
    },
    { requiredKeys: ["do", "offer", "status"] },
  );
}

function addResourceProvider(): fc.Arbitrary<Move> {
  return fc.record(
    {
      do: fc.constant("add_resource_provider"),
      agent: fc.nat(30),
      size: fc.constantFrom(100, 500),
      user: fc.nat(30),
      role: fc.constantFrom(...ROLES),
    },
    { requiredKeys: ["do", "agent", "size", "role"] },
  );
}

function operation(): fc.Arbitrary<OperationMove> {
  return fc.record({
    type: fc.constantFrom("RESERVE", "CREATE", "CREATE", "UNRESERVE", "DESTROY"),
    resource: fc.nat(10),
    whole: fc.boolean(),
    role: fc.constantFrom(...ROLES.filter((role) => role !== "*")),
    shared: fc.boolean(),
  });
}

function share(): fc.Arbitrary<Share> {
  return fc.array(fc.constantFrom<0 | 1 | 2>(0, 1, 2), { minLength: 1, maxLength: 4 });
}

/** Seconds, absent for the default: shorter and longer than an interval, ending at ticks and between them. */
function refusal(): fc.Arbitrary<number | undefined> {
  return fc.constantFrom(undefined, 0, 1, 0, 0.25, 0.75, 1.25, 2, 2.5, 5, -1, 600, 1e12);
}

export function addAgent(size: Size): fc.Arbitrary<Move> {
  return fc.record(
    {
      do: fc.constant("add_agent"),
      agent: fc.nat(size.agents - 1),
      resources: agentResources(),
      attributes: fc.array(attribute(), { maxLength: 3 }),
      domain: fc.constantFrom({ region: "here", zone: "z2" }, { region: "away", zone: "z9" }),
      capabilities: rarely(fc.constantFrom(...OLD_AGENTS)),
      unavailability: rarely(unavailability()),
      used: fc.array(
        fc.record({ framework: fc.nat(size.frameworks - 1), role: fc.constantFrom(...ROLES), share: share() }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ["do", "agent", "resources", "attributes", "used"] },
  );
}

function updateAgent(): fc.Arbitrary<Move> {
  return fc.record(
    {
      do: fc.constant("update_agent"),
      agent: fc.nat(30),
      attributes: fc.array(attribute(), { maxLength: 3 }),
      capabilities: fc.constantFrom(...OLD_AGENTS),
      plain: quantities(),
      revocable: fc.record({ cpus: fc.constantFrom(1, 2) }),
    },
    { requiredKeys: ["do", "agent"] },
  );
}

function addFramework(size: Size): fc.Arbitrary<Move> {
  return fc
    .tuple(fc.nat(size.frameworks - 1), fc.integer({ min: 0, max: 9 }), frameworkFields())
    .map(([framework, luck, rest]) => ({ do: "add_framework", framework, active: luck < 9, ...rest }));
}

function updateFramework(): fc.Arbitrary<Move> {
  const fields = fc.tuple(fc.nat(30), frameworkFields());
  return fields.map(([framework, rest]) => ({ do: "update_framework", framework, ...rest }));
}

function maintenance(): fc.Arbitrary<Move> {
  const fields = fc.tuple(fc.nat(30), nullable(unavailability()));
  return fields.map(([agent, when]) => ({ do: "maintenance", agent, unavailability: when }));
}

function frameworkFields(): fc.Arbitrary<FrameworkMove> {
  const all = fc.constant(FRAMEWORK_CAPABILITIES);
  const some = fc.subarray(FRAMEWORK_CAPABILITIES);
  const roles = fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 });
  return roles.chain((chosen) =>
    fc.record(
      {
        roles: fc.constant(chosen),
        capabilities: fc.oneof({ weight: 3, arbitrary: all }, { weight: 1, arbitrary: some }),
        suppressed: fc.array(fc.constantFrom(false, false, false, true), { maxLength: 3 }),
        constraints: rarely(constraints(chosen)),
        minAllocatable: rarely(minimum().map((sets) => ({ [chosen[0]!]: sets }))),
      },
      { requiredKeys: ["roles", "capabilities", "suppressed"] },
    ),
  );
}

function policy(): fc.Arbitrary<Move> {
  const weights = fc.dictionary(fc.constantFrom("a", "b", "a/x", "c"), fc.constantFrom(1, 2, 0.5, 3), {
    minKeys: 1, maxKeys: 2,
  });
  const quotas = fc.tuple(fc.constantFrom(...TOP_LEVEL_ROLES), quota());
  return fc.oneof(
    quotas.map(([role, rest]): Move => ({ do: "set_quota", role, ...rest })),
    weights.map((chosen): Move => ({ do: "set_weight", weights: chosen })),
  );
}

function recovery(): fc.Arbitrary<Move> {
  return fc.record({
    do: fc.constant("recover"),
    agents: fc.nat(4),
    quotas: fc.dictionary(fc.constantFrom(...TOP_LEVEL_ROLES), quota(), { maxKeys: 2 }),
  });
}

/** A limit never undercuts the guarantee, which the master would refuse. */
function quota(): fc.Arbitrary<QuotaSpec> {
  return fc.record({ guarantees: quantities(), limits: fc.option(quantities()) }).map(({ guarantees, limits }) => {
    if (limits === null) return { guarantees };
    const raised = Object.entries(limits).map(([name, value]) => [name, Math.max(value, guarantees[name] ?? 0)]);
    return { guarantees, limits: Object.fromEntries(raised) as Quantities };
  });
}

function quantities(): fc.Arbitrary<Quantities> {
  return fc.record(
    {
      cpus: fc.constantFrom(1, 0.5, 2, 3, 6),
      mem: fc.constantFrom(64, 128, 512, 1024),
      disk: fc.constantFrom(100, 1000),
      gpus: fc.constant(1),
    },
    { requiredKeys: [] },
  );
}

function agentResources(): fc.Arbitrary<readonly Resource[]> {
  const special = fc.oneof(
    fc.constantFrom<Resource[]>(
      scalar("gpus", 1),
      ports([31000, 31009], [31020, 31020]),
      { name: "tokens", type: "SET", set: { item: ["x", "y", "z"] } },
      { ...scalar("cpus", 2), revocable: {} },
      { ...scalar("disk", 500), disk: { source: { type: "PATH", path: { root: "/p" } } } },
      { ...scalar("disk", 300), disk: { source: { type: "MOUNT", mount: { root: "/m1" } } } },
      { ...scalar("disk", 800), disk: { source: { type: "MOUNT", mount: { root: "/m2" } } } },
    ),
    fc
      .tuple(fc.constantFrom("cpus", "mem", "disk"), fc.constantFrom(1, 2, 256), reservations())
      .map(([name, value, stack]) => ({ ...scalar(name, value), reservations: stack })),
    fc.tuple(reservations(), fc.nat(3)).map(([stack, i]): Resource => ({
      ...ports([32000 + 10 * i, 32003 + 10 * i]), reservations: stack,
    })),
    fc.tuple(reservations(), fc.boolean(), fc.nat(3)).map(([stack, shared, id]): Resource => ({
      ...scalar("disk", 100),
      reservations: [...stack.map((level) => ({ ...level, type: "DYNAMIC" as const }))],
      disk: { persistence: { id: `v-${id}`, principal: "p" }, volume: { container_path: "data", mode: "RW" } },
      ...(shared ? { shared: {} } : {}),
    })),
  );
  const plain = fc.record({
    cpus: fc.constantFrom(4, 1, 2, 8, 0.3, 0.9), mem: fc.constantFrom(1024, 256, 4096), disk: fc.constantFrom(0, 1000),
  });
  const specials = fc.uniqueArray(special, { maxLength: 4, selector: kindOf });
  return fc.tuple(plain, specials).map(([{ cpus, mem, disk }, more]) => [
    scalar("cpus", cpus), scalar("mem", mem), ...(disk === 0 ? [] : [scalar("disk", disk)]), ...more,
  ]);
}

/** Volumes by id, ports by number, everything else by all it is: no agent has the same thing twice. */
function kindOf(resource: Resource): string {
  return resource.disk?.persistence?.id ?? JSON.stringify(resource.ranges ?? resource);
}

function ports(...intervals: [number, number][]): Resource {
  return { name: "ports", type: "RANGES", ranges: { range: intervals.map(([begin, end]) => ({ begin, end })) } };
}

function scalar(name: string, value: number): Resource {
  return { name, type: "SCALAR", scalar: { value } };
}

function reservations(): fc.Arbitrary<NonNullable<Resource["reservations"]>> {
  return fc.constantFrom(
    [{ type: "STATIC", role: "a" }],
    [{ type: "DYNAMIC", role: "b", principal: "p" }],
    [{ type: "DYNAMIC", role: "a/x", principal: "p" }],
    [{ type: "STATIC", role: "a" }, { type: "DYNAMIC", role: "a/x", principal: "p" }],
  );
}

function attribute(): fc.Arbitrary<Attribute> {
  return fc.constantFrom<Attribute[]>(
    { name: "rack", type: "TEXT", text: { value: "r1" } },
    { name: "rack", type: "TEXT", text: { value: "r2" } },
    { name: "level", type: "SCALAR", scalar: { value: 2 } },
  );
}

function constraints(roles: readonly string[]): fc.Arbitrary<OfferConstraints> {
  const constraint: fc.Arbitrary<AttributeConstraint> = fc.record({
    selector: fc.constantFrom(
      { attribute_name: "rack" }, { attribute_name: "level" }, { attribute_name: "nope" },
      { pseudoattribute_type: "HOSTNAME" }, { pseudoattribute_type: "REGION" },
    ),
    predicate: fc.constantFrom<AttributeConstraint["predicate"][]>(
      { exists: {} }, { not_exists: {} }, { text_equals: { value: "r1" } }, { text_not_equals: { value: "r1" } },
      { text_matches: { regex: "r[12]|S[0-2]" } }, { text_not_matches: { regex: "^r1|here" } },
    ),
  });
  const group = fc.array(constraint, { minLength: 1, maxLength: 2 }).map((all) => ({ attribute_constraints: all }));
  return fc
    .tuple(fc.constantFrom(...roles), fc.array(group, { minLength: 1, maxLength: 2 }))
    .map(([role, groups]) => ({ role_constraints: { [role]: { groups } } }));
}

function unavailability(): fc.Arbitrary<Unavailability> {
  return fc.constantFrom({ start: { nanoseconds: 5_000_000_000n } }, {
    start: { nanoseconds: 0n }, duration: { nanoseconds: 3_600_000_000_000n },
  });
}

function nullable<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null });
}

/** One time in eight; absent otherwise. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}
