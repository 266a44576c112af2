/**
 * Programs of ours on the Go bindings of Mesos, built offline from what Debian ships (install.sh). A scheduler program
 * takes lines of JSON and says lines of JSON; an executor program is started by the agent.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";

const SOURCES = "/usr/share/gocode/src/github.com/mesos/mesos-go/api";

/** Whether the Go programs can be built here. In CI they must be. */
export const hasGo = existsSync(SOURCES) && spawnSync("go", ["version"], { stdio: "ignore" }).status === 0;
if (!hasGo) {
  const what = "Go and its Mesos bindings are not installed (test/conformance/install.sh installs them)";
  if (process.env.CI === "true") throw new Error(`${what}: these tests must run in CI`);
  process.stderr.write(`\n!!! NOT TESTED: ${what}\n\n`);
}

/** One for all runs of this user: what is built again replaces what was there, also under a program that runs. */
const directory = join(tmpdir(), `allot-go-${process.getuid?.() ?? 0}`);

/** Builds `go/<name>` and says where the program is. */
export function build(name: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const program = join(directory, name.replace("/", "-"));
  const fresh = `${program}.${process.pid}`;
  execFileSync("go", ["build", "-o", fresh, `./${name}`], {
    cwd: join(import.meta.dirname, "go"),
    env: {
      ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOFLAGS: "",
      GOCACHE: process.env.GOCACHE ?? join(directory, "cache"),
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  renameSync(fresh, program);
  return program;
}

export type Json = Record<string, unknown>;

/** A scheduler program that runs, and what it has said. */
export interface GoProgram {
  readonly said: Json[];
  tell(line: object): void;
  /** The next thing it says, after what earlier calls took, for which `find` has a result; things before it stay. */
  hears<T>(what: string, find: (said: Json) => T | undefined, timeoutMs?: number): Promise<T>;
  /** Ends it as a crash would. */
  crash(): Promise<void>;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | string>;
  errors(): string;
}

export function runGo(program: string, args: readonly string[]): GoProgram {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  const said: Json[] = [];
  const taken = new Set<Json>();
  let [rest, errors] = ["", ""];
  child.stdin.on("error", () => {});
  child.stderr.on("data", (chunk) => (errors = `${errors}${String(chunk)}`.slice(-20_000)));
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop()!;
    for (const line of lines) said.push(JSON.parse(line) as Json);
  });
  const ended = new Promise<number | string>((done) => child.on("close", (code, signal) => done(code ?? signal ?? "")));
  const crash = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(crash);
  return {
    said,
    tell: (line) => void child.stdin.write(`${JSON.stringify(line)}\n`),
    hears: async (what, find, timeoutMs = 15_000) => {
      let found: { value: NonNullable<ReturnType<typeof find>> } | undefined;
      await expect.poll(() => {
        for (const each of said) {
          if (taken.has(each)) continue;
          const value = find(each);
          if (value === undefined || value === null) continue;
          taken.add(each);
          found = { value };
          return true;
        }
        return false;
      }, { timeout: timeoutMs }).toBe(true).catch((error: Error) => {
        const lines = said.filter((each) => !taken.has(each)).map((each) => JSON.stringify(each).slice(0, 400));
        throw new Error(`waited for ${what}; not expected so far:\n${lines.join("\n")}\n${errors}`, { cause: error });
      });
      return found!.value;
    },
    crash,
    ended,
    errors: () => errors,
  };
}
