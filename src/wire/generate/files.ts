/** The generator as a pure function: .proto texts in, TypeScript texts out. */
import { writeInterfaces } from "./interfaces.ts";
import { readSchema } from "./schema.ts";

/** Every generated file (path in the repository -> text) for the given .proto files (name -> text). */
export function generateFiles(sources: Readonly<Record<string, string>>): Record<string, string> {
  const files: Record<string, string> = {};
  for (const module of readSchema(sources)) files[`src/model/gen/${module.name}.ts`] = writeInterfaces(module);
  return files;
}
