/** Writes src/wire/gen/shapes: the tables JSON works from. */
import type { Field, MessageType, Module } from "./schema.ts";

/** The text of one module of shapes. */
export function writeShapes(module: Module): string {
  const messages = module.types.filter((type) => type.kind === "message");
  const enums = module.types.filter((type) => type.kind === "enum");
  const foreign = new Set(
    messages
      .flatMap((type) => type.fields.map((field) => field.type?.module))
      .filter((name) => name !== undefined && name !== module.name),
  );
  const helpers = [
    ...(messages.length > 0 ? ["define"] : []),
    ...(enums.length > 0 ? ["enumShape"] : []),
    ...(messages.some((type) => type.fields.length > 0) ? ["field"] : []),
    "messageShape",
  ];
  const lines = [
    `// Made by \`npm run generate\` from src/wire/proto/${module.name}.proto. Do not edit.`,
    `import { ${helpers.join(", ")} } from "../../shape.ts";`,
    ...[...foreign].sort().map((name) => `import * as ${name}Shapes from "./${name}.ts";`),
    "",
    ...enums.map((type) => {
      const values = type.values.map((value) => `  ${value.name}: ${value.number},`).join("\n");
      return `export const ${type.name} = enumShape("${type.fullName}", {\n${values}\n});`;
    }),
    ...messages.map((type) => `export const ${type.name} = messageShape("${type.fullName}");`),
    "",
    ...messages.map((type) => defineLines(type, module.name)),
  ];
  return `${lines.join("\n")}\n`;
}

function defineLines(type: MessageType, module: string): string {
  if (type.fields.length === 0) return `define(${type.name}, []);`;
  const fields = type.fields.map((field) => `  ${fieldText(field, module)},`);
  return `define(${type.name}, [\n${fields.join("\n")}\n]);`;
}

function fieldText(field: Field, module: string): string {
  const extras = [
    ...(field.default !== undefined && !field.deprecated ? [`shownDefault: ${JSON.stringify(field.default)}`] : []),
    ...(field.v0Only ? ["v0Only: true"] : []),
    ...(field.rivals.length > 0 ? [`rivals: ${JSON.stringify(field.rivals)}`] : []),
  ];
  const tail = extras.length > 0 ? `, { ${extras.join(", ")} }` : "";
  return `field(${field.number}, "${field.label}", "${field.name}", ${typeText(field, module)}${tail})`;
}

function typeText(field: Field, module: string): string {
  if (field.type === undefined) return field.name === "nanoseconds" ? '"nanoseconds"' : `"${field.kind}"`;
  return field.type.module === module ? field.type.name : `${field.type.module}Shapes.${field.type.name}`;
}
