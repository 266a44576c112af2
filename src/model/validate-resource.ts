import { equalLabels, printLabels } from "./labels.ts";
import { MAX_RESOURCES } from "./limits.ts";
import { printDiskSource, printResource } from "./print.ts";
import { reservationsOf } from "./reservation.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { isStrictSubroleOf, validateRole } from "./role.ts";
import { toMilli } from "./scalar.ts";
import type { Resource, Resource_DiskInfo_Source, Resource_ReservationInfo, Value_Range } from "./gen/mesos.ts";

/**
 * Is this a Resource object anybody may name (http-v1.md 10.8)? Takes any wire format, gives the object back unchanged.
 * The error texts are those Mesos sends to frameworks and operators.
 */
export function validateResource(resource: Resource): Result<Resource> {
  const error =
    valueError(resource) ?? diskError(resource) ?? reservationError(resource) ?? sharedError(resource);
  return error === undefined ? ok(resource) : err(error);
}

/** The last ones found to be right: the same objects come again and again. */
const recent = new Array<Resource | undefined>(16).fill(undefined);
let next = 0;

/** Checks a list; the error names the first bad object as Mesos prints it. */
export function validateResources(resources: readonly Resource[] = []): Result<readonly Resource[]> {
  if (resources.length > MAX_RESOURCES) {
    return err(`A list of ${resources.length} resources is too long: at most ${MAX_RESOURCES} are taken`);
  }
  for (const resource of resources) {
    if (recent.includes(resource)) continue;
    const valid = validateResource(resource);
    if (!valid.ok) return err(`Resource '${printResource(resource)}' is invalid: ${valid.error}`);
    recent[next] = resource;
    next = (next + 1) % recent.length;
  }
  return ok(resources);
}

function valueError(resource: Resource): string | undefined {
  if (resource.name === "") return "Empty resource name";
  const { scalar, ranges, set } = resource;
  switch (resource.type) {
    case "SCALAR":
      if (scalar === undefined || ranges !== undefined || set !== undefined) return "Invalid scalar resource";
      return scalar.value !== 0 && toMilli(scalar.value) <= 0 ? "Invalid scalar resource: value <= 0" : undefined;
    case "RANGES":
      if (ranges === undefined || scalar !== undefined || set !== undefined) return "Invalid ranges resource";
      return rangesError(ranges.range ?? []);
    case "SET":
      if (set === undefined || scalar !== undefined || ranges !== undefined) return "Invalid set resource";
      return new Set(set.item).size < (set.item?.length ?? 0)
        ? "Invalid set resource: duplicated elements"
        : undefined;
    default:
      return "Unsupported resource type";
  }
}

/** Stricter than Mesos in one point: overlaps count in whatever order the intervals come. */
function rangesError(ranges: readonly Value_Range[]): string | undefined {
  if (ranges.some(({ begin, end }) => begin > end)) return "Invalid ranges resource: begin > end";
  const ascending = ranges.toSorted((left, right) => left.begin - right.begin);
  const overlaps = ascending.some(({ begin }, i) => i > 0 && begin <= ascending[i - 1]!.end);
  return overlaps ? "Invalid ranges resource: overlapping ranges" : undefined;
}

function diskError({ name, disk }: Resource): string | undefined {
  if (disk === undefined) return undefined;
  if (name !== "disk") return `DiskInfo should not be set for ${name} resource`;
  return disk.source === undefined ? undefined : sourceError(disk.source);
}

function sourceError(source: Resource_DiskInfo_Source): string | undefined {
  switch (source.type) {
    case "PATH":
    case "MOUNT":
      return undefined;
    case "BLOCK":
    case "RAW":
      if (source.mount !== undefined) return `Mount should not be set for ${source.type} disk source`;
      if (source.path !== undefined) return `Path should not be set for ${source.type} disk source`;
      return undefined;
    default:
      return `Unsupported 'DiskInfo.Source.Type' in '${printDiskSource(source)}'`;
  }
}

