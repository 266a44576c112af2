import { describe, expect, it } from "vitest";
import { compileConstraints } from "../../../src/allocator/constraints.ts";
import type { AgentInfo, Attribute } from "../../../src/model/gen/mesos.ts";
import type { AttributeConstraint, AttributeConstraint_Predicate } from "../../../src/model/gen/scheduler.ts";

const LIMITS = { maxProgramSize: 100, maxMemoryBytes: 4096 };
const text = (name: string, value: string): Attribute => ({ name, type: "TEXT", text: { value } });
const AGENT: AgentInfo = {
  hostname: "node-17.dc1",
  attributes: [text("rack", "r1"), text("rack", "r2"), { name: "level", type: "SCALAR", scalar: { value: 3 } }],
  domain: { fault_domain: { region: { name: "eu" }, zone: { name: "eu-1" } } },
};

const on = (attribute: string, predicate: AttributeConstraint_Predicate): AttributeConstraint => ({
  selector: { attribute_name: attribute }, predicate,
});

function admits(...groups: AttributeConstraint[][]): boolean {
  const role_constraints = { a: { groups: groups.map((attribute_constraints) => ({ attribute_constraints })) } };
  const compiled = compileConstraints({ role_constraints }, LIMITS);
  if (!compiled.ok) throw new Error(compiled.error);
  expect(compiled.value.get("b"), "a role that is not named is not constrained").toBeUndefined();
  return compiled.value.get("a")!(AGENT);
}

const R1 = on("rack", { text_equals: { value: "r1" } });
const R2 = on("rack", { text_equals: { value: "r2" } });

describe("offer constraints", () => {
  it("look at the first attribute of a name only", () => {
    expect([admits([R1]), admits([R2])]).toEqual([true, false]);
  });

  it("are alternatives of things that must all hold", () => {
    expect(admits([R2], [R1])).toBe(true);
    expect(admits([R1, R2])).toBe(false);
  });

  it("know host, region and zone", () => {
    const pseudo = (pseudoattribute_type: "HOSTNAME" | "REGION" | "ZONE", regex: string): AttributeConstraint => ({
      selector: { pseudoattribute_type }, predicate: { text_matches: { regex } },
    });
    const host = pseudo("HOSTNAME", "node-1[0-9]\\..*");
    expect(admits([host, pseudo("REGION", "eu"), pseudo("ZONE", "eu-\\d")])).toBe(true);
    expect(admits([pseudo("HOSTNAME", "node-1")]), "the whole text must match").toBe(false);
  });

  it.each<[string, AttributeConstraint_Predicate, boolean, boolean, boolean]>([
    // predicate, on text "r1", on a scalar, on nothing
    ["exists", { exists: {} }, true, true, false],
    ["not exists", { not_exists: {} }, false, false, true],
    ["equals", { text_equals: { value: "r1" } }, true, true, false],
    ["not equals", { text_not_equals: { value: "r1" } }, false, true, true],
    ["matches", { text_matches: { regex: "r." } }, true, true, false],
    ["not matches", { text_not_matches: { regex: "r." } }, false, true, true],
  ])("%s: what is no text passes text predicates, what is missing the negated ones", (_, predicate, ...expected) => {
    expect(["rack", "level", "none"].map((attribute) => admits([on(attribute, predicate)]))).toEqual(expected);
  });
});

