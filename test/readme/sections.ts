/**
 * The parts of README.md that are made and not written: the table of limits and the list of dependencies. Each stands between
 * two markers; `npm run -s limits` and `npm run -s licenses` make them again, and a test fails while one is not what they make.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as limits from "../../src/model/limits.ts";
import { dependencies } from "./dependencies.ts";
import { limitsTable } from "./limits.ts";

/** By the name in the markers, from the root of the repository. */
export const SECTIONS: Readonly<Record<string, (root: string) => string>> = {
  limits: (root) => limitsTable(readFileSync(join(root, "src/model/limits.ts"), "utf8"), limits),
  licenses: (root) => dependencies(root),
};

const begin = (name: string): string => `<!-- made by npm run -s ${name} -->`;
const end = (name: string): string => `<!-- end of what is made by npm run -s ${name} -->`;

/** What stands between the markers now; undefined without them. */
export function sectionOf(readme: string, name: string): string | undefined {
  const [from, to] = [readme.indexOf(begin(name)), readme.indexOf(end(name))];
  return from === -1 || to < from ? undefined : readme.slice(from + begin(name).length, to).trim();
}

/** With the markers it has. */
export function withSection(readme: string, name: string, content: string): string {
  const from = readme.indexOf(begin(name)) + begin(name).length;
  return `${readme.slice(0, from)}\n\n${content}\n\n${readme.slice(readme.indexOf(end(name)))}`;
}
