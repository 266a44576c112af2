/**
 * What a real agent answered to every endpoint at four moments of its life, and what ours answers at the same moments,
 * reached by holding the same conversations.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { step } from "../../src/agent/agent.ts";
import type { HttpRequest, HttpResponse, Measurement } from "../../src/agent/event.ts";
import { Outbox } from "../../src/agent/outbox.ts";
import type { Agent } from "../../src/agent/state.ts";
import { ReplayedAgent } from "../support/agent/replayed-agent.ts";
import { differencesOfJson } from "../support/json-likeness.ts";
import type { Json } from "../support/json-likeness.ts";

const FOLDER = join(import.meta.dirname, "http");
const A = "a_v0_registration_pings_testframework.jsonl";
const A2 = "a2_v0_command_task.jsonl";
const B = "b_v1_http_framework.jsonl";
const B3 = "b3_v1_default_executor_taskgroup.jsonl";
const C = "c_agent_reregistration_master_restart.jsonl";

const MOMENTS = {
  "a_v0-idle": () => new ReplayedAgent().run(A, 3.9),
  "a_v0-running": () => new ReplayedAgent().run(A).settle().run(A2, 2),
  "b_v1-taskgroup_running": () => new ReplayedAgent().run(B).settle().run(B3, 3),
  "c_rereg-just_restarted": () => new ReplayedAgent().run(C, 5.4),
} as const;

type Moment = keyof typeof MOMENTS;

/** A run of mesos-execute that was not recorded: what is said of its framework is left out of what is expected. */
const UNRECORDED = "3129821a-6316-4c4b-abd4-613a9dab6fbf-0001";

const PATHS: Readonly<Record<string, string>> = {
  state: "/state", flags: "/flags", health: "/health", version: "/version", containers: "/containers",
  monitor_statistics: "/monitor/statistics", metrics_snapshot: "/metrics/snapshot",
};

const CALLS = [
  "GET_AGENT", "GET_CONTAINERS", "GET_EXECUTORS", "GET_FLAGS", "GET_FRAMEWORKS", "GET_HEALTH", "GET_OPERATIONS",
  "GET_RESOURCE_PROVIDERS", "GET_STATE", "GET_TASKS", "GET_VERSION",
];

/** Numbers that depend on the instant, on the machine, or on what was not recorded. */
const OF_THE_MOMENT = /uptime_secs|recovery_time_secs|path_removals|task_fetches_succeeded|^system\//;
/** Of a run that was not recorded; and a process that is nowhere else mentioned. */
const UNRECORDED_NUMBERS = /executors_terminated|tasks_finished|valid_status_updates|executor_pid/;

function recorded(moment: Moment, name: string): string {
  return readFileSync(join(FOLDER, moment, `agent_${name}.json`), "utf8");
}

/** Our agent at that moment, with the options of the recorded one. */
function at(moment: Moment): { readonly agent: Agent; readonly replay: ReplayedAgent } {
  const replay = MOMENTS[moment]();
  const { flags } = JSON.parse(recorded(moment, "flags")) as { flags: Record<string, string> };
  const state = JSON.parse(recorded(moment, "state")) as Record<string, never>;
  const version = {
    version: state["version"]!, buildDate: state["build_date"]!,
    buildTimeSeconds: state["build_time"]!, buildUser: state["build_user"]!,
  };
  const startedAtMs = Number(state["start_time"]) * 1000;
  const options = { ...replay.agent.options, flags, version, startedAtMs, workDir: flags["work_dir"]! };
  return { replay, agent: { ...replay.agent, options } };
}

/** The numbers the real one had measured. */
function measurement(moment: Moment): Measurement {
  const shown = JSON.parse(recorded(moment, "containers")) as {
    container_id: string;
    statistics: Record<string, number>;
  }[];
  const numbers = ["timestamp", "cpus_user_time_secs", "cpus_system_time_secs", "mem_rss_bytes"];
  const containers = Object.fromEntries(shown.map(({ container_id: id, statistics }) =>
    [id, Object.fromEntries(numbers.map((name) => [name, statistics[name]]))]));
  const system = { cpus: 2, load1: 0, load5: 0, load15: 0, memTotalBytes: 1, memFreeBytes: 1 };
  return { containers: containers as never, system, diskUsage: 0, gc: { pending: 0, succeeded: 0, failed: 0 } };
}

