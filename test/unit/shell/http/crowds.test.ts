/** How many one address may have of something, and how loudly it is said that it has too many. */
import { describe, expect, it } from "vitest";
import { createCrowds } from "../../../../src/shell/http/crowds.ts";
import { keptLog } from "../../../support/kept-log.ts";

describe("what comes from one address", () => {
  it("is limited, whatever others have, until some of it goes", () => {
    const crowds = createCrowds("connections", 2, keptLog());
    expect([crowds.join("a"), crowds.join("a"), crowds.join("a")]).toEqual([true, true, false]);
    expect(crowds.join("b")).toBe(true);
    crowds.leave("a");
    expect([crowds.join("a"), crowds.join("a")]).toEqual([true, false]);
  });

  it("is told once a second when it is too much, with how often", () => {
    const log = keptLog();
    let nowMs = 0;
    const crowds = createCrowds("connections", 0, log, () => nowMs);
    for (let i = 0; i < 5_000; i++) crowds.join("a");
    nowMs = 1_000;
    crowds.join("a");
    expect(log.lines.map(({ fields }) => fields)).toEqual([
      { peer: "a", limit: 0, times: 1 }, { peer: "a", limit: 0, times: 5_000 },
    ]);
  });
});
