/** Which required fields a message lacks, in the words of C++ protobuf (clients see them in 400 answers). */
import type { FieldShape, MessageShape } from "./shape.ts";

/** `Missing required fields: subscribe.framework_info.user, accept.operations[0].launch` for these paths. */
export function describeMissing(paths: readonly string[]): string {
  return `Missing required fields: ${paths.join(", ")}`;
}

/** Adds the paths of all missing fields below `value`: own fields in declaration order, then submessages by number. */
export function collectMissing(
  shape: MessageShape,
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  found: string[],
): void {
  for (const field of shape.fields) {
    if (field.label === "required" && value[field.name] === undefined) found.push(prefix + field.name);
  }
  for (const field of shape.byNumber) {
    const held = value[field.name];
    if (held === undefined || typeof field.type === "string" || field.type.kind === "enum") continue;
    visitField(field, field.type, held, prefix, found);
  }
}

function visitField(field: FieldShape, type: MessageShape, held: unknown, prefix: string, found: string[]): void {
  const path = prefix + field.name;
  switch (field.label) {
    case "repeated":
      (held as Readonly<Record<string, unknown>>[]).forEach((item, at) => {
        collectMissing(type, item, `${path}[${at}].`, found);
      });
      return;
    case "map": // C++ sees a map as repeated entries with a `value`.
      Object.values(held as Record<string, Readonly<Record<string, unknown>>>).forEach((item, at) => {
        collectMissing(type, item, `${path}[${at}].value.`, found);
      });
      return;
    default:
      collectMissing(type, held as Readonly<Record<string, unknown>>, `${path}.`, found);
  }
}
