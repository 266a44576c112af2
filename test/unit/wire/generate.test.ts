import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateFiles } from "../../../src/wire/generate/files.ts";

const PROTO = "src/wire/proto";
const GENERATED = ["src/model/gen", "src/wire/gen", "src/wire/gen/shapes"];

function protoFiles(): Record<string, string> {
  return Object.fromEntries(readdirSync(PROTO).map((name) => [name, readFileSync(join(PROTO, name), "utf8")]));
}

test("the committed files are what the generator makes of the proto files, no more and no less", () => {
  const made = generateFiles(protoFiles());
  const committed = GENERATED.flatMap((folder) =>
    readdirSync(folder).filter((name) => name.endsWith(".ts")).map((name) => join(folder, name)),
  );
  expect(committed.sort()).toEqual(Object.keys(made).sort());
  for (const [path, text] of Object.entries(made)) {
    expect(readFileSync(path, "utf8") === text, `${path} is stale: npm run generate`).toBe(true);
  }
});

test("a message name that does not exist stops the generator", () => {
  const sources = { "a.proto": 'syntax = "proto2";\npackage a;\nmessage A { optional Nothing b = 1; }\n' };
  expect(() => generateFiles(sources)).toThrow("Nothing");
});
