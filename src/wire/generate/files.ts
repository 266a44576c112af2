/** The generator as a pure function: .proto texts in, TypeScript texts out. */
import { writeCodecs } from "./codecs.ts";
import { writeInterfaces } from "./interfaces.ts";
import { readSchema } from "./schema.ts";
import type { MessageType, Module } from "./schema.ts";
import { writeShapes } from "./shapes.ts";

/** Every generated file (path in the repository -> text) for the given .proto files (name -> text). */
export function generateFiles(sources: Readonly<Record<string, string>>): Record<string, string> {
  const modules = readSchema(sources);
  const recursive = recursiveMessages(modules);
  const files: Record<string, string> = {};
  for (const module of modules) {
    files[`src/model/gen/${module.name}.ts`] = writeInterfaces(module);
    files[`src/wire/gen/${module.name}.ts`] = writeCodecs(module, recursive);
    files[`src/wire/gen/shapes/${module.name}.ts`] = writeShapes(module);
  }
  return files;
}

/** Full names of the messages that can contain themselves: only those need a bound on nesting. */
function recursiveMessages(modules: readonly Module[]): Set<string> {
  const byRef = new Map<string, MessageType>();
  for (const module of modules) {
    for (const type of module.types) if (type.kind === "message") byRef.set(`${module.name}/${type.name}`, type);
  }
  const inside = (type: MessageType) =>
    type.fields.flatMap((field) => byRef.get(`${field.type?.module}/${field.type?.name}`) ?? []);
  const reaches = (start: MessageType) => {
    const seen = new Set<MessageType>();
    const todo = inside(start);
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next === start) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      todo.push(...inside(next));
    }
    return false;
  };
  return new Set([...byRef.values()].filter(reaches).map((type) => type.fullName));
}
