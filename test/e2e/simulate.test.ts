/** `allot simulate` as a command: what it cannot do it says in one line, instead of standing still at one instant for ever. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const program = resolve(import.meta.dirname, "../../dist/main.js");

it.each([
  ["--agents=0", "Expected --agents to be 1 or more"],
  ["--look_every=0", "Expected --look_every to be above 0"],
  ["--busy=-1", "Expected --busy to be above 0"],
  ["--hours=-1", "Expected --hours to be 0 or more"],
  ["--operations=-1", "Expected --operations to be 0 or more"],
])("%s: %s", (flag, error) => {
  const { status, stderr, stdout } = spawnSync("sh", [program, "simulate", flag], { encoding: "utf8", timeout: 20_000 });
  expect([status, stdout, stderr]).toEqual([1, "", `allot simulate: ${error}. See allot simulate --help\n`]);
});
