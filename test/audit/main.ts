/**
 * `npm run -s audit`: exits with 1 when a package of the lock file has a hole of level high or critical, and with 2 when the
 * registry has no advisories to give; with `--if-available` that is said, and no failure.
 */
import { resolve } from "node:path";
import { audit } from "./audit.ts";

const options = process.argv.slice(2);
const foreign = options.find((option) => option !== "--if-available");
if (foreign !== undefined) {
  console.error(`There is no option ${foreign}: expected --if-available`);
  process.exit(2);
}
const verdict = await audit(resolve("."));
if (verdict.kind === "unknown") {
  console.error(`NOT AUDITED: the registry has no advisories to give, so nobody knows of holes: ${verdict.why}`);
  process.exitCode = options.length > 0 ? 0 : 2;
} else {
  for (const line of verdict.lines) console.log(line);
  process.exitCode = verdict.kind === "clean" ? 0 : 1;
}
