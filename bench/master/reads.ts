/**
 * M2, M3 and M4: what reading the whole state of a large cluster costs the reader, and everybody else. How long the
 * master stands still is seen from outside: somebody asks for /health all the time, which takes as long as the pause.
 */
import { Agent } from "node:http";
import type { Question, Report } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import type { Bed } from "./bed.ts";
import type { Address } from "./fleet.ts";
import { ask, getJson } from "./http.ts";
import type { Asked } from "./http.ts";
import { count, scaled } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { repeat } from "./repeat.ts";
import { settle } from "./settled.ts";

const AGENTS = 10_000;
const FRAMEWORKS = 100;
/** On each agent. A framework has as many of both as a master remembers of completed ones by default: 1,000. */
const [RUNNING, COMPLETED] = [10, 10];
const BUDGET_MS = 45_000;
/** Clients that read /state again and again. */
const READERS = 5;
const LISTEN_MS = 10_000;
/** A keep-alive connection for whoever listens, so that only the master's pause is measured. */
const listener = new Agent({ keepAlive: true, maxSockets: 1 });

export function state(options: BenchOptions): Question {
  return question(options, "M2", "GET /state", async (report, bed) => {
    const { address } = bed.master;
    const quiet = await listen(address, until(LISTEN_MS * options.scale));
    const pauses: number[] = [];
    let bytes = 0;
    const sample = async (): Promise<number> => {
      let isOver = false;
      const [answer, heard] = await Promise.all([
        ask(address, "/state").finally(() => (isOver = true)), listen(address, () => isOver),
      ]);
      pauses.push(...heard);
      bytes = answer.bytes;
      return answer.ms;
    };
    const first = await sample();
    report.add("/health during the first one", "ms", pauses.splice(0));
    const load = bed.watch();
    const samples = await repeat(options, BUDGET_MS, sample);
    const shares = loadOf(report, load());
    report.say(`an answer has ${(bytes / 1e6).toFixed(1)} MB`);
    report.add("the first one after the agents came back", "ms", [first]);
    report.add("to the last byte", "ms", samples, { goal: 250, mesos: 1_130, ...shares });
    report.add("/health meanwhile: the pauses", "ms", pauses, { goal: 5, goal_at: "p99" });
    report.add("/health otherwise", "ms", quiet);
  });
}

export function getState(options: BenchOptions): Question {
  return question(options, "M3", "GET_STATE", async (report, bed) => {
    for (const [type, goal, mesos] of [["x-protobuf", 150, 690], ["json", 300, 1_590]] as const) {
      const headers = { Accept: `application/${type}`, "Content-Type": "application/json" };
      const call: Asked = { method: "POST", headers, body: '{"type":"GET_STATE"}' };
      let bytes = 0;
      const sample = async (): Promise<number> => {
        const answer = await ask(bed.master.address, "/api/v1", call);
        if (answer.status !== 200) throw new Error(`GET_STATE was answered ${answer.status}`);
        bytes = answer.bytes;
        return answer.ms;
      };
      const first = await sample();
      const load = bed.watch();
      const samples = await repeat(options, BUDGET_MS, sample);
      const shares = loadOf(report, load());
      report.say(`an answer has ${(bytes / 1e6).toFixed(1)} MB`);
      const form = type.replace("x-", "");
      report.add(`as ${form}, the first one after the agents came back`, "ms", [first]);
      report.add(`as ${form}, to the last byte`, "ms", samples, { goal, mesos, ...shares });
    }
  });
}

export function health(options: BenchOptions): Question {
  return question(options, "M4", `GET /health while ${READERS} clients loop on /state`, async (report, bed) => {
    const { address } = bed.master;
    const quiet = await listen(address, until(LISTEN_MS * options.scale));
    const load = bed.watch();
    const isOver = until(2 * LISTEN_MS * options.scale);
    const reading = Array.from({ length: READERS }, async () => {
      let count = 0;
      for (; !isOver(); count++) await ask(address, "/state");
      return count;
    });
    const busy = await listen(address, isOver);
    const answers = (await Promise.all(reading)).reduce((sum, count) => sum + count, 0);
    const shares = loadOf(report, load());
    report.say(`${answers} answers to /state meanwhile`);
    report.add("p99 against its p99 without them", "x", [p99(busy) / p99(quiet)], { goal: 3, ...shares });
    report.add("/health with them", "ms", busy);
    report.add("/health without them", "ms", quiet);
  });
}

function question(
  options: BenchOptions, id: string, name: string, run: (report: Report, bed: Bed) => Promise<void>,
): Question {
  const agents = scaled(options, AGENTS);
  const [running, completed] = [RUNNING, COMPLETED].map((each) => each * agents) as [number, number];
  return {
    id,
    name: `${name}: ${count(agents)} agents, ${count(running)} running and ${count(completed)} completed tasks`,
    run: (report) => withBed(options, { agents }, async (bed) => {
      await settle(bed, { frameworks: scaled(options, FRAMEWORKS), running: RUNNING, completed: COMPLETED });
      await bed.balance({ tasks: running });
      await run(report, bed);
      await shown(bed.master.address, { running, completed });
      await bed.balance({ tasks: running });
    }),
  };
}

/** Part of the gate: /state shows every task. */
async function shown(address: Address, expected: { readonly running: number; readonly completed: number }): Promise<void> {
  const { frameworks } = (await getJson(address, "/state")) as {
    readonly frameworks: readonly { readonly tasks: readonly unknown[]; readonly completed_tasks: readonly unknown[] }[];
  };
  let [running, completed] = [0, 0];
  for (const { tasks, completed_tasks } of frameworks) {
    running += tasks.length;
    completed += completed_tasks.length;
  }
  if (running === expected.running && completed === expected.completed) return;
  throw new Error(`the gate is shut: /state shows ${running} running and ${completed} completed tasks`);
}

/** How long each /health takes, one after the other. */
async function listen(address: Address, isOver: () => boolean): Promise<number[]> {
  const heard: number[] = [];
  do heard.push((await ask(address, "/health", { agent: listener })).ms);
  while (!isOver());
  return heard;
}

function until(ms: number): () => boolean {
  const untilMs = performance.now() + ms;
  return () => performance.now() >= untilMs;
}

function p99(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(0.99 * samples.length)]!;
}