function ask(moment: Moment, request: Partial<HttpRequest>): HttpResponse {
  const { agent, replay } = at(moment);
  const recordedIds = [...replay.containerIds];
  const ours = new Map(recordedIds.map(([mine, theirs]) => [theirs, mine]));
  const out = new Outbox("slave(1)");
  const base = { id: 1, method: "GET", path: "/", query: {}, headers: {}, body: new Uint8Array(), streamId: "s" };
  step(agent, { type: "request", request: { ...base, ...request } }, replay.nowMs, out);
  if (out.effects.some(({ kind }) => kind === "measure")) {
    const measured = measurement(moment);
    const entries = Object.entries(measured.containers).map(([id, value]) => [ours.get(id) ?? id, value] as const);
    const containers = Object.fromEntries(entries);
    step(agent, { type: "measured", request: 1, measurement: { ...measured, containers } }, replay.nowMs, out);
  }
  const reply = out.effects.find((effect) => effect.kind === "reply");
  if (reply?.kind !== "reply") throw new Error(`no answer but ${out.effects.map(({ kind }) => kind).join()}`);
  const { body = "", ...rest } = reply.response;
  let text = typeof body === "string" ? body : new TextDecoder().decode(body);
  for (const [mine, theirs] of recordedIds) text = text.replaceAll(mine, theirs);
  return { ...rest, body: text.replaceAll("/var/lib/mesos/", `${agent.options.workDir}/`) };
}

function isUnrecorded(item: Json): boolean {
  const text = JSON.stringify(item);
  return text.startsWith(`{"id":"${UNRECORDED}"`) || text.includes(`"framework_id":"${UNRECORDED}"`) ||
    text.includes(`"framework_id":{"value":"${UNRECORDED}"}`) || text.includes(`"id":{"value":"${UNRECORDED}"}`);
}

/** What is left when numbers that cannot be the same are put aside. */
function comparable(text: string, moment: Moment): string {
  return text.replace(/"([^"]+)":([-0-9.e]+)/g, (member, name: string) => {
    const unknown = OF_THE_MOMENT.test(name) || (moment === "b_v1-taskgroup_running" && UNRECORDED_NUMBERS.test(name));
    return unknown || (name === "timestamp" && !text.includes("statuses")) ? `"${name}":"a number"` : member;
  });
}

function differences(moment: Moment, expected: string, { body }: HttpResponse): string[] {
  return differencesOfJson(comparable(expected, moment), comparable(String(body), moment), isUnrecorded);
}

describe.each(Object.keys(MOMENTS) as Moment[])("at the moment %s our agent answers as the real one did", (moment) => {
  it.each(Object.entries(PATHS))("%s", (name, path) => {
    const answer = ask(moment, { path: /metrics|version/.test(path) ? path : `/slave(1)${path}` });
    const [, status, type] = /^HTTP\/1\.1 (\d+)[^]*?(?:Content-Type: (.*?)\r?\n|$)/.exec(
      readFileSync(join(FOLDER, moment, `agent_${name}.headers`), "utf8"),
    )!;
    expect(`${answer.status} ${answer.headers?.["Content-Type"] ?? ""}`.trim()).toBe(`${status} ${type ?? ""}`.trim());
    const text = recorded(moment, name);
    if (text === "") expect(answer.body).toBe("");
    else expect(differences(moment, text, answer)).toEqual([]);
  });

  it.each(CALLS)("%s", (type) => {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const body = new TextEncoder().encode(JSON.stringify({ type }));
    const answer = ask(moment, { method: "POST", path: "/slave(1)/api/v1", headers, body });
    expect(differences(moment, recorded(moment, `v1_${type}`), answer)).toEqual([]);
  });
});
