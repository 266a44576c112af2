import { cpus, totalmem } from "node:os";
import { expect, it } from "vitest";
import { parseResourceText } from "../../../../src/model/parse.ts";
import { printResources } from "../../../../src/model/print.ts";
import { withDetected } from "../../../../src/shell/agent/resources.ts";

function detected(given: string, named: readonly string[], role = "*"): string {
  const parsed = given === "" ? { ok: true as const, value: [] } : parseResourceText(given, role);
  if (!parsed.ok) throw new Error(parsed.error);
  const all = withDetected(parsed.value, new Set(named), "/", role);
  if (!all.ok) throw new Error(all.error);
  return printResources(all.value);
}

it("what the operator does not name is looked up: every core, all but a gigabyte of memory, the usual ports", () => {
  const text = detected("", []);
  expect(text).toContain(`cpus:${cpus().length}`);
  expect(text).toContain("ports:[31000-32000]");
  const mem = Number(/mem:(\d+)/.exec(text)![1]);
  const totalMb = Math.floor(totalmem() / 1024 / 1024);
  expect(mem).toBe(totalMb >= 2048 ? totalMb - 1024 : Math.floor(totalMb / 2));
  expect(text).toMatch(/disk:\d+/);
});

it("what he names is taken as he says, even if that is nothing", () => {
  expect(detected("cpus:64;ports:[1-2]", ["cpus", "ports", "mem"])).toMatch(/^cpus:64; ports:\[1-2\]; disk:\d+$/);
});

it("what is looked up has the default role, like the rest", () => {
  expect(detected("", [], "eng")).toContain("cpus(reservations: [(STATIC,eng)])");
});
