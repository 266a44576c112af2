/**
 * The table of all limits, out of `src/model/limits.ts`: a row of its own for each heading, a row for each documented
 * number; numbers that follow each other share the comment before the first.
 */

/** Values by name; the source tells which there are, their order and what they mean. */
export function limitsTable(source: string, values: Readonly<Record<string, unknown>>): string {
  const lines = ["| limit | value | what it bounds |", "|---|---|---|"];
  let comment: string | undefined;
  let row: { names: string[]; values: string[]; comment: string } | undefined;
  const finishRow = (): void => {
    if (row === undefined) return;
    const names = row.names.map((name) => `\`${name}\``).join(", ");
    lines.push(`| ${names} | ${row.values.join(", ")} | ${row.comment.replaceAll("|", "\\|")} |`);
    row = undefined;
  };
  // The first comment is about the file.
  const body = source.slice(source.indexOf("*/") + 2);
  for (const [, block, heading, name] of body.matchAll(/\/\*\*([\s\S]*?)\*\/|^\/\/ (.*)$|^export const (\w+)/gm)) {
    if (name !== undefined) {
      if (comment !== undefined) {
        finishRow();
        row = { names: [], values: [], comment };
        comment = undefined;
      }
      if (row === undefined) throw new Error(`${name} says nothing of what it bounds`);
      row.names.push(name);
      row.values.push(printLimit(name, values[name]));
    } else {
      finishRow();
      if (block !== undefined) comment = oneLine(block);
      if (heading !== undefined) lines.push(`| **${heading.replace(/\.$/, "").replace(/ \(.*\)$/, "")}** | | |`);
    }
  }
  finishRow();
  return lines.join("\n");
}

/** Where a rule comes from, or where it is kept, is for readers of the source. */
const REFERENCE = /\s*\((?:[A-Z]{3}-\d+|wire-v0[^)]*|http-v1[^)]*|[a-z][a-z/-]*\.ts|shell\/[^)]*)\)/g;

function oneLine(block: string): string {
  return block.replace(/\n\s*\*/g, " ").replace(REFERENCE, "").replace(/\s+/g, " ").trim();
}

/** By the unit in the name. */
function printLimit(name: string, value: unknown): string {
  if (typeof value !== "number") throw new Error(`${name} is no number`);
  if (/_BYTES$|_MEMORY$/.test(name)) return inUnits(value, [["GiB", 2 ** 30], ["MiB", 2 ** 20], ["KiB", 2 ** 10], ["bytes", 1]]);
  if (/_MS$|_SECONDS$/.test(name)) {
    const seconds = name.endsWith("_MS") ? value / 1_000 : value;
    return inUnits(seconds, [["days", 86_400], ["h", 3_600], ["min", 60], ["s", 1]]);
  }
  return value.toLocaleString("en");
}

/** In the largest unit that gives a whole number. */
function inUnits(value: number, units: readonly (readonly [string, number])[]): string {
  const [unit, size] = units.find(([, each]) => value >= each && value % each === 0) ?? units.at(-1)!;
  return `${(value / size).toLocaleString("en")} ${unit}`;
}
