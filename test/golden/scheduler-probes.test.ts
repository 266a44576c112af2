/**
 * The scheduler API, word for word: conversations that were held with Apache Mesos 1.12, held again with our master.
 * What an operator would ask in between is for the tests of those views.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replayProbe } from "../support/probes.ts";

/** What real containers do is asked of real processes (test/conformance/probes.test.ts). */
const REAL: ReadonlySet<string> = new Set(["sched_group_run", "sched_inverse_offers", "sched_tasks_run"]);

const scenarios = readdirSync(join(import.meta.dirname, "probes/scenarios"))
  .map((file) => file.replace(".json", ""))
  .filter((name) => name.startsWith("sched_") && !REAL.has(name));

/**
 * Steps whose answer is another one on purpose. After SHRINK_VOLUME Mesos forgets to give back as much disk as was
 * freed, so its later offers lack these 50 MB; ours do not.
 */
const BETTER: Readonly<Record<string, readonly number[]>> = { sched_op_volume: [73, 104] };

/** Steps that are settled before a request reaches the master, or whose answer we give in other words on purpose. */
const ELSEWHERE = new Set([
  "bad gzip request",
  // Whole numbers beyond 2^53 lose their last digits, here those of a port that cannot be.
  "range with negative begin: status",
]);

describe("our master answers schedulers as Mesos does", () => {
  it.each(scenarios)("%s", (name) => {
    const isOther = (step: { name?: string; path?: string; target?: unknown }): boolean =>
      step.target === "agent" || (step.path !== undefined && !step.path.includes("/scheduler")) || ELSEWHERE.has(step.name ?? "");
    const isBetter = (line: string): boolean => BETTER[name]?.some((step) => line.startsWith(`${name} step ${step} `)) === true;
    const differences = replayProbe(name, isOther);
    expect(differences.filter((line) => !isBetter(line))).toEqual([]);
    expect(new Set(differences.filter(isBetter)).size, "a difference on purpose is gone").toBe((BETTER[name]?.length ?? 0));
  });
});
