/**
 * Offer constraints (FWK-43 to FWK-47): compiled once, asked once per agent. Texts of errors are those of Mesos.
 *
 * Regular expressions are RE2's: linear time in the text. Mesos bounds their compiled size twice; the program size is
 * counted by the library, the memory is estimated from it. What the library cannot count in time is refused by its length
 * alone: a pattern must be compiled to be counted, and a long one takes seconds.
 */
import { RE2JS } from "re2js";
import type { AgentInfo, Attribute } from "../model/gen/mesos.ts";
import type {
  AttributeConstraint, AttributeConstraint_Predicate, AttributeConstraint_Selector, OfferConstraints,
} from "../model/gen/scheduler.ts";
import { MAX_CONSTRAINTS, MAX_CONSTRAINTS_PATTERN_LENGTH } from "../model/limits.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { regexErrorText } from "./regex-error.ts";

/** Does the constraint of a role admit the agent? */
export type RoleConstraints = (agent: AgentInfo) => boolean;
/** By role; a role that is missing is not constrained. */
export type Constraints = ReadonlyMap<string, RoleConstraints>;

export interface RegexLimits {
  readonly maxProgramSize: number;
  readonly maxMemoryBytes: number;
}

/** Characters of a pattern that are repeated in an error. */
const MAX_SHOWN_LENGTH = 500;

/** Bytes RE2 takes per instruction, two thirds of its budget being for programs. */
const BYTES_PER_INSTRUCTION = 16;

type Test = (subject: Attribute | string | undefined) => boolean;

export function compileConstraints(
  constraints: OfferConstraints | undefined, limits: RegexLimits,
): Result<Constraints> {
  const excess = excessOf(constraints, limits);
  if (excess !== undefined) return err(excess);
  const result = new Map<string, RoleConstraints>();
  for (const [role, { groups }] of Object.entries(constraints?.role_constraints ?? {})) {
    if (groups === undefined || groups.length === 0) {
      return err(`'OfferConstraints::role_constraints' has an empty 'RoleConstraints::groups' for role ${role}`);
    }
    const alternatives: RoleConstraints[][] = [];
    for (const { attribute_constraints: list } of groups) {
      if (list === undefined || list.length === 0) {
        return err(
          `'OfferConstraints::RoleConstraints::groups' for role ${role}contains an empty RoleConstraints::Group`,
        );
      }
      const group: RoleConstraints[] = [];
      for (const constraint of list) {
        const compiled = compile(constraint, limits);
        if (!compiled.ok) return err(`A role ${role} has an invalid 'AttributeConstraint': ${compiled.error}`);
        group.push(compiled.value);
      }
      alternatives.push(group);
    }
    result.set(role, (agent) => alternatives.some((group) => group.every((admits) => admits(agent))));
  }
  return ok(result);
}

/** What is too much in all constraints together; a pattern that is too long by itself is refused as what it is. */
function excessOf(constraints: OfferConstraints | undefined, limits: RegexLimits): string | undefined {
  const all = Object.values(constraints?.role_constraints ?? {})
    .flatMap(({ groups }) => groups ?? []).flatMap(({ attribute_constraints: list }) => list ?? []);
  if (all.length > MAX_CONSTRAINTS) return `'OfferConstraints' has ${all.length} constraints: at most ${MAX_CONSTRAINTS} are taken`;
  const longest = longestPattern(limits);
  const lengths = all.map(({ predicate }) => weightedLength(regexOf(predicate) ?? "")).filter((each) => each <= longest);
  const length = lengths.reduce((sum, each) => sum + each, 0);
  const most = Math.max(MAX_CONSTRAINTS_PATTERN_LENGTH, longest);
  return length <= most ? undefined : `The patterns of 'OfferConstraints' have ${length} characters: at most ${most} are taken`;
}

function regexOf(predicate: AttributeConstraint_Predicate | undefined): string | undefined {
  return predicate?.text_matches?.regex ?? predicate?.text_not_matches?.regex;
}

