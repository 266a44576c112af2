/** What comes with `npm ci`: how many packages, under which licences, and which of them want to run something when installed. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Needed to build and test only. */
  readonly dev: boolean;
  /** For some machines only. */
  readonly optional: boolean;
  readonly hasInstallScript: boolean;
}

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** All packages of package-lock.json of the repository at `root`. */
export function packagesOf(root: string): readonly Package[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, Locked> };
  return Object.entries(lock.packages).filter(([path]) => path !== "").map(([path, locked]) => ({
    name: path.replace(/^.*node_modules\//, ""),
    version: locked.version,
    license: locked.license ?? licenseIn(join(root, path)),
    dev: locked.dev === true || locked.devOptional === true,
    optional: locked.optional === true || locked.devOptional === true,
    hasInstallScript: locked.hasInstallScript === true,
  }));
}

/** Old packages say it in other ways. */
function licenseIn(path: string): string {
  if (!existsSync(path)) return "not said";
  const { license, licenses } = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as {
    license?: unknown;
    licenses?: readonly (string | { type?: string })[];
  };
  const said = licenses?.map((each) => (typeof each === "string" ? each : each.type)).find((each) => each !== undefined);
  if (said !== undefined) return said;
  if (typeof license === "string") return license;
  const file = readdirSync(path).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : readFileSync(join(path, file), "utf8");
  return /Permission is hereby granted, free of charge/.test(text) ? "MIT" : "not said";
}

/** The text for the README. */
export function dependencies(root: string): string {
  const packages = packagesOf(root);
  const [used, building] = [packages.filter(({ dev }) => !dev), packages.filter(({ dev }) => dev)];
  const direct = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const scripts = (of: readonly Package[]): string => of.filter(({ hasInstallScript }) => hasInstallScript)
    .map(({ name }) => `\`${name}\``).sort().join(", ") || "none";
  const row = (what: string, of: readonly Package[]): string =>
    `| ${what} | ${of.length} (${of.filter(({ optional }) => optional).length}) | ${licenses(of)} | ${scripts(of)} |`;
  return [
    "| | packages (of them for some machines only) | licences | with an install script |",
    "|---|---|---|---|",
    row("to run it", used),
    row("to build and test it", building),
    "",
    `Asked for by name: ${Object.keys(direct.dependencies).map((name) => `\`${name}\``).join(", ")}. No install script is needed:`,
    "`npm ci --ignore-scripts` gives a checkout that builds and runs.",
  ].join("\n");
}

function licenses(of: readonly Package[]): string {
  const counts = new Map<string, number>();
  for (const { license } of of) counts.set(license, (counts.get(license) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([license, count]) => `${license} ${count}`).join(", ");
}
