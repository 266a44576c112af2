/** `npm run -s limits`, `npm run -s licenses`: makes that part of README.md again and prints it. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { SECTIONS, sectionOf, withSection } from "./sections.ts";

const [name = ""] = process.argv.slice(2);
const make = SECTIONS[name];
const path = resolve("README.md");
const readme = readFileSync(path, "utf8");
if (make === undefined || sectionOf(readme, name) === undefined) {
  console.error(`There is no part '${name}' in README.md: expected ${Object.keys(SECTIONS).join(" or ")}`);
  process.exit(1);
}
const content = make(resolve("."));
writeFileSync(path, withSection(readme, name, content));
console.log(content);
