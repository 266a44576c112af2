/** Writes src/model/gen: one plain interface per message, one string union per enum. */
import type { EnumType, Field, MessageType, Module } from "./schema.ts";

/** The text of one module of interfaces. */
export function writeInterfaces(module: Module): string {
  const imports = new Map<string, Set<string>>();
  for (const type of module.types) {
    for (const field of type.kind === "message" ? type.fields : []) {
      if (field.type === undefined || field.type.module === module.name) continue;
      imports.set(field.type.module, (imports.get(field.type.module) ?? new Set()).add(field.type.name));
    }
  }
  const lines = [
    `// Made by \`npm run generate\` from src/wire/proto/${module.name}.proto. Do not edit.`,
    ...[...imports].sort().map(([from, names]) => importLine([...names].sort(), from)),
    ...module.types.flatMap((type) => ["", ...(type.kind === "enum" ? enumLines(type) : messageLines(type))]),
  ];
  return `${lines.join("\n")}\n`;
}

function importLine(names: readonly string[], from: string): string {
  const line = `import type { ${names.join(", ")} } from "./${from}.ts";`;
  if (line.length <= 120) return line;
  return ["import type {", ...names.map((name) => `  ${name},`), `} from "./${from}.ts";`].join("\n");
}

function enumLines(type: EnumType): string[] {
  return [
    `/** ${type.fullName} */`,
    `export type ${type.name} =`,
    ...type.values.map((value, at) => `  | ${JSON.stringify(value.name)}${at === type.values.length - 1 ? ";" : ""}`),
  ];
}

function messageLines(type: MessageType): string[] {
  const head = `/** ${type.fullName} */`;
  if (type.fields.length === 0) return [head, `export type ${type.name} = Readonly<Record<string, never>>;`];
  return [head, `export interface ${type.name} {`, ...type.fields.flatMap(fieldLines), "}"];
}

function fieldLines(field: Field): string[] {
  const notes = [
    ...(field.default === undefined ? [] : [`Default ${JSON.stringify(field.default)}.`]),
    ...(field.deprecated ? ["Deprecated."] : []),
    ...(field.v0Only ? ["In v0 only."] : []),
  ];
  const one = field.kind === "message" || field.kind === "enum" ? (field.type?.name ?? "") : scalarType(field);
  const type =
    field.label === "repeated" ? `readonly ${one}[]` : field.label === "map" ? `Readonly<Record<string, ${one}>>` : one;
  const mark = field.label === "required" ? "" : "?";
  return [...(notes.length > 0 ? [`  /** ${notes.join(" ")} */`] : []), `  readonly ${field.name}${mark}: ${type};`];
}

/** Nanoseconds are exact (bigint); every other number fits a double or is only shown. */
function scalarType(field: Field): string {
  switch (field.kind) {
    case "bool":
      return "boolean";
    case "string":
      return "string";
    case "bytes":
      return "Uint8Array";
    default:
      return field.name === "nanoseconds" ? "bigint" : "number";
  }
}
