#!/bin/sh
/**
 * `allot <command>`: each command is a file of its own, loaded only when it is asked for, because `allot executor` runs once
 * per task and must start fast.
 *
 * Where to look: `master.ts` `agent.ts` `local.ts` put the parts together · `run.ts` the client · `flags.ts` how flags are
 * read, `*-flags.ts` which there are · `client/` the v1 HTTP APIs from outside.
 *
 * All programs start as shell scripts: their second line, which `build` in package.json puts there and which is nothing to
 * JavaScript, starts Node with more room for the young of its heap, because Node reads that only when it starts. Who says
 * something about that in NODE_OPTIONS is obeyed; ALLOT_NODE_FLAGS are more flags for Node.
 */

/** Resolves with the exit code. */
type Main = (args: readonly string[]) => Promise<number>;

interface Command {
  readonly help: string;
  readonly load: () => Promise<{ readonly main: Main }>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  local: { help: "a whole cluster in this process, to try things out", load: () => import("./local.ts") },
  run: { help: "run one task on a cluster and show what it writes", load: () => import("./run.ts") },
  master: { help: "a master; takes the flags of mesos-master", load: () => import("./master.ts") },
  agent: { help: "an agent; takes the flags of mesos-agent", load: () => import("./agent.ts") },
  migrate: { help: "take over what a running Mesos master remembers", load: () => import("./migrate.ts") },
  simulate: { help: "a cluster in simulated time, with faults from a seed", load: () => import("./simulate.ts") },
  executor: { help: "what an agent starts for each command task", load: () => import("./executor.ts") },
  version: { help: "print the version", load: () => import("./version-command.ts") },
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === "--version") return main(["version"]);
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
  if (command !== undefined) return (await command.load()).main(args);
  const asked = name === undefined || name === "help" || name === "--help";
  if (!asked) console.error(`allot: there is no command '${name}'`);
  const list = Object.entries(COMMANDS).map(([each, { help }]) => `  ${each.padEnd(10)} ${help}`);
  const usage = ["Usage: allot <command> [flags]", "", ...list, "", "allot <command> --help tells its flags."].join("\n");
  if (asked) console.log(usage);
  else console.error(usage);
  return asked ? 0 : 1;
}

// Not process.exit: what was written to a pipe must still go out. What keeps the process alive has been closed.
process.exitCode = await main(process.argv.slice(2));
