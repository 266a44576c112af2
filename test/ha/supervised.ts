/** A program that is started again whenever it ends, as an operator's supervisor does. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { appendFileSync, openSync } from "node:fs";
import { resolve } from "node:path";

const main = resolve(import.meta.dirname, "../../dist/main.js");
const RESTART_MS = 500;

export class Supervised {
  /** Which run of the program this is, from 1. */
  run = 0;
  readonly name: string;
  readonly logFile: string;
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  #wanted = true;

  constructor(name: string, logFile: string, args: readonly string[]) {
    this.name = name;
    this.logFile = logFile;
    this.#args = args;
    this.#start();
    process.once("exit", () => this.#child?.kill("SIGKILL"));
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Ends it for good. */
  async end(): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGCONT");
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await new Promise((gone) => child.once("exit", gone));
    clearTimeout(killer);
  }

  #start(): void {
    this.run++;
    const log = openSync(this.logFile, "a");
    appendFileSync(this.logFile, `-- run ${this.run} at ${Date.now()}\n`);
    const child = spawn(process.execPath, [main, ...this.#args], { stdio: ["ignore", log, log] });
    this.#child = child;
    child.once("exit", (code, signal) => {
      appendFileSync(this.logFile, `-- ended with ${code ?? signal} at ${Date.now()}\n`);
      if (this.#wanted) setTimeout(() => (this.#wanted ? this.#start() : undefined), RESTART_MS);
    });
  }
}
