/** The target of a request line, taken apart as Mesos does it (wire-v0.md 1): path, and query with the last value of a key. */

export interface Target {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Undefined for a path that climbs (`/..`) or does not begin with a slash. Only the first segment is ever percent-decoded,
 * and only to find an actor (`/slave%281%29/state`): `/heal%74h` is not `/health`. Empty segments and a trailing slash do
 * not count.
 */
export function parseTarget(target: string, hasActor: (id: string) => boolean): Target | undefined {
  const [, rawPath = "", rawQuery = ""] = /^([^?#]*)(?:\?([^#]*))?/.exec(target) ?? [];
  if (!rawPath.startsWith("/") || rawPath.includes("/..")) return undefined;
  const segments = rawPath.split("/").filter((segment) => segment !== "");
  const actor = decode(segments[0] ?? "");
  if (actor !== segments[0] && hasActor(actor)) segments[0] = actor;
  const query: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(rawQuery)) query[key] = value;
  return { path: `/${segments.join("/")}`, query };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
