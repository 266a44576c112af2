import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { oracle } from "../../oracle/allocator.ts";
import { STRICT } from "../../oracle/quirks.ts";
import { run } from "./run.ts";
import { namedFiles } from "./scenario.ts";
import type { AllocatorUnderTest, EngineFactory } from "./under-test.ts";

const files = (...names: string[]): string[] =>
  namedFiles().filter((path) => names.includes(basename(path, ".jsonl")));

function output(factory: EngineFactory, paths: readonly string[]): { code: number; lines: string[] } {
  const lines: string[] = [];
  return { code: run(paths, factory, (line) => lines.push(line)), lines };
}

describe("replaying recordings", () => {
  it("counts scenarios, and is content when none differs", () => {
    const { code, lines } = output(oracle(), files("filter_zero", "weights"));
    expect(lines).toEqual(["2 scenarios, 0 differ"]);
    expect(code).toBe(0);
  });

  it("shows where an engine parts from the recording: scenario, step, what was recorded and what came", () => {
    const { code, lines } = output(oracle(STRICT), files("filter_zero", "quota_limit_not_applied_to_children"));
    expect(lines[0]!.split("\n")).toEqual([
      "quota_limit_not_applied_to_children: step 2: offers differ",
      expect.stringMatching(/^ {2}doing {4}\{"do":"add_agent","id":"S0"/),
      "  expected O1 S0 to F1 as eng/web: cpus:8; mem:1024",
      "  actual   O1 S0 to F1 as eng/web: cpus:2; mem:1024",
    ]);
    expect(lines[1]).toBe("2 scenarios, 1 differ");
    expect(code).toBe(1);
  });

  it("takes a crash of the engine for a difference and goes on", () => {
    const crashing: EngineFactory = (options) => {
      const engine = oracle()(options);
      return new Proxy<AllocatorUnderTest>(engine, {
        get: (target, name) => {
          if (name === "recoverResources") throw new Error("the engine gave up");
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? (value.bind(target) as unknown) : value;
        },
      });
    };
    const { lines } = output(crashing, files("filter_zero", "event_agent_added"));
    expect(lines[0]).toContain("the engine gave up");
    expect(lines[1]).toBe("2 scenarios, 1 differ");
  });
});
