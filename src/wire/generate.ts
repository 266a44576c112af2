/**
 * Makes the TypeScript of the wire from src/wire/proto: `npm run generate`. A development tool; nothing imports it at
 * run time. It rewrites src/model/gen and src/wire/gen; a test makes them again in memory and compares.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateFiles } from "./generate/files.ts";

const protoFolder = "src/wire/proto";
const sources = Object.fromEntries(
  readdirSync(protoFolder)
    .filter((name) => name.endsWith(".proto"))
    .map((name) => [name, readFileSync(join(protoFolder, name), "utf8")]),
);
for (const [path, text] of Object.entries(generateFiles(sources))) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