describe("constraints that cannot be", () => {
  const errorOf = (constraint: object): string => {
    const role_constraints = { a: { groups: [{ attribute_constraints: [constraint as AttributeConstraint] }] } };
    const compiled = compileConstraints({ role_constraints }, LIMITS);
    return compiled.ok ? "" : compiled.error;
  };

  it("have no groups, or an empty one", () => {
    const none = compileConstraints({ role_constraints: { a: { groups: [] } } }, LIMITS);
    const text = "'OfferConstraints::role_constraints' has an empty 'RoleConstraints::groups' for role a";
    expect(none).toEqual({ ok: false, error: text });
    const empty = compileConstraints({ role_constraints: { a: { groups: [{}] } } }, LIMITS);
    expect(empty.ok).toBe(false);
  });

  it("select or say nothing", () => {
    expect(errorOf({ selector: {}, predicate: { exists: {} } })).toContain("Exactly one of");
    expect(errorOf({ selector: { attribute_name: "x" }, predicate: {} })).toContain("Unknown predicate type");
  });

  it("have a pattern that is none, or is too large", () => {
    expect(errorOf(on("x", { text_matches: { regex: "(" } }))).toContain("Failed to construct regex from pattern '('");
    const large = errorOf(on("x", { text_matches: { regex: "a{60}b{60}" } }));
    expect(large.replace(/of \d+ is/, "of N is")).toBe(
      "A role a has an invalid 'AttributeConstraint': Regex 'a{60}b{60}' is too complex: program size of N is larger" +
        " than maximum of 100 allowed",
    );
  });

  it.each([
    // The first two are from recordings, the others from the list of texts of the library Mesos uses.
    ["(", "missing ): ("],
    ["[", "missing ]: ["],
    ["abc)", "unexpected ): abc)"],
    ["*a", "no argument for repetition operator: *"],
    ["a**", "bad repetition operator: **"],
    ["a{1001}", "invalid repetition size: {1001}"],
    ["\\q", "invalid escape sequence: \\q"],
    ["a\\", "trailing \\"],
    ["[z-a]", "invalid character class range: z-a"],
    ["(?=a)", "invalid perl operator: (?="],
    ["(?P<n", "invalid named capture group: (?P<n"],
  ])("are told as Mesos tells them: %s", (regex, text) => {
    expect(errorOf(on("x", { text_matches: { regex } }))).toBe(
      `A role a has an invalid 'AttributeConstraint': Failed to construct regex from pattern '${regex}': ${text}`,
    );
  });

  it.each([
    ["a long text", "a".repeat(10_000_000)],
    ["many classes, whatever the case", `(?i)${"[\\x{100}-\\x{10ffff}]".repeat(2_000)}`],
    ["repetitions of repetitions", "((((((a{10}){10}){10}){10}){10}){10})"],
    ["brackets in brackets", "(".repeat(100_000) + ")".repeat(100_000)],
    ["a little, a thousand times", "a{1000}"],
  ])("have a pattern that is made to be large: %s", (_, regex) => {
    const from = performance.now();
    const error = errorOf(on("x", { text_matches: { regex } }));
    expect(error).toMatch(/Failed to construct regex from pattern '/);
    expect(error.length, "and it is not said back as a whole").toBeLessThan(2_000);
    expect(performance.now() - from).toBeLessThan(500);
  });

  it("are too many, or too long all together", () => {
    const compiled = (list: AttributeConstraint[]) =>
      compileConstraints({ role_constraints: { a: { groups: [{ attribute_constraints: list }] } } }, LIMITS);
    const from = performance.now();
    expect(compiled(Array(10_000).fill(on("x", { text_matches: { regex: "(?i)[\\x{100}-\\x{10ffff}]" } })))).toEqual({
      ok: false, error: "The patterns of 'OfferConstraints' have 3840000 characters: at most 32768 are taken",
    });
    expect(compiled(Array(10_001).fill(R1))).toEqual({
      ok: false, error: "'OfferConstraints' has 10001 constraints: at most 10000 are taken",
    });
    expect(compiled(Array(500).fill(on("rack", { text_matches: { regex: "rack-(a|b|c)-[0-9]+" } }))).ok, "as many as anybody needs").toBe(true);
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it("take no time, however the text is chosen against them", () => {
    const evil = on("x", { text_matches: { regex: "(a*)*b" } });
    const compiled = compileConstraints(
      { role_constraints: { a: { groups: [{ attribute_constraints: [evil] }] } } }, LIMITS,
    );
    if (!compiled.ok) throw new Error(compiled.error);
    const from = performance.now();
    compiled.value.get("a")!({ hostname: "", attributes: [text("x", "a".repeat(20_000))] });
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
