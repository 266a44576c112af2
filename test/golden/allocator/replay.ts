/** Plays the steps of a scenario on an engine, observes what it decides, and compares that with what was recorded. */
import { differenceInFinal, differenceInStep } from "./difference.ts";
import type { Difference } from "./difference.ts";
import type { Expectation, RecordedScenario, ScenarioOptions, Step } from "./format.ts";
import { byNumber, MasterSide } from "./master-side.ts";
import type { AllocatorUnderTest, EngineFactory, InverseOfferEntry, OfferEntry, VisitingOrder } from "./under-test.ts";

/** The clock moves by this much at a time, everything settling in between. */
const QUARTER_SECOND_MS = 250;

/** One engine, the master's side of it, and a clock. */
export class Player {
  readonly master: MasterSide;
  readonly engine: AllocatorUnderTest;
  private nowMs = 0;
  private stepsPlayed = 0;

  constructor(factory: EngineFactory, options: ScenarioOptions, visitingOrder?: VisitingOrder) {
    this.engine = factory({ ...options, visitingOrder });
    this.master = new MasterSide(this.engine);
  }

  /** Plays one step and gives what was observed, in the form of the recordings. */
  play(step: Step): Expectation {
    return this.finish(step, this.master.perform(step));
  }

  /** Lets everything pending be carried out after the calls of a step were made, and observes. */
  finish(step: Step, result?: string): Expectation {
    this.engine.settle();
    if (step.do === "advance") {
      const untilMs = this.nowMs + step.seconds * 1000;
      while (this.nowMs < untilMs) {
        this.nowMs += QUARTER_SECOND_MS;
        this.engine.advanceTo(this.nowMs);
      }
    }
    return this.observe(result);
  }

  private observe(result: string | undefined): Expectation {
    const { runs, offers, inverseOffers } = this.engine.collect();
    const { master, nowMs } = this;
    const madeAt = (atMs: number): { t?: number } => (atMs === nowMs ? {} : { t: atMs / 1000 });
    const newOffers = [...offers].sort(inOrderOfRecording).map((entry) => ({
      id: master.noteOffer(entry), agent: entry.agent, framework: entry.framework, role: entry.role,
      resources: entry.resources, ...madeAt(entry.atMs),
    }));
    const newInverseOffers = [...inverseOffers].sort(inOrderOfRecording).map((entry) => ({
      id: master.noteInverseOffer(entry), agent: entry.agent, framework: entry.framework,
      unavailability: entry.unavailability, ...madeAt(entry.atMs),
    }));
    return {
      step: this.stepsPlayed++,
      t: nowMs / 1000,
      runs,
      offers: newOffers,
      inverse_offers: newInverseOffers,
      outstanding: [...master.offers.keys()].sort(byNumber),
      outstanding_inverse: [...master.inverseOffers.keys()].sort(byNumber),
      result,
    };
  }
}

/** The first difference between a recording and what the engine does; undefined if there is none. */
export function replay(
  scenario: RecordedScenario, factory: EngineFactory, { compareFinal = true } = {},
): Difference | undefined {
  const player = new Player(factory, scenario.options);
  for (const [i, step] of scenario.steps.entries()) {
    const differs = playing(() => differenceInStep(scenario.expect[i]!, player.play(step)));
    if (differs !== undefined) return { scenario: scenario.name, step: i, doing: step, ...differs };
  }
  const differs = compareFinal ? differenceInFinal(scenario.final, player.engine.finalState()) : undefined;
  return differs && { scenario: scenario.name, ...differs };
}

/** A crash of an engine is a difference as well, so that the other scenarios are still played. */
export function playing<T>(play: () => T): T | Pick<Difference, "what" | "expected" | "actual"> {
  try {
    return play();
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { what: "outcomes", expected: "a decision", actual: text.split("\n").slice(0, 6).join("\n           ") };
  }
}

function inOrderOfRecording(left: OfferEntry | InverseOfferEntry, right: OfferEntry | InverseOfferEntry): number {
  return (
    left.atMs - right.atMs ||
    byNumber(left.agent, right.agent) ||
    byNumber(left.framework, right.framework) ||
    Buffer.compare(Buffer.from("role" in left ? left.role : ""), Buffer.from("role" in right ? right.role : ""))
  );
}
