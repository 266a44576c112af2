import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { isPersistentVolume, isRevocable } from "./resource.ts";
import { isDynamicallyReserved } from "./reservation.ts";
import { upgradeResource } from "./reservation-format.ts";
import { sum } from "./resources.ts";
import type { Resources } from "./resources.ts";
import { DEFAULT_ROLE } from "./role.ts";
import { validateResource } from "./validate-resource.ts";
import { parseValue, tokenize } from "./value.ts";
import type { Resource } from "./gen/mesos.ts";

/** Turns parsed JSON into Resource objects by the JSON rules of the wire, which this layer does not know. */
export type DecodeResources = (json: readonly unknown[]) => Result<readonly Resource[]>;

/**
 * Reads resources as the agent's `--resources` takes them: a JSON array of Resource objects, or text such as
 * `cpus:4;disk(role):10;ports:[31000-32000];zones:{a,b}`. What names no role is for `defaultRole`. The result is in
 * normal form; volumes, revocable and dynamically reserved resources are refused.
 */
export function parseResources(
  text: string,
  decode: DecodeResources,
  defaultRole: string = DEFAULT_ROLE,
): Result<Resources> {
  const json = parseJsonArray(text);
  const objects = json === undefined ? parseObjects(text, defaultRole) : fromJson(json, decode, defaultRole);
  return objects.ok ? checked(objects.value) : objects;
}

/** The text form only, as in `mesos-execute --resources` or a test. */
export function parseResourceText(text: string, defaultRole: string = DEFAULT_ROLE): Result<Resources> {
  const objects = parseObjects(text, defaultRole);
  return objects.ok ? checked(objects.value) : objects;
}

function checked(objects: readonly Resource[]): Result<Resources> {
  for (const resource of objects) {
    const valid = validateResource(resource);
    if (!valid.ok) return valid;
  }
  const resources = sum(objects.map(upgradeResource));
  const error = commandLineError(resources);
  return error === undefined ? ok(resources) : err(error);
}

function parseObjects(text: string, defaultRole: string): Result<readonly Resource[]> {
  const objects: Resource[] = [];
  for (const token of tokenize(text, /;/)) {
    const object = parseObject(token, defaultRole);
    if (!object.ok) return object;
    objects.push(object.value);
  }
  return ok(objects);
}

/** `name:value` or `name(role):value` */
function parseObject(token: string, defaultRole: string): Result<Resource> {
  const [left, text, extra] = tokenize(token, /:/);
  if (left === undefined || text === undefined || extra !== undefined) {
    return err(`Bad value for resources, missing or extra ':' in ${token}`);
  }
  const open = left.indexOf("(");
  const close = left.indexOf(")");
  if (open >= 0 && close < open) return err(`Bad value for resources, mismatched parentheses in ${token}`);
  const name = (open < 0 ? left : left.slice(0, open)).trim();
  const role = open < 0 ? defaultRole : left.slice(open + 1, close).trim();
  const value = parseValue(text);
  if (!value.ok) return err(`Failed to parse resource ${name} value ${text} error ${value.error}`);
  if (value.value.type === "TEXT") return err(`Bad type for resource ${name} value ${text} type TEXT`);
  const { type, scalar, ranges, set } = value.value;
  const quantity = scalar !== undefined ? { scalar } : ranges !== undefined ? { ranges } : { set };
  const reserved = role === DEFAULT_ROLE ? {} : { reservations: [{ type: "STATIC", role } as const] };
  return ok({ name, type, ...quantity, ...reserved });
}

function fromJson(json: readonly unknown[], decode: DecodeResources, role: string): Result<readonly Resource[]> {
  const decoded = decode(json);
  if (!decoded.ok) return err(`Some JSON resources were not formatted properly: ${decoded.error}`);
  return ok(
    decoded.value.map((resource) =>
      resource.role === undefined && (resource.reservations ?? []).length === 0 ? { ...resource, role } : resource,
    ),
  );
}

function parseJsonArray(text: string): readonly unknown[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function commandLineError(resources: Resources): string | undefined {
  const types = new Map<string, string>();
  for (const resource of resources) {
    const { name, type } = resource;
    if (isPersistentVolume(resource)) return "Persistent volumes cannot be specified at the command line";
    if (isRevocable(resource)) {
      return (
        "Revocable resources cannot be specified at the command line; " +
        "do not include a 'revocable' key in the resources JSON"
      );
    }
    if (isDynamicallyReserved(resource)) {
      return (
        "Dynamic reservations cannot be specified at the command line; " +
        "do not include a reservation with DYNAMIC type in the resources JSON"
      );
    }
    if ((types.get(name) ?? type) !== type) {
      return `Resources with the same name ('${name}') but different types are not allowed`;
    }
    types.set(name, type);
  }
  return undefined;
}
