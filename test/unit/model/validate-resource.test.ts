import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Resource } from "../../../src/model/gen/mesos.ts";
import { validateResource, validateResources } from "../../../src/model/validate-resource.ts";

interface Probe {
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly message: string;
}
const probes: Probe[] = JSON.parse(
  readFileSync(new URL("../../golden/model/invalid-resources.json", import.meta.url), "utf8"),
);

test.each(probes)("refused with the words a Mesos master used: $name", ({ resources, message }) => {
  expect(validateResources(resources)).toEqual({ ok: false, error: message });
});

const cpus: Resource = { name: "cpus", type: "SCALAR", scalar: { value: 1 } };
const reserved = (reservation: NonNullable<Resource["reservations"]>[number]): Resource => ({
  ...cpus,
  reservations: [reservation],
});
const ranges = (...pairs: readonly [number, number][]): Resource => ({
  name: "ports",
  type: "RANGES",
  ranges: { range: pairs.map(([begin, end]) => ({ begin, end })) },
});
const disk = (info: Resource["disk"]): Resource => ({ ...cpus, name: "disk", disk: info });

test("a list nobody needs is refused before it costs time", () => {
  expect(validateResources(Array.from({ length: 2001 }, () => cpus))).toEqual({
    ok: false,
    error: "A list of 2001 resources is too long: at most 2000 are taken",
  });
  expect(validateResources(Array.from({ length: 2000 }, () => cpus)).ok).toBe(true);
});

describe("good ones", () => {
  test.each<[string, Resource]>([
    ["plain", cpus],
    ["zero", { ...cpus, scalar: { value: 0 } }],
    ["ports in any order, touching", ranges([5, 10], [1, 4])],
    ["no ports", { name: "ports", type: "RANGES", ranges: {} }],
    ["old format", { ...cpus, role: "eng", reservation: { principal: "p" } }],
    ["endpoint format", { ...reserved({ type: "DYNAMIC", role: "eng" }), role: "eng", reservation: {} }],
    ["static in endpoint format", { ...reserved({ type: "STATIC", role: "eng" }), role: "eng" }],
    ["refined", { ...cpus, reservations: [{ type: "STATIC", role: "a" }, { type: "DYNAMIC", role: "a/b" }] }],
    ["shared volume", { ...disk({ persistence: { id: "v" } }), shared: {} }],
    ["raw disk", disk({ source: { type: "RAW" } })],
  ])("%s", (_, resource) => {
    expect(validateResource(resource)).toEqual({ ok: true, value: resource });
  });
});

describe("bad ones", () => {
  const format = "Invalid resource format: 'Resource.";
  test.each<[string, Resource]>([
    ["Invalid set resource: duplicated elements", { name: "z", type: "SET", set: { item: ["a", "b", "a"] } }],
    ["Invalid set resource", { name: "z", type: "SET" }],
    ["Invalid ranges resource", { name: "z", type: "RANGES", scalar: { value: 1 } }],
    ["Invalid ranges resource: overlapping ranges", ranges([5, 10], [1, 7])],
    ["Invalid ranges resource: begin > end", ranges([1, 7], [5, 4])],
    ["Unsupported resource type", { name: "z", type: "TEXT" }],
    ["Mount should not be set for RAW disk source", disk({ source: { type: "RAW", mount: {} } })],
    ["Path should not be set for BLOCK disk source", disk({ source: { type: "BLOCK", path: { root: "/x" } } })],
    ["Unsupported 'DiskInfo.Source.Type' in 'UNKNOWN'", disk({ source: { type: "UNKNOWN" } })],
    ["Only persistent volumes can be shared", { ...disk({}), shared: {} }],
    [
      'Invalid reservation: role "*" cannot be dynamically reserved',
      { ...cpus, role: "*", reservation: { principal: "p" } },
    ],
    [
      "'Resource.ReservationInfo.type' must not be set for the 'Resource.reservation' field",
      { ...cpus, role: "eng", reservation: { type: "DYNAMIC" } },
    ],
    [
      "'Resource.ReservationInfo.role' must not be set for the 'Resource.reservation' field",
      { ...cpus, role: "eng", reservation: { role: "eng" } },
    ],
    ["Invalid reservation: 'Resource.ReservationInfo.type' field must be set.", reserved({ role: "eng" })],
    ["Unsupported 'Resource.ReservationInfo.Type'", reserved({ type: "UNKNOWN", role: "eng" })],
    [
      `${format}role' field with 'ops' does not match the role 'eng' in 'Resource.reservations'`,
      { ...reserved({ type: "STATIC", role: "eng" }), role: "ops" },
    ],
    [
      `${format}reservation' must not be set if the single reservation in 'Resource.reservations' is STATIC`,
      { ...reserved({ type: "STATIC", role: "eng" }), reservation: {} },
    ],
    [
      `${format}role' and 'Resource.reservation' must either be both set or both not set if the single reservation ` +
        "in 'Resource.reservations' is DYNAMIC",
      { ...reserved({ type: "DYNAMIC", role: "eng" }), role: "eng" },
    ],
    [
      `${format}reservation.principal' field with 'q' does not match the principal 'p' in 'Resource.reservations'`,
      { ...reserved({ type: "DYNAMIC", role: "eng", principal: "p" }), role: "eng", reservation: { principal: "q" } },
    ],
    [
      `${format}reservation.labels' field with '{}' does not match the labels '{k: v}' in 'Resource.reservations'`,
      {
        ...reserved({ type: "DYNAMIC", role: "eng", labels: { labels: [{ key: "k", value: "v" }] } }),
        role: "eng",
        reservation: {},
      },
    ],
    [
      `${format}role' must not be set if there is more than one reservation in 'Resource.reservations'`,
      { ...cpus, role: "a/b", reservations: [{ type: "STATIC", role: "a" }, { type: "DYNAMIC", role: "a/b" }] },
    ],
    [
      `${format}reservation' must not be set if there is more than one reservation in 'Resource.reservations'`,
      { ...cpus, reservation: {}, reservations: [{ type: "STATIC", role: "a" }, { type: "DYNAMIC", role: "a/b" }] },
    ],
  ])("%s", (error, resource) => {
    expect(validateResource(resource)).toEqual({ ok: false, error });
  });
});