/** Whatever compiles to so many instructions has fewer characters: `\x{10ffff}` is one, and has ten. */
function longestPattern({ maxProgramSize }: RegexLimits): number {
  return 16 * maxProgramSize;
}

/** A class of characters without regard to case takes long to compile, and counts as more. */
function weightedLength(pattern: string): number {
  return pattern.length * (/\(\?[A-Za-z-]*i/.test(pattern) && /[[\\\x80-\uffff]/.test(pattern) ? 16 : 1);
}

function compile({ selector, predicate }: AttributeConstraint, limits: RegexLimits): Result<RoleConstraints> {
  const select = compileSelector(selector);
  if (!select.ok) return select;
  const test = compilePredicate(predicate, limits);
  if (!test.ok) return test;
  return ok((agent) => test.value(select.value(agent)));
}

type Select = (agent: AgentInfo) => Attribute | string | undefined;

function compileSelector(selector: AttributeConstraint_Selector | undefined): Result<Select> {
  if (selector?.attribute_name !== undefined) {
    const name = selector.attribute_name;
    return ok((agent) => agent.attributes?.find((attribute) => attribute.name === name));
  }
  switch (selector?.pseudoattribute_type) {
    case "HOSTNAME":
      return ok((agent) => agent.hostname);
    case "REGION":
      return ok((agent) => agent.domain?.fault_domain?.region.name);
    case "ZONE":
      return ok((agent) => agent.domain?.fault_domain?.zone.name);
    case undefined:
      return err(
        "Exactly one of 'AttributeConstraint::Selector::name' or" +
          " 'AttributeConstraint::Selector::pseudoattribute_type' must be set",
      );
    default:
      return err("Unknown pseudoattribute type");
  }
}

function compilePredicate(predicate: AttributeConstraint_Predicate | undefined, limits: RegexLimits): Result<Test> {
  if (predicate?.exists !== undefined) return ok((subject) => subject !== undefined);
  if (predicate?.not_exists !== undefined) return ok((subject) => subject === undefined);
  if (predicate?.text_equals !== undefined) {
    const { value } = predicate.text_equals;
    return ok(onText((text) => text === value, true));
  }
  if (predicate?.text_not_equals !== undefined) {
    const { value } = predicate.text_not_equals;
    return ok(onText((text) => text === value, false));
  }
  const regex = regexOf(predicate);
  if (regex === undefined) return err("Unknown predicate type");
  const program = compileRegex(regex, limits);
  return program.ok ? ok(onText(program.value, predicate?.text_matches !== undefined)) : program;
}

/** A predicate on texts. What is missing fails it, or passes it negated; what is not a text passes either (FWK-46). */
function onText(holds: (text: string) => boolean, positive: boolean): Test {
  return (subject) => {
    if (subject === undefined) return !positive;
    if (typeof subject === "string") return holds(subject) === positive;
    return subject.type !== "TEXT" || holds(subject.text?.value ?? "") === positive;
  };
}

function compileRegex(pattern: string, limits: RegexLimits): Result<(text: string) => boolean> {
  const shown = pattern.length > MAX_SHOWN_LENGTH ? `${pattern.slice(0, MAX_SHOWN_LENGTH)}…` : pattern;
  const tooLarge = err(`Failed to construct regex from pattern '${shown}': pattern too large - compile failed`);
  if (weightedLength(pattern) > longestPattern(limits)) return tooLarge;
  try {
    const regex = RE2JS.compile(pattern);
    const size = regex.programSize();
    if (size * BYTES_PER_INSTRUCTION > (limits.maxMemoryBytes * 2) / 3) return tooLarge;
    if (size > limits.maxProgramSize) {
      return err(
        `Regex '${pattern}' is too complex: program size of ${size} is larger than maximum of` +
          ` ${limits.maxProgramSize} allowed`,
      );
    }
    return ok((text) => regex.matches(text));
  } catch (error) {
    return err(`Failed to construct regex from pattern '${shown}': ${regexErrorText(error, MAX_SHOWN_LENGTH)}`);
  }
}
