/**
 * Polices the repository: the rules of the architecture that a machine can check. When this fails, the message names the
 * file, the line and the rule; change the code, or change the rule here openly.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(root, path)));
const sources = tracked.filter((path) => /^(src|assembly|bench|test)\/.*\.ts$/.test(path));
const isGenerated = (path: string): boolean => path.includes("/gen/");

/** Source text with comments and the insides of strings blanked, so that only code is left; line breaks stay. */
function codeOnly(text: string): string {
  const pattern = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, " "));
}

const cache = new Map<string, { text: string; code: string; imports: Import[] }>();
function read(path: string): { text: string; code: string; imports: Import[] } {
  let file = cache.get(path);
  if (file === undefined) {
    const text = readFileSync(join(root, path), "utf8");
    file = { text, code: codeOnly(text), imports: importsOf(path, text) };
    cache.set(path, file);
  }
  return file;
}

interface Import {
  /** Path in the repository, or the bare specifier of a package. */
  readonly target: string;
  /** Names taken; `*` stands for all of them. */
  readonly names: readonly string[];
  readonly line: number;
}

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const pattern = /(?:^|\n)[ \t]*(?:import|export)\s+(?:type\s+)?([^"';]*?)\s*from\s*["']([^"']+)["']|import\s*\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s+["']([^"']+)["']/g;
  for (const match of text.matchAll(pattern)) {
    const specifier = (match[2] ?? match[3] ?? match[4])!;
    const clause = match[1] ?? "*";
    const braces = /\{([\s\S]*)\}/.exec(clause);
    const names = braces === null
      ? ["*"]
      : braces[1]!.split(",").map((name) => name.trim().replace(/^type\s+/, "").split(/\s+as\s+/)[0]!).filter((name) => name !== "");
    const target = specifier.startsWith(".") ? relative(root, resolve(root, dirname(path), specifier)) : specifier;
    found.push({
      target: path.startsWith("assembly/") && !target.endsWith(".ts") ? `${target}.ts` : target,
      names,
      line: text.slice(0, match.index).split("\n").length,
    });
  }
  return found;
}

