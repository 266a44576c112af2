/**
 * Offer constraints (FWK-43 to FWK-47): compiled once, asked once per agent. Texts of errors are those of Mesos.
 *
 * Regular expressions are RE2's: linear time in the text. Mesos bounds their compiled size twice; the program size is
 * counted by the library, the memory is estimated from it.
 */
import { RE2JS } from "re2js";
import type { AgentInfo, Attribute } from "../model/gen/mesos.ts";
import type {
  AttributeConstraint, AttributeConstraint_Predicate, AttributeConstraint_Selector, OfferConstraints,
} from "../model/gen/scheduler.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";

/** Does the constraint of a role admit the agent? */
export type RoleConstraints = (agent: AgentInfo) => boolean;
/** By role; a role that is missing is not constrained. */
export type Constraints = ReadonlyMap<string, RoleConstraints>;

export interface RegexLimits {
  readonly maxProgramSize: number;
  readonly maxMemoryBytes: number;
}

/** Bytes RE2 takes per instruction, two thirds of its budget being for programs. */
const BYTES_PER_INSTRUCTION = 16;

type Test = (subject: Attribute | string | undefined) => boolean;

export function compileConstraints(
  constraints: OfferConstraints | undefined, limits: RegexLimits,
): Result<Constraints> {
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
  const regex = predicate?.text_matches?.regex ?? predicate?.text_not_matches?.regex;
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
  try {
    const regex = RE2JS.compile(pattern);
    const size = regex.programSize();
    if (size * BYTES_PER_INSTRUCTION > (limits.maxMemoryBytes * 2) / 3) {
      return err(`Failed to construct regex from pattern '${pattern}': pattern too large - compile failed`);
    }
    if (size > limits.maxProgramSize) {
      return err(
        `Regex '${pattern}' is too complex: program size of ${size} is larger than maximum of` +
          ` ${limits.maxProgramSize} allowed`,
      );
    }
    return ok((text) => regex.matches(text));
  } catch (error) {
    return err(`Failed to construct regex from pattern '${pattern}': ${(error as Error).message}`);
  }
}
