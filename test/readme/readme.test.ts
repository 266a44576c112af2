/** What README.md says of limits and dependencies is what there is. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import * as limits from "../../src/model/limits.ts";
import { packagesOf } from "./dependencies.ts";
import { limitsTable } from "./limits.ts";
import { SECTIONS, sectionOf } from "./sections.ts";

const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

describe("README.md", () => {
  it.each(Object.keys(SECTIONS))("is up to date: otherwise run `npm run -s %s`", (name) => {
    expect(sectionOf(readme, name)).toBe(SECTIONS[name]!(root));
  });

  it("has every limit", () => {
    const table = sectionOf(readme, "limits")!;
    for (const name of Object.keys(limits)) expect(table).toContain(`\`${name}\``);
  });
});

describe("the table of limits", () => {
  it("is made of the comments and the numbers", () => {
    const source = [
      "/** About all. */", "", "// The first part (of the shell).", "", "/** Bytes | of\n * something. */",
      "export const MAX_A_BYTES = 2 * 1024;", "/** How long. */", "export const B_MS = 1;", "export const C_MS = 1;", "",
      "// The second.", "/** How many. */", "export const MAX_D = 1;",
    ].join("\n");
    expect(limitsTable(source, { MAX_A_BYTES: 2048, B_MS: 90_000, C_MS: 3_600_000, MAX_D: 10_000 }).split("\n")).toEqual([
      "| limit | value | what it bounds |", "|---|---|---|", "| **The first part** | | |",
      "| `MAX_A_BYTES` | 2 KiB | Bytes \\| of something. |", "| `B_MS`, `C_MS` | 90 s, 1 h | How long. |",
      "| **The second** | | |", "| `MAX_D` | 10,000 | How many. |",
    ]);
  });
});

describe("what is installed to run it", () => {
  const used = packagesOf(root).filter(({ dev }) => !dev);

  it("may be used by everybody", () => {
    const permissive = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0"]);
    expect(used.filter(({ license }) => !permissive.has(license)).map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it("runs nothing when it is installed but what looks for the built parts of the embedded store", () => {
    expect(used.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(["classic-level"]);
  });
});
