/**
 * Somebody who asks for /health all the time, one request after the other, and does nothing else: a process of its own
 * on the client's core, with precedence there where the system allows that. So what it hears is the master's delay, and
 * not that of clients which swallow a hundred megabytes or are ten thousand agents.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { constants, setPriority } from "node:os";
import type { Address } from "./fleet.ts";
import { ask } from "./http.ts";

/** What a listener says at its end. */
export interface Heard {
  /** Milliseconds each /health took. */
  readonly samples: readonly number[];
  /** Milliseconds it was ready to run and others ran instead, all together; undefined where nobody counts that. */
  readonly waitedMs: number | undefined;
}

export interface Listener {
  stop(): Promise<Heard>;
}

/** The argument that makes a listener of the bench: `--listen=host:port`. */
export const LISTEN = "listen";
const WARM_UP_MS = 300;

/** Resolves when it listens. */
export async function startListener({ host, port }: Address): Promise<Listener> {
  const child = spawn(process.execPath, [process.argv[1]!, `--${LISTEN}=${host}:${port}`], { stdio: ["pipe", "pipe", "inherit"] });
  let text = "";
  let onReady = (): void => {};
  const ready = new Promise<void>((resolve) => (onReady = resolve));
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes("\n")) onReady();
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`the listener ended with ${code}`))));
  });
  await Promise.race([ready, ended]);
  return {
    async stop() {
      child.stdin.end();
      await ended;
      return JSON.parse(text.slice(text.indexOf("\n"))) as Heard;
    },
  };
}

/** What the process does: until its input ends. */
export async function listen(address: Address): Promise<void> {
  goFirst();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const once = async (): Promise<number> => (await ask(address, "/health", { agent })).ms;
  const fromMs = performance.now();
  while (performance.now() - fromMs < WARM_UP_MS) await once();
  let isOver = false;
  process.stdin.on("end", () => (isOver = true)).resume();
  process.stdout.write("listening\n");
  const before = waitedMs();
  const samples: number[] = [];
  while (!isOver) samples.push(await once());
  const after = waitedMs();
  const waited = before === undefined || after === undefined ? undefined : after - before;
  process.stdout.write(JSON.stringify({ samples, waitedMs: waited } satisfies Heard));
  agent.destroy();
}

/** Not before everybody: readers who hardly ever run would leave the master in peace. */
function goFirst(): void {
  try {
    setPriority(constants.priority.PRIORITY_HIGHEST);
  } catch {
    // Not allowed: then it waits longer, which is said.
  }
}

/** So far. */
function waitedMs(): number | undefined {
  try {
    return Number(readFileSync("/proc/self/schedstat", "utf8").split(" ")[1]) / 1e6;
  } catch {
    return undefined;
  }
}
