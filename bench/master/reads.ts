/**
 * M2, M3 and M4: what reading the whole state of a large cluster costs the reader, and everybody else. How long the
 * master stands still is seen from outside: somebody asks for /health all the time, which takes as long as the pause.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Question, Report } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import type { Bed } from "./bed.ts";
import type { Address } from "./fleet.ts";
import { getJson } from "./http.ts";
import type { Asked } from "./http.ts";
import { startListener } from "./listener.ts";
import { count, scaled } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { repeat } from "./repeat.ts";
import { settle } from "./settled.ts";
import { swallow } from "./swallow.ts";

const AGENTS = 10_000;
const FRAMEWORKS = 100;
/** On each agent. A framework has as many of both as a master remembers of completed ones by default: 1,000. */
const [RUNNING, COMPLETED] = [10, 10];
const BUDGET_MS = 45_000;
/** Clients that read /state again and again. */
const READERS = 5;
const LISTEN_MS = 10_000;

export function state(options: BenchOptions): Question {
  return question(options, "M2", "GET /state", async (report, bed) => {
    const { address } = bed.master;
    const quiet = await heardWhile(report, address, () => sleep(LISTEN_MS * options.scale));
    let bytes = 0;
    const sample = async (): Promise<number> => {
      const answer = await swallow(address, "/state");
      bytes = answer.bytes;
      return answer.ms;
    };
    let [first, samples] = [NaN, [] as readonly number[]];
    const atFirst = await heardWhile(report, address, async () => {
      first = await sample();
    });
    const load = bed.watch();
    const pauses = await heardWhile(report, address, async () => {
      samples = await repeat(options, BUDGET_MS, sample);
    });
    const shares = loadOf(report, load());
    report.say(`an answer has ${(bytes / 1e6).toFixed(1)} MB`);
    report.add("/health during the first one", "ms", atFirst);
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
        const answer = await swallow(bed.master.address, "/api/v1", call);
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
    // The first one is another question: M2.
    await swallow(address, "/state");
    const quiet = await heardWhile(report, address, () => sleep(LISTEN_MS * options.scale));
    const load = bed.watch();
    let [answers, isOver] = [0, false];
    const read = async (): Promise<void> => {
      for (; !isOver; answers++) await swallow(address, "/state");
    };
    const reading = Array.from({ length: READERS }, read);
    const busy = await heardWhile(report, address, () => sleep(2 * LISTEN_MS * options.scale));
    isOver = true;
    await Promise.all(reading);
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

/** How long each /health takes while something is done. */
async function heardWhile(report: Report, address: Address, act: () => Promise<void>): Promise<readonly number[]> {
  const listener = await startListener(address);
  await act();
  const { samples, waitedMs } = await listener.stop();
  if (waitedMs !== undefined) {
    const each = (1_000 * waitedMs) / samples.length;
    report.say(`asked for /health ${samples.length} times; the client itself made each wait ${each.toFixed(0)} us`);
  }
  return samples;
}

function p99(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(0.99 * samples.length)]!;
}
