import { equalRanges, printRanges } from "./ranges.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { printScalar } from "./print.ts";
import { toMilli } from "./scalar.ts";
import { printSet } from "./sets.ts";
import { parseValue, tokenize } from "./value.ts";
import type { Attribute } from "./gen/mesos.ts";

/**
 * Reads the agent's `--attributes`: `rack:abc;level:10;zone:[1-5]`. Values are text unless they are numbers or ranges;
 * sets are not for attributes. A name may be there more than once.
 */
export function parseAttributes(text: string): Result<readonly Attribute[]> {
  const attributes: Attribute[] = [];
  for (const token of tokenize(text, /[;\n]/)) {
    const colon = token.indexOf(":");
    const name = token.slice(0, Math.max(colon, 0));
    const rest = token.slice(colon + 1);
    if (name === "" || rest === "") return err(`Invalid attribute key:value pair '${token}'`);
    const value = parseValue(rest);
    if (!value.ok) return err(`Failed to parse attribute ${name} text ${rest} error ${value.error}`);
    if (value.value.type === "SET") return err(`Bad type for attribute ${name} text ${rest} type SET`);
    attributes.push({ name, ...value.value });
  }
  return ok(attributes);
}

/** `rack=abc`, `level=10` */
export function printAttribute(attribute: Attribute): string {
  return `${attribute.name}=${printAttributeValue(attribute)}`;
}

/** Only the value, as in endpoint JSON and offer constraints. */
export function printAttributeValue({ type, scalar, ranges, set, text }: Attribute): string {
  switch (type) {
    case "SCALAR":
      return printScalar(scalar?.value ?? 0);
    case "RANGES":
      return printRanges(ranges?.range ?? []);
    case "SET":
      return printSet(set?.item ?? []);
    case "TEXT":
      return text?.value ?? "";
  }
}

/** The same attributes, in whatever order and however often each. */
export function equalAttributes(left: readonly Attribute[], right: readonly Attribute[]): boolean {
  if (left === right) return true;
  return (
    left.length === right.length &&
    left.every((attribute) => right.some((other) => equalAttribute(attribute, other))) &&
    right.every((attribute) => left.some((other) => equalAttribute(attribute, other)))
  );
}

function equalAttribute(left: Attribute, right: Attribute): boolean {
  if (left.name !== right.name || left.type !== right.type) return false;
  switch (left.type) {
    case "SCALAR":
      return toMilli(left.scalar?.value ?? 0) === toMilli(right.scalar?.value ?? 0);
    case "RANGES":
      return equalRanges(left.ranges?.range ?? [], right.ranges?.range ?? []);
    case "SET":
      return printAttributeValue(left) === printAttributeValue(right);
    case "TEXT":
      return left.text?.value === right.text?.value;
  }
}
