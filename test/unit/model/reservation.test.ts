import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Resource } from "../../../src/model/gen/mesos.ts";
import {
  commonReservations,
  hasRefinedReservations,
  isAllocatableTo,
  isDynamicallyReserved,
  isReserved,
  isReservedToSubtree,
  isUnreserved,
  popReservation,
  pushReservation,
  roleOf,
} from "../../../src/model/reservation.ts";
import {
  downgradeResource,
  downgradeResources,
  endpointResource,
  upgradeResource,
  upgradeResources,
} from "../../../src/model/reservation-format.ts";

const cpus: Resource = { name: "cpus", type: "SCALAR", scalar: { value: 1 } };
const forEng: Resource = { ...cpus, reservations: [{ type: "STATIC", role: "eng" }] };
const forWeb = pushReservation(forEng, { type: "DYNAMIC", role: "eng/web", principal: "ada" });

describe("whose is it", () => {
  test("the last reservation owns the resource", () => {
    expect([roleOf(cpus), roleOf(forEng), roleOf(forWeb)]).toEqual(["*", "eng", "eng/web"]);
    expect([cpus, forEng, forWeb].map(isUnreserved)).toEqual([true, false, false]);
    expect([cpus, forEng, forWeb].map(isDynamicallyReserved)).toEqual([false, false, true]);
    expect([cpus, forEng, forWeb].map(hasRefinedReservations)).toEqual([false, false, true]);
    expect(isReserved(forWeb)).toBe(true);
    expect(isReserved(forWeb, "eng")).toBe(false);
    expect(isReserved(forWeb, "eng/web")).toBe(true);
  });

  test("roles below may be offered it, roles above and beside may not (ALC-25)", () => {
    expect(isAllocatableTo(forEng, "eng/web")).toBe(true);
    expect(isAllocatableTo(forWeb, "eng")).toBe(false);
    expect(isAllocatableTo(forEng, "ops")).toBe(false);
    expect(isAllocatableTo(cpus, "ops")).toBe(true);
    expect(isReservedToSubtree(forWeb, "eng")).toBe(true);
    expect(isReservedToSubtree(cpus, "eng")).toBe(false);
  });

  test("push and pop are inverse; popping an unreserved one does nothing", () => {
    expect(popReservation(forWeb)).toEqual(forEng);
    expect(popReservation(popReservation(forWeb))).toEqual(cpus);
    expect(popReservation(cpus)).toBe(cpus);
  });

  test("what two stacks share is their beginning", () => {
    const forApi = pushReservation(forEng, { type: "DYNAMIC", role: "eng/api" });
    expect(commonReservations(forWeb, forApi)).toEqual(forEng.reservations);
    expect(commonReservations(forWeb, forWeb)).toEqual(forWeb.reservations);
    expect(commonReservations(forWeb, cpus)).toEqual([]);
  });
});

describe("formats (ALC-27)", () => {
  const recorded: Resource[] = JSON.parse(
    readFileSync(new URL("../../golden/model/endpoint-resources.json", import.meta.url), "utf8"),
  );

  test.each(recorded)("what Mesos shows in its endpoints comes from the stack alone: $name $role", (resource) => {
    const upgraded = upgradeResource(resource);
    expect(upgraded.role ?? upgraded.reservation).toBeUndefined();
    expect(upgraded.reservations).toEqual(resource.reservations);
    expect(endpointResource(upgraded)).toEqual(resource);
  });

  test("the format before refinement says static and dynamic by the presence of `reservation`", () => {
    const dynamic: Resource = { ...cpus, role: "eng", reservation: { principal: "ada", labels: { labels: [] } } };
    expect(upgradeResource({ ...cpus, role: "eng" })).toEqual(forEng);
    expect(upgradeResource(dynamic).reservations).toEqual([
      { type: "DYNAMIC", role: "eng", principal: "ada", labels: { labels: [] } },
    ]);
    expect(downgradeResource(upgradeResource(dynamic))).toEqual({ ok: true, value: dynamic });
    expect(downgradeResource(cpus)).toEqual({ ok: true, value: { ...cpus, role: "*" } });
  });

  test("a refined reservation cannot be said in the old format", () => {
    const error = "Cannot downgrade resources containing refined reservations";
    expect(downgradeResource(forWeb)).toEqual({ ok: false, error });
    expect(downgradeResources([cpus, forWeb])).toEqual({ ok: false, error });
    expect(downgradeResources([cpus])).toEqual({ ok: true, value: [{ ...cpus, role: "*" }] });
  });

  test("a list in the inner format is left alone", () => {
    const list = [cpus, forWeb];
    expect(upgradeResources(list)).toBe(list);
    expect(upgradeResources([cpus, { ...cpus, role: "*" }])).toEqual([cpus, cpus]);
  });
});
