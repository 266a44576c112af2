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

/** Steps that are settled before a request reaches the master. */
const ELSEWHERE = new Set(["bad gzip request"]);

describe("our master answers schedulers as Mesos does", () => {
  it.each(scenarios)("%s", (name) => {
    const isOther = (step: { name?: string; path?: string; target?: unknown }): boolean =>
      step.target === "agent" || (step.path !== undefined && !step.path.includes("/scheduler")) || ELSEWHERE.has(step.name ?? "");
    expect(replayProbe(name, isOther)).toEqual([]);
  });
});
