/**
 * The operator's endpoints and API, word for word: conversations that were held with Apache Mesos 1.12, held again with
 * our master. How the shell takes requests apart is for its own tests.
 */
import { describe, expect, it } from "vitest";
import { replayProbe } from "../support/probes.ts";

const SCENARIOS = [
  "legacy_methods", "legacy_methods2", "legacy_paths", "legacy_queries", "legacy_state_rich", "legacy_logging_files",
  "op_get_master", "op_http_master", "op_missing_master", "op_subscribe", "op_subscribe_more",
  "legacy_maintenance", "legacy_operations", "legacy_quota", "legacy_weights", "op_agent_gone", "op_agents", "op_maintenance",
  "op_misc", "op_quota", "op_quota_old", "op_reserve", "op_volumes", "op_weights",
];

/** Paths the process answers before its master is asked. */
const OF_THE_PROCESS = /^\/$|^\/(logging|system)\//;
/**
 * The machine's numbers and the flags of a start are missing here: the recorded moments (master-views.test.ts) have
 * them.
 */
const OF_THE_MACHINE = /metrics|flags/i;
/** How paths are taken apart and answers packed is for the shell (front-door.test.ts). */
const OF_THE_SHELL = new Set(["double slash", "dots", "gzip accepted, large", "any encoding", "gzip in a list"]);

/** A real command and its checks tell more than an agent that only says yes (master-views.test.ts, too). */
const OF_A_REAL_TASK = /^(legacy_state_rich step \d+ \((starting|running|GET_TASKS|GET_STATE)\)|op_subscribe step \d+ \(second)/;

interface Step { readonly path?: string; readonly target?: unknown; readonly name?: string }

function isElsewhere({ path = "", target, name = "" }: Step): boolean {
  if (target === "agent" || OF_THE_PROCESS.test(path) || OF_THE_SHELL.has(name)) return true;
  return OF_THE_MACHINE.test(path) || OF_THE_MACHINE.test(name);
}

describe("our master answers operators as Mesos does", () => {
  it.each(SCENARIOS)("%s", (name) => {
    const differences = replayProbe(name, (step) => isElsewhere(step as Step));
    expect(differences.filter((it) => !OF_A_REAL_TASK.test(it))).toEqual([]);
  });
});
