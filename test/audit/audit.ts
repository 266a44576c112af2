/**
 * Known holes in what package-lock.json brings, to run it and to build and test it: `npm audit`, with a verdict that tells
 * "there are none" from "nobody could say". Advisories come from the registry npm is set up with; some mirrors have none.
 */
import { spawn } from "node:child_process";

/** `unknown`: there were no advisories to compare with, and why. */
export type Verdict =
  | { readonly kind: "clean" | "findings"; readonly lines: readonly string[] }
  | { readonly kind: "unknown"; readonly why: string };

const LEVELS = ["critical", "high", "moderate", "low", "info"] as const;
type Level = (typeof LEVELS)[number];
/** From here on it is a finding. */
const FAILING: ReadonlySet<string> = new Set<Level>(["critical", "high"]);

interface Advisory {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly severity: Level;
  readonly range: string;
}

/** What `npm audit --json` prints, as far as it is read here. */
interface Report {
  readonly auditReportVersion?: number;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: Level; readonly via: readonly (Advisory | string)[] }>>;
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<Level, number>>; readonly dependencies: { readonly total: number } };
}

/** Of the lock file in `root`, by the registry that npm is set up with there. */
export async function audit(root: string): Promise<Verdict> {
  const child = spawn("npm", ["audit", "--json", "--package-lock-only", "--audit-level=high", "--include=dev", "--include=optional"], {
    cwd: root, stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (errors += bytes.toString()));
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  return verdictOn(out, code, errors);
}

function verdictOn(out: string, code: number | null, errors: string): Verdict {
  let report: Report;
  try {
    report = JSON.parse(out) as Report;
  } catch {
    return { kind: "unknown", why: oneLine(errors) || `npm audit ended with ${code} and said nothing` };
  }
  const { auditReportVersion, vulnerabilities, metadata } = report;
  if (auditReportVersion === undefined || vulnerabilities === undefined || metadata === undefined) {
    return { kind: "unknown", why: oneLine(report.message ?? report.error?.summary ?? errors) };
  }
  const advisories = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== "string"));
  const lines = advisories
    .sort((a, b) => LEVELS.indexOf(a.severity) - LEVELS.indexOf(b.severity) || (a.name < b.name ? -1 : 1))
    .map(({ severity, name, range, title, url }) => `${severity}: ${name} ${range}: ${title} (${url})`);
  const counts = LEVELS.map((level) => `${metadata.vulnerabilities[level]} ${level}`).join(", ");
  lines.push(`${metadata.dependencies.total} packages, those with known holes: ${counts}`);
  // The code says it, too; should one of them not be understood, the other still fails.
  const hasFinding = code !== 0 || Object.values(vulnerabilities).some(({ severity }) => FAILING.has(severity));
  return { kind: hasFinding ? "findings" : "clean", lines };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
