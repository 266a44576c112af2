/**
 * Two engines side by side: the same script on both, step by step, until they decide differently. What the moves of the
 * script meant comes back as the steps of a scenario, ready to be written into a file or read by a person.
 */
import { differenceInFinal, differenceInStep, printDifference } from "../golden/allocator/difference.ts";
import type { Difference } from "../golden/allocator/difference.ts";
import type { Expectation, ScenarioOptions, Step } from "../golden/allocator/format.ts";
import type { MasterSide } from "../golden/allocator/master-side.ts";
import { Player, playing } from "../golden/allocator/replay.ts";
import type { EngineFactory, VisitingOrder } from "../golden/allocator/under-test.ts";
import type { Move } from "./moves.ts";
import { Names, resolve } from "./resolve.ts";

/** A scenario without expectations, in moves. */
export interface Script {
  readonly options: ScenarioOptions;
  /** Seed of the order in which agents are visited; 0: ascending, as in the recordings. */
  readonly visitingSeed: number;
  readonly moves: readonly Move[];
}

/** Where two engines parted: `expected` is what the first did, `actual` the second. */
export interface Parting extends Difference {
  readonly options: ScenarioOptions;
  /** Everything played up to and including the step that differs. */
  readonly steps: readonly Step[];
}

/** Plays the script on both engines; undefined if they never differ. */
export function compareEngines(
  script: Script, first: EngineFactory, second: EngineFactory, { compareFinal = true } = {},
): Parting | undefined {
  const { options } = script;
  const order = visitingOrder(script);
  const players = [new Player(first, options, order), new Player(second, options, order)] as const;
  const names = new Names();
  const steps: Step[] = [];
  const parting = (differs: Pick<Difference, "what" | "expected" | "actual">, step?: Step): Parting => ({
    scenario: "two engines", step: step && steps.length - 1, doing: step, ...differs, options, steps,
  });
  for (const move of script.moves) {
    const played = playing(() => {
      const results: [string[], string[]] = [[], []];
      const perform = (step: Step): void =>
        players.forEach(({ master }, i) => results[i]!.push(master.perform(step) ?? ""));
      const step = performMove(move, players[0].master, options, names, perform);
      if (step === undefined) return undefined;
      steps.push(step);
      const [left, right] = players.map((player, i) => player.finish(step, results[i]!.join()));
      return differenceInStep(left!, right!);
    });
    if (played !== undefined) return parting(played, steps.at(-1));
  }
  if (!compareFinal) return undefined;
  const differs = playing(() => differenceInFinal(players[0].engine.finalState(), players[1].engine.finalState()));
  return differs && parting(differs);
}

/** Plays a script on one engine and shows the state and the observation after each step. */
export function playScript(
  script: Script, factory: EngineFactory, look: (player: Player, observed: Expectation, step: Step) => void,
): void {
  const player = new Player(factory, script.options, visitingOrder(script));
  const names = new Names();
  for (const move of script.moves) {
    const perform = (step: Step): void => void player.master.perform(step);
    const step = performMove(move, player.master, script.options, names, perform);
    if (step !== undefined) look(player, player.finish(step), step);
  }
}

/** A parting for people: what differs, and the scenario that leads there as one line of a .jsonl file. */
export function printParting(parting: Parting): string {
  const scenario = { name: "parting", options: parting.options, steps: parting.steps };
  const text = JSON.stringify(scenario, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
  return `${printDifference(parting)}\n${text}`;
}

/** A shuffle that depends on the seed, the run and the stage only. */
export function seededOrder(seed: number): VisitingOrder {
  return (ascending, run, stage) => {
    const random = uniform(seed * 1_000_003 + run * 2 + stage);
    const result = [...ascending];
    for (let i = result.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [result[i], result[j]] = [result[j]!, result[i]!];
    }
    return result;
  };
}

function visitingOrder({ visitingSeed }: Script): VisitingOrder | undefined {
  return visitingSeed === 0 ? undefined : seededOrder(visitingSeed);
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes the calls of a move and gives the step it was; the moves of a batch are resolved one after the other. */
function performMove(
  move: Move, master: MasterSide, options: ScenarioOptions, names: Names, perform: (step: Step) => void,
): Step | undefined {
  if (move.do !== "batch") {
    const step = resolve(move, master, options, names);
    if (step !== undefined) perform(step);
    return step;
  }
  const steps = move.moves
    .filter((inner) => inner.do !== "advance" && inner.do !== "batch")
    .map((inner) => performMove(inner, master, options, names, perform))
    .filter((step) => step !== undefined);
  return steps.length === 0 ? undefined : { do: "batch", steps };
}
