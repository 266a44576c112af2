/**
 * Random clusters at work for a while, as large ones are: roles with limits that they come close to, frameworks that
 * say when they have nothing to do and that refuse for long what they do not want, and a cycle every second in which
 * there is nothing to give of most agents. Little happens between two cycles, so what the kernel remembers of one is
 * what decides the next.
 */
import fc from "fast-check";
import type { Quantities } from "../golden/allocator/format.ts";
import type { Script } from "./compare.ts";
import type { Move } from "./moves.ts";
import { addAgent, anyMove } from "./random-cluster.ts";

const TEAMS = ["a", "b", "c", "a/x", "*"] as const;
const LIMITED = ["a", "b", "c"] as const;
const FRAMEWORKS = 8;
const SIZE = { agents: 12, frameworks: FRAMEWORKS, moves: 0 };
const SECOND = 4;

export function randomTeams(seconds = 20): fc.Arbitrary<Script> {
  return fc
    .record({
      minimum: fc.constantFrom<(readonly Quantities[])[]>(
        [{ cpus: 0.01 }, { mem: 32 }], [{ cpus: 0.5 }], [{ cpus: 1, mem: 64 }, { gpus: 1 }], [{ cpus: 0.011, mem: 32 }],
      ),
      visitingSeed: fc.nat(1000),
      limits: fc.array(limit(), { minLength: 2, maxLength: 4 }),
      frameworks: fc.array(framework(), { minLength: FRAMEWORKS, maxLength: FRAMEWORKS }),
      agents: fc.array(addAgent(SIZE), { minLength: 6, maxLength: 20, size: "max" }),
      seconds: fc.array(second(), { minLength: seconds, maxLength: seconds, size: "max" }),
    })
    .map(({ minimum, visitingSeed, limits, frameworks, agents, seconds: moves }) => ({
      options: { min_allocatable_resources: minimum },
      visitingSeed,
      moves: [...limits, ...frameworks.map((one, i): Move => ({ ...one, framework: i })), ...agents, ...moves.flat()],
    }));
}

function limit(): fc.Arbitrary<Move> {
  const limits = fc.record({
    cpus: fc.constantFrom(1, 2, 0.011, 4.005, 8, 0),
    mem: fc.constantFrom(32, 512, 1024.03, 4096, 31),
    disk: fc.constantFrom(100, 1000),
  }, { requiredKeys: ["cpus"] });
  const guarantees = fc.constantFrom<Quantities[]>({}, {}, {}, { cpus: 0.011 });
  return fc.tuple(fc.constantFrom(...LIMITED), limits, guarantees).map(([role, most, least]): Move =>
    ({ do: "set_quota", role, limits: { ...most, cpus: Math.max(most.cpus, least["cpus"] ?? 0) }, guarantees: least }));
}

function framework(): fc.Arbitrary<Extract<Move, { do: "add_framework" }>> {
  return fc.record({
    do: fc.constant("add_framework" as const),
    framework: fc.constant(0),
    active: fc.constant(true),
    roles: fc.constantFrom(...TEAMS).map((role) => [role]),
    capabilities: fc.constant(["MULTI_ROLE", "RESERVATION_REFINEMENT"]),
    suppressed: fc.constantFrom([true], [false]),
  });
}

/** What happens before a tick, and the tick. */
function second(): fc.Arbitrary<Move[]> {
  const pick = fc.nat(30);
  const picks = fc.array(pick, { minLength: 1, maxLength: 8 });
  const one: fc.Arbitrary<Move> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant("decline" as const), offers: picks, refuse: fc.constantFrom(600, 1e12, 2.5, 0) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom("suppress" as const, "revive" as const), framework: pick, roles: fc.constant([true]),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("accept" as const), offer: pick, operations: fc.constant([]),
        tasks: fc.array(fc.record({
          share: fc.array(fc.constantFrom<0 | 1 | 2>(0, 1, 2), { minLength: 1, maxLength: 4 }),
          sharedAgain: fc.constant(false),
        }), { minLength: 1, maxLength: 1 }),
        refuse: fc.constantFrom(600, 5),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("release" as const), tasks: picks }) },
    { weight: 1, arbitrary: limit() },
    { weight: 1, arbitrary: anyMove(SIZE) },
  );
  return fc.array(one, { maxLength: 4 }).map((moves): Move[] => [...moves, { do: "advance", quarters: SECOND }]);
}