/** Lines of `path` whose code matches; each as `path:line: what`. */
function findings(path: string, pattern: RegExp, what: string, of: "code" | "text" = "code"): string[] {
  return read(path)[of].split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${what}: ${line.trim()}`] : []));
}

const expectNone = (rule: string, found: readonly string[]): void => {
  expect(found, `${rule}\n${found.join("\n")}\n`).toEqual([]);
};

/** Rows of the architecture: a folder may import from itself and from those with a smaller number. */
const layers: readonly (readonly [RegExp, number, string])[] = [
  [/^src\/model\//, 0, "model"],
  [/^assembly\/layout\.ts$/, 0, "kernel layout"],
  [/^src\/wire\//, 1, "wire"],
  [/^src\/allocator\//, 1, "allocator"],
  [/^src\/agent\//, 1, "agent"],
  [/^src\/master\//, 2, "master"],
  [/^src\/ports\.ts$/, 3, "ports"],
  [/^src\/sim\//, 4, "sim"],
  [/^src\/shell\//, 4, "shell"],
  [/^src\/webui\//, 5, "webui"],
  [/^src\/program\//, 5, "program"],
];
/** Row 1 has three rooms beside each other; the agent speaks the wire's language, so these two doors are open. */
const sideDoors = new Set(["agent>wire"]);
const layerOf = (path: string): readonly [RegExp, number, string] | undefined => layers.find(([pattern]) => pattern.test(path));

const pureFile = (path: string): boolean => /^src\/(model|wire|allocator|agent|master|sim)\//.test(path);
/** Development tools that live beside what they generate. */
const devTools = (path: string): boolean => /^src\/wire\/generate(\.ts$|\/)/.test(path);

describe("the repository is tidy", () => {
  it("imports point only to rows above", () => {
    const found: string[] = [];
    for (const path of sources.filter((source) => source.startsWith("src/"))) {
      const from = layerOf(path);
      if (from === undefined) {
        found.push(`${path}: stands in no row of the architecture`);
        continue;
      }
      for (const { target, line } of read(path).imports) {
        const to = layerOf(target);
        if (to === undefined) {
          if (target.startsWith("..") || /^(test|bench)\//.test(target)) found.push(`${path}:${line}: imports ${target}`);
          continue;
        }
        const allowed = to[2] === from[2] || to[1] < from[1] || sideDoors.has(`${from[2]}>${to[2]}`);
        if (!allowed) found.push(`${path}:${line}: ${from[2]} may not import ${to[2]} (${target})`);
      }
    }
    expectNone("a file imports only from rows above it (src/ports.ts tells the order)", found);
  });

  it("pure folders know no time, no chance, no waiting and no I/O", () => {
    const impure = /\b(async|await|Promise|setTimeout|setInterval|setImmediate|queueMicrotask|process|fetch|require)\b(?!\s*[:?]|")|\bDate\b|Math\.random|\bperformance\b|\bcrypto\b|\bconsole\b/;
    const found = sources
      .filter((path) => pureFile(path) && !devTools(path) && !isGenerated(path))
      .flatMap((path) => [
        ...findings(path, impure, "impure"),
        ...read(path).imports.filter(({ target }) => target.startsWith("node:")).map(({ target, line }) => `${path}:${line}: imports ${target}`),
      ]);
    expectNone("time, seeds and ids are arguments in src/{model,wire,allocator,agent,master,sim}", found);
  });

  it("every export is used by another file", () => {
    const used = new Map<string, Set<string>>();
    for (const path of sources) {
      for (const { target, names } of read(path).imports) {
        const seen = used.get(target) ?? new Set();
        for (const name of names) seen.add(name);
        used.set(target, seen);
      }
    }
    const found: string[] = [];
    for (const path of sources.filter((source) => source.startsWith("src/") && !isGenerated(source) && !isEntry(source))) {
      const taken = used.get(path) ?? new Set();
      if (taken.has("*")) continue;
      const { code } = read(path);
      for (const match of code.matchAll(/(?:^|\n)export\s+(?:abstract\s+)?(function\*?|const|let|class|interface|type)\s+([A-Za-z0-9_$]+)/g)) {
        const name = match[2]!;
        // The shape of an argument or an answer belongs to the function that has it, whether or not a caller writes its name.
        const describesOwn = /^(interface|type)$/.test(match[1]!) && code.split(new RegExp(`\\b${name}\\b`)).length > 2;
        if (!taken.has(name) && !describesOwn) found.push(`${path}: ${name} is exported and imported by nobody`);
      }
    }
    expectNone("no dead exports", found);
  });

  it("every source file has a purpose: it is reached, and says what it is for", () => {
    const reached = new Set(sources.flatMap((path) => read(path).imports.map(({ target }) => target)));
    const found = sources
      .filter((path) => /^(src|assembly)\//.test(path) && !isGenerated(path) && !path.endsWith(".d.ts"))
      .flatMap((path) => {
        const complaints: string[] = [];
        if (!reached.has(path) && !isEntry(path)) complaints.push(`${path}: nobody imports this file`);
        if (!/\/\*\*|^\/\//.test(read(path).text)) complaints.push(`${path}: no comment says what it is for`);
        return complaints;
      });
    expectNone("no file without a purpose", found);
  });

  it("nothing is left open: no open-work marks, no switched-off tests, no leftover code", () => {
    const marks = new RegExp(`\\b(${["TO", "DO"].join("")}|${["FIX", "ME"].join("")}|${["XX", "X"].join("")}|${["HA", "CK"].join("")})\\b`);
    const found = sources.filter((path) => path !== "test/tidy.test.ts").flatMap((path) => [
      ...findings(path, marks, "open-work mark", "text"),
      ...(path.startsWith("test/") ? findings(path, /\b(it|test|describe)\.(skip|only|todo)\b/, "a test that does not run") : []),
      ...findings(path, /^\s*\/\/\s*(const|let|return|import|export|if|for)\b.*[;{]\s*$/, "code in a comment", "text"),
      ...findings(path, /\bdebugger\b/, "debugger"),
    ]);
    expectNone("finish it or drop it", found);
  });

  it("files stay small: one verb or one value each", () => {
    const found = sources
      .filter((path) => /^(src|assembly)\//.test(path) && !isGenerated(path))
      .map((path) => ({ path, lines: read(path).text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > 400)
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expectNone("past 400 lines something is two things", found);
  });

  it("names of machines, registries and paths of a workplace stay out", () => {
    const found = tracked
      .filter((path) => !/\.(gz|png|wasm)$/.test(path) && path !== "test/tidy.test.ts" && !path.startsWith("test/golden/"))
      .flatMap((path) => findings(path, /registry\.npmjs|"resolved": "http|\/home\/[a-z]+\/|(^|[\s"'`(=])\/(work|farm)\/(main|shared|steering|in)\b/, "a place of one machine", "text"));
    expectNone("the project stands on its own", found);
  });

  it("the kernel has no data segment and imports only its memory", () => {
    const wasm = new WebAssembly.Module(readFileSync(join(root, "dist/kernel.wasm")));
    expect(sectionIds(readFileSync(join(root, "dist/kernel.wasm"))), "wasm section 11 is data: several instances share the memory").not.toContain(11);
    const { imports } = WebAssembly.Module as unknown as { imports(module: object): { module: string; name: string; kind: string }[] };
    const foreign = imports(wasm).filter(({ kind, name }) => !(kind === "memory" && name === "memory"));
    expect(foreign.map(({ module, name }) => `${module}.${name}`), "the kernel asks the outside for nothing but memory").toEqual([]);
  });
});

/** Files that something else than an import starts. */
function isEntry(path: string): boolean {
  const scripts = readFileSync(join(root, "package.json"), "utf8");
  return scripts.includes(path) || path === "assembly/index.ts";
}

/** Ids of a WebAssembly binary's sections, in order. */
function sectionIds(wasm: Uint8Array): number[] {
  const ids: number[] = [];
  for (let at = 8; at < wasm.length;) {
    ids.push(wasm[at++]!);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++]!;
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    at += size;
  }
  return ids;
}
