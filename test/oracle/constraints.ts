/**
 * Offer constraints (FWK-43 to FWK-47): per role an OR of groups, each an AND of attribute constraints. A role that is
 * not named is unconstrained.
 */
import { RE2JS } from "re2js";
import type { Attribute } from "../../src/model/gen/mesos.ts";
import type {
  AttributeConstraint, AttributeConstraint_Predicate, OfferConstraints,
} from "../../src/model/gen/scheduler.ts";
import type { AgentArgs } from "../golden/allocator/under-test.ts";

/** Must the agent not be offered to the framework in this role, whatever it has? */
export function isExcluded(constraints: OfferConstraints | undefined, role: string, agent: AgentArgs): boolean {
  const groups = constraints?.role_constraints?.[role]?.groups;
  if (groups === undefined) return false;
  return !groups.some((group) => (group.attribute_constraints ?? []).every((constraint) => holds(constraint, agent)));
}

function holds({ selector, predicate }: AttributeConstraint, agent: AgentArgs): boolean {
  const { attribute_name: name, pseudoattribute_type: pseudo } = selector;
  if (name !== undefined) return holdsOf(predicate, agent.attributes.find((attribute) => attribute.name === name));
  switch (pseudo) {
    case "HOSTNAME":
      return holdsOf(predicate, agent.hostname);
    case "REGION":
      return holdsOf(predicate, agent.domain?.region);
    case "ZONE":
      return holdsOf(predicate, agent.domain?.zone);
    default:
      throw new Error(`selector ${JSON.stringify(selector)} passed validation`);
  }
}

/** Of an attribute, a text, or nothing at all. About an attribute that is no text every text predicate is true. */
function holdsOf(predicate: AttributeConstraint_Predicate, subject: Attribute | string | undefined): boolean {
  if (predicate.exists !== undefined) return subject !== undefined;
  if (predicate.not_exists !== undefined) return subject === undefined;
  const negated = predicate.text_not_equals !== undefined || predicate.text_not_matches !== undefined;
  if (subject === undefined) return negated;
  if (typeof subject !== "string" && subject.type !== "TEXT") return true;
  const text = typeof subject === "string" ? subject : (subject.text?.value ?? "");
  const equals = predicate.text_equals ?? predicate.text_not_equals;
  const matches = predicate.text_matches ?? predicate.text_not_matches;
  const positive = equals !== undefined ? text === equals.value : matchesAll(matches?.regex ?? "", text);
  return positive !== negated;
}

const compiled = new Map<string, RE2JS>();

/** RE2 syntax, and the whole text must match. */
function matchesAll(regex: string, text: string): boolean {
  const pattern = compiled.get(regex) ?? RE2JS.compile(regex);
  compiled.set(regex, pattern);
  return pattern.matches(text);
}
