/** Comparing what two allocators decided, and saying readably what differs first. */
import { isDeepStrictEqual } from "node:util";
import { coalesceRanges } from "../../../src/model/ranges.ts";
import { withoutCopies } from "../../../src/model/resources.ts";
import type { Resource } from "../../../src/model/gen/mesos.ts";
import type {
  Expectation, ExpectedInverseOffer, ExpectedOffer, FinalState, Quantities, RoleState, Step,
} from "./format.ts";

/** The first thing that differs. `step` is undefined when all steps agree and only the final state does not. */
export interface Difference {
  readonly scenario: string;
  readonly step?: number;
  readonly doing?: Step;
  /** What was compared: offers, runs, outstanding, ... */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** A difference as a few lines for a terminal. */
export function printDifference({ scenario, step, doing, what, expected, actual }: Difference): string {
  const where = step === undefined ? "after the last step" : `step ${step}`;
  const lines = [`${scenario}: ${where}: ${what} differ`];
  if (doing !== undefined) lines.push(`  doing    ${shortened(json(doing))}`);
  lines.push(`  expected ${expected}`, `  actual   ${actual}`);
  return lines.join("\n");
}

/** What differs between two observations of one step; undefined if nothing does. */
export function differenceInStep(
  expected: Expectation, actual: Expectation,
): Pick<Difference, "what" | "expected" | "actual"> | undefined {
  for (const what of ["t", "runs", "result"] as const) {
    if (expected[what] !== actual[what]) {
      return { what, expected: String(expected[what]), actual: String(actual[what]) };
    }
  }
  return (
    differenceInLists("offers", expected.offers.map(printOffer), actual.offers.map(printOffer)) ??
    differenceInLists(
      "inverse offers",
      (expected.inverse_offers ?? []).map(printInverseOffer),
      (actual.inverse_offers ?? []).map(printInverseOffer),
    ) ??
    differenceInLists("outstanding offers", expected.outstanding, actual.outstanding) ??
    differenceInLists(
      "outstanding inverse offers", expected.outstanding_inverse ?? [], actual.outstanding_inverse ?? [],
    )
  );
}

/** What differs in the state after the last step. */
export function differenceInFinal(
  expected: FinalState, actual: FinalState,
): Pick<Difference, "what" | "expected" | "actual"> | undefined {
  return (
    differenceInLists("role order", expected.role_order, actual.role_order) ??
    differenceInMaps("framework order", expected.framework_order, actual.framework_order, (ids) => ids.join(" ")) ??
    differenceInMaps("role", expected.roles, actual.roles, printRole) ??
    differenceInMaps("available", expected.available, actual.available, printResources)
  );
}

/**
 * Resources in the order and form of the recordings: by name, then by their JSON with sorted keys; items sorted, ranges
 * coalesced, a shared volume once however many copies there are.
 */
export function normalized(resources: readonly Resource[]): string[] {
  const texts = withoutCopies(resources).map((resource) => {
    const set = resource.set && { item: [...(resource.set.item ?? [])].sort() };
    const ranges = resource.ranges && { range: coalesceRanges(resource.ranges.range ?? []) };
    const { allocation_info: _, ...rest } = resource;
    return { name: resource.name, text: json({ ...rest, set, ranges }) };
  });
  return texts.sort((a, b) => compare(a.name, b.name) || compare(a.text, b.text)).map(({ text }) => text);
}

function printOffer({ id, agent, framework, role, t, resources }: ExpectedOffer): string {
  return `${id} ${agent} to ${framework} as ${role}${t === undefined ? "" : ` at ${t}s`}: ${printResources(resources)}`;
}

function printInverseOffer({ id, agent, framework, t, unavailability }: ExpectedInverseOffer): string {
  return `${id} ${agent} to ${framework}${t === undefined ? "" : ` at ${t}s`}: ${json(unavailability)}`;
}

function printResources(resources: readonly Resource[]): string {
  return normalized(resources).map(briefly).join("; ") || "nothing";
}

function printRole(role: RoleState): string {
  return [
    `offers and tasks ${printQuantities(role.quota_consumed_by_offers_and_tasks)}`,
    `tasks ${printQuantities(role.quota_consumed_by_tasks)}`,
    `reserved ${printQuantities(role.reserved)}`,
    `reserved in use ${printQuantities(role.reserved_in_use)}`,
  ].join(", ");
}

function printQuantities(quantities: Quantities): string {
  return json(quantities);
}

/** A plain resource as `cpus:4`; everything else keeps its JSON. */
function briefly(text: string): string {
  const { name, type, scalar, ranges, set, ...rest } = JSON.parse(text) as Resource;
  const intervals = (): string => (ranges?.range ?? []).map(({ begin, end }) => `${begin}-${end}`).join(" ");
  const value = type === "SCALAR" ? scalar?.value : type === "RANGES" ? intervals() : (set?.item ?? []).join(" ");
  return `${name}:${value}${Object.keys(rest).length === 0 ? "" : json(rest)}`;
}

function differenceInLists(
  what: string, expected: readonly string[], actual: readonly string[],
): Pick<Difference, "what" | "expected" | "actual"> | undefined {
  if (isDeepStrictEqual(expected, actual)) return undefined;
  const at = expected.findIndex((entry, i) => entry !== actual[i]);
  const first = at < 0 ? expected.length : at;
  const show = (list: readonly string[]): string => {
    const shown = list.slice(first, first + 3).join("\n           ");
    const more = list.length - first > 3 ? `\n           ... ${list.length} in all` : "";
    return list.length > first ? shown + more : `nothing more (${list.length} in all)`;
  };
  return { what, expected: show(expected), actual: show(actual) };
}

function differenceInMaps<T>(
  what: string, expected: Readonly<Record<string, T>>, actual: Readonly<Record<string, T>>, print: (value: T) => string,
): Pick<Difference, "what" | "expected" | "actual"> | undefined {
  for (const key of [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()) {
    const [left, right] = [expected[key], actual[key]].map((value) => (value === undefined ? "absent" : print(value)));
    if (left !== right) return { what: `${what} of ${key}`, expected: left!, actual: right! };
  }
  return undefined;
}

function shortened(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}...` : text;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** JSON with sorted keys and without what is undefined; 64-bit numbers as plain numbers. */
function json(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === "bigint") return Number(inner);
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compare(a, b)));
  });
}
