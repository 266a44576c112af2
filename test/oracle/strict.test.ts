/**
 * Strict mode: the steps of a recording that shows a quirk, played on an oracle without it. What must come out instead
 * is what the documentation of quota, weights, shared resources and maintenance promises.
 */
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import type { ExpectedOffer } from "../golden/allocator/format.ts";
import { Player } from "../golden/allocator/replay.ts";
import { loadScenarios, namedFiles } from "../golden/allocator/scenario.ts";
import { oracle } from "./allocator.ts";
import { STRICT } from "./quirks.ts";

/** Offers and inverse offers of each step, until the script names offers that only the original made. */
function playStrictly(name: string, steps = Infinity): string[][] {
  const [scenario] = loadScenarios(namedFiles().find((path) => basename(path) === `${name}.jsonl`)!);
  const player = new Player(oracle(STRICT), scenario!.options);
  return scenario!.steps.slice(0, steps).map((step) => {
    const { offers, inverse_offers: asked = [] } = player.play(step);
    return [...offers.map(inBrief), ...asked.map(({ agent, framework }) => `leave ${agent} to ${framework}`)];
  });
}

function inBrief({ agent, framework, role, resources }: ExpectedOffer): string {
  const amounts = resources.map(({ name, scalar }) => `${name}:${scalar?.value}`).sort();
  return `${agent} to ${framework} as ${role} ${amounts.join(" ")}`;
}

describe("strict mode keeps what is documented", () => {
  it("holds children to the limit of their parent, and charges them at once", () => {
    expect(playStrictly("quota_limit_not_applied_to_children")).toEqual([
      [], [], ["S0 to F1 as eng/web cpus:2 mem:1024"], [], ["S1 to F2 as eng mem:1024"],
    ]);
  });

  it("serves a guarantee through the children of the role", () => {
    expect(playStrictly("quota_guarantee_not_served_through_children")).toEqual([
      [], [], [], ["S0 to F1 as eng/web cpus:4 mem:512"], ["S1 to F2 as dev cpus:4 mem:512"], [],
    ]);
  });

  it("heeds a new weight of an inner role at the next run", () => {
    const whole = "cpus:2 mem:512";
    expect(playStrictly("weight_change_inner_role_ignored")).toEqual([
      [], [], [`S0 to F1 as eng/web ${whole}`], [`S1 to F2 as ops ${whole}`], [], [`S2 to F1 as eng/web ${whole}`],
      [`S3 to F1 as eng/web ${whole}`], [`S4 to F1 as eng/web ${whole}`], [`S5 to F1 as eng/web ${whole}`],
    ]);
  });

  it("offers a shared volume to one framework per run, also while another uses it", () => {
    expect(playStrictly("shared_volume_offered_again_while_used", 4)).toEqual([
      [], ["S0 to F1 as db cpus:4 disk:100 mem:1024"], [], ["S0 to F2 as db cpus:3 disk:100 mem:896"],
    ]);
  });

  it("does not ask a framework again that accepted an inverse offer, only one that declined", () => {
    const asked = playStrictly("maintenance_inverse_offers").flat().filter((what) => what.startsWith("leave"));
    expect(asked).toEqual(["leave S0 to F1", "leave S0 to F1"]);
  });
});
