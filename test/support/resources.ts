import { parseResourceText } from "../../src/model/parse.ts";
import type { Resources } from "../../src/model/resources.ts";

/** Resources for a story: `resources("cpus:4;disk(web):10;ports:[31000-32000]")`. A typing error fails the test. */
export function resources(text: string): Resources {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
