/** ACLs as operators write them (--acls), and as decisions need them. */
import { err, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { ACTIONS, AUTHORIZABLE_PATHS } from "./actions.ts";
import type { AclField, Action } from "./actions.ts";

/** Some principals or objects by name, all of them, or none of them. */
export type Entity = "ANY" | "NONE" | ReadonlySet<string>;

/** `below`: instead of objects, every role below this one: `eng/` stands for the pattern `eng/%`. */
export interface Rule {
  readonly principals: Entity;
  readonly objects: Entity;
  readonly below?: string;
}

export interface Acls {
  /** What is decided when no rule matches. */
  readonly permissive: boolean;
  readonly rules: ReadonlyMap<Action, readonly Rule[]>;
  /** Members that mean nothing: most likely misspelled, and then something is less protected than its operator believes. */
  readonly unknown: readonly string[];
}

/** Reads the JSON of --acls. Errors name the member. */
export function readAcls(json: unknown): Result<Acls> {
  if (!isObject(json)) return err("Expected --acls to be a JSON object");
  const given = new Map(Object.entries(json));
  const permissive = given.get("permissive") ?? true;
  if (typeof permissive !== "boolean") return err(`ACLs: 'permissive' is ${JSON.stringify(permissive)}, expected true or false`);
  const rules = new Map<Action, readonly Rule[]>();
  for (const [action, field] of Object.entries(ACTIONS) as [Action, AclField][]) {
    const list = readRules(field, given.get(field.field) ?? []);
    if (!list.ok) return list;
    if (list.value.length > 0) rules.set(action, list.value);
  }
  const known = new Set<string>(["permissive", ...Object.values(ACTIONS).map(({ field }) => field)]);
  return ok({ permissive, rules, unknown: [...given.keys()].filter((name) => !known.has(name)) });
}

function readRules(field: AclField, list: unknown): Result<readonly Rule[]> {
  if (!Array.isArray(list)) return err(`ACLs: '${field.field}' is no list`);
  const rules: Rule[] = [];
  for (const [index, each] of list.entries()) {
    const where = `ACLs: ${field.field}[${index}]`;
    if (!isObject(each)) return err(`${where} is no object`);
    const members = new Map(Object.entries(each));
    const principals = readEntity(`${where}.principals`, members.get("principals"));
    if (!principals.ok) return principals;
    const objects = readEntity(`${where}.${field.objects}`, members.get(field.objects));
    if (!objects.ok) return objects;
    const wrong = objectsError(field, objects.value);
    if (wrong !== undefined) return err(wrong);
    if (field.kind === "roles") rules.push(...roleRules(principals.value, objects.value));
    else rules.push({ principals: principals.value, objects: objects.value });
  }
  return ok(rules);
}

function readEntity(where: string, entity: unknown): Result<Entity> {
  if (!isObject(entity)) return err(`${where} is missing: expected {"values": […]} or {"type": "ANY"}`);
  const members = new Map(Object.entries(entity));
  const [type, values] = [members.get("type") ?? "SOME", members.get("values") ?? []];
  if (type === "ANY" || type === "NONE") return ok(type);
  if (type !== "SOME") return err(`${where}.type is ${JSON.stringify(type)}: expected SOME, ANY or NONE`);
  if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) {
    return err(`${where}.values is no list of texts`);
  }
  return ok(new Set(values as readonly string[]));
}

function objectsError({ kind, name, field }: AclField, objects: Entity): string | undefined {
  if (typeof objects === "string") return undefined;
  // Of this one alone Mesos does not say so, and takes it.
  if (kind === "all or none" && field !== "mark_agents_gone") return `ACL.${name} type must be either NONE or ANY`;
  if (field !== "get_endpoints") return undefined;
  const strange = [...objects].find((path) => !AUTHORIZABLE_PATHS.has(path));
  return strange === undefined ? undefined : `Path: '${strange}' is not an authorizable path`;
}

/** Each pattern becomes a rule of its own; they stand beside each other, so it is the same which comes first (AUT-16). */
function roleRules(principals: Entity, objects: Entity): readonly Rule[] {
  if (typeof objects === "string") return [{ principals, objects }];
  const patterns = [...objects].filter((role) => role.endsWith("/%"));
  const rules: Rule[] = patterns.map((role) => ({ principals, objects: "ANY", below: role.slice(0, -1) }));
  const plain = [...objects].filter((role) => !role.endsWith("/%"));
  return plain.length === 0 && patterns.length > 0 ? rules : [...rules, { principals, objects: new Set(plain) }];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