function reservationError(resource: Resource): string | undefined {
  const reservations = reservationsOf(resource);
  const [first, second] = reservations;
  if (first === undefined) return oldFormatError(resource);
  for (const reservation of reservations) {
    const error = levelError(reservation);
    if (error !== undefined) return error;
  }
  const formatError = second === undefined ? bothFormatsError(resource, first) : mixedError(resource);
  return refinementError(reservations) ?? formatError;
}

/** `role` and `reservation`, the format before refinement. */
function oldFormatError({ role, reservation }: Resource): string | undefined {
  const valid = validateRole(role ?? "*");
  if (!valid.ok) return valid.error;
  if (reservation === undefined) return undefined;
  if (reservation.type !== undefined) return mustNotBeSet("type");
  if (reservation.role !== undefined) return mustNotBeSet("role");
  if ((role ?? "*") === "*") return 'Invalid reservation: role "*" cannot be dynamically reserved';
  return undefined;
}

function mustNotBeSet(field: string): string {
  return `'Resource.ReservationInfo.${field}' must not be set for the 'Resource.reservation' field`;
}

function levelError({ type, role }: Resource_ReservationInfo): string | undefined {
  if (type === undefined) return "Invalid reservation: 'Resource.ReservationInfo.type' field must be set.";
  if (role === undefined) return "Invalid reservation: 'Resource.ReservationInfo.role' field must be set.";
  const valid = validateRole(role);
  if (!valid.ok) return valid.error;
  return role === "*" ? 'Invalid reservation: role "*" cannot be reserved' : undefined;
}

function refinementError(reservations: readonly Resource_ReservationInfo[]): string | undefined {
  for (let i = 1; i < reservations.length; i++) {
    const { type, role = "" } = reservations[i]!;
    const ancestor = reservations[i - 1]!.role ?? "";
    if (type === "STATIC") return "Invalid refined reservation: A refined reservation cannot be STATIC";
    if (!isStrictSubroleOf(role, ancestor)) {
      return `Invalid refined reservation: role '${role}' is not a refinement of '${ancestor}'`;
    }
  }
  return undefined;
}

/** One reservation may be said in both formats if they agree (the endpoint format). */
function bothFormatsError(
  { role, reservation: old }: Resource,
  reservation: Resource_ReservationInfo,
): string | undefined {
  const bad = "Invalid resource format: 'Resource.";
  if (role !== undefined && role !== reservation.role) {
    return `${bad}role' field with '${role}' does not match the role '${reservation.role}' in 'Resource.reservations'`;
  }
  if (reservation.type === "STATIC") {
    const rule = "must not be set if the single reservation in 'Resource.reservations' is STATIC";
    return old === undefined ? undefined : `${bad}reservation' ${rule}`;
  }
  if (reservation.type !== "DYNAMIC") return "Unsupported 'Resource.ReservationInfo.Type'";
  if ((role === undefined) !== (old === undefined)) {
    const rule = "if the single reservation in 'Resource.reservations' is DYNAMIC";
    return `${bad}role' and 'Resource.reservation' must either be both set or both not set ${rule}`;
  }
  if (old === undefined) return undefined;
  if ((old.principal ?? "") !== (reservation.principal ?? "")) {
    const values = `'${old.principal ?? ""}' does not match the principal '${reservation.principal ?? ""}'`;
    return `${bad}reservation.principal' field with ${values} in 'Resource.reservations'`;
  }
  const labels = [old.labels ?? {}, reservation.labels ?? {}] as const;
  if (!equalLabels(...labels)) {
    const values = `'${printLabels(labels[0])}' does not match the labels '${printLabels(labels[1])}'`;
    return `${bad}reservation.labels' field with ${values} in 'Resource.reservations'`;
  }
  return undefined;
}

function mixedError({ role, reservation }: Resource): string | undefined {
  const rule = "must not be set if there is more than one reservation in 'Resource.reservations'";
  if (role !== undefined) return `Invalid resource format: 'Resource.role' ${rule}`;
  if (reservation !== undefined) return `Invalid resource format: 'Resource.reservation' ${rule}`;
  return undefined;
}

function sharedError({ name, disk, shared }: Resource): string | undefined {
  if (shared === undefined) return undefined;
  if (name !== "disk") return `Resource ${name} cannot be shared`;
  return disk?.persistence === undefined ? "Only persistent volumes can be shared" : undefined;
}
