/** The target of a request line, taken apart as Mesos does it (wire-v0.md 1). */

export interface Target {
  readonly path: string;
  /** The last value of each key; undefined when a `%` in it is not followed by two hexadecimal digits. */
  readonly query: Readonly<Record<string, string>> | undefined;
}

/**
 * Undefined for a path that climbs (`/..`) or does not begin with a slash. Only the first segment is ever
 * percent-decoded, and only to find an actor (`/slave%281%29/state`): `/heal%74h` is not `/health`. Empty segments and
 * a trailing slash do not count.
 */
export function parseTarget(target: string, hasActor: (id: string) => boolean): Target | undefined {
  const [, rawPath = "", rawQuery = ""] = /^([^?#]*)(?:\?([^#]*))?/.exec(target) ?? [];
  if (!rawPath.startsWith("/") || rawPath.includes("/..")) return undefined;
  const segments = rawPath.split("/").filter((segment) => segment !== "");
  const actor = decode(segments[0] ?? "");
  if (actor !== segments[0] && hasActor(actor)) segments[0] = actor;
  return { path: `/${segments.join("/")}`, query: parseQuery(rawQuery) };
}

/** `;` separates as `&` does. */
function parseQuery(text: string): Record<string, string> | undefined {
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
  const query: Record<string, string> = {};
  for (const token of text.split(/[;&]/)) {
    if (token === "") continue;
    const at = token.indexOf("=");
    const [key, value] = at === -1 ? [token, ""] : [token.slice(0, at), token.slice(at + 1)];
    query[unescape(key)] = unescape(value);
  }
  return query;
}

/** The bytes that escapes stand for, as UTF-8 where they are. */
function unescape(text: string): string {
  const plain = text.replaceAll("+", " ");
  if (!plain.includes("%")) return plain;
  const bytes = Buffer.from(plain).toString("latin1")
    .replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
