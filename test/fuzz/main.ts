/**
 * Fuzzing: `npm run fuzz` throws a million inputs, some minutes of them; `npm run fuzz -- --seconds=60` as many as there is
 * time for. Storms of recorded requests and messages, changed at random, against the pure master (storm.ts), which must
 * answer or drop each of them, keep its sums right and have everything free in the end; and against the port of a whole
 * cluster (door.ts), which must answer or close and live on. Storm n from a seed is always the same storm; the seed is
 * printed first. What is found is printed with the seed that finds it again and the few inputs that are enough.
 */
import { parseArgs } from "node:util";
import { readCorpus } from "./corpus.ts";
import { stormTheDoor } from "./door.ts";
import { episode } from "./storm.ts";
import type { Input } from "./world.ts";

const { values } = parseArgs({ options: {
  /** Instead of a number of inputs: for so long, both together. */
  seconds: { type: "string" },
  seed: { type: "string", default: String(Date.now() % 1_000_000) },
  inputs: { type: "string", default: "1000000" },
  /** Only one of the two. */
  against: { type: "string", default: "both" },
} });
const seed = Number(values.seed);
const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
/** What of the time is for the core, if both are to be tried; and for the door, if inputs are counted. */
const CORE_SHARE = 0.7;
const DOOR_SECONDS = 60;
console.log(`fuzzing from seed ${seed}: the same again with --seed=${seed}`);

function print(input: Input): string {
  const bytes = "body" in input ? input.body : "bytes" in input ? input.bytes : undefined;
  if (bytes === undefined) return JSON.stringify(input);
  const text = Buffer.from(bytes).toString();
  const shown = /^[\x20-\x7e]*$/.test(text) ? text : `base64:${Buffer.from(bytes).toString("base64")}`;
  return JSON.stringify({ ...input, body: shown, bytes: undefined });
}

const corpus = readCorpus();
const found = new Map<string, string>();
let [inputs, episodes] = [0, 0];
if (values.against !== "door") {
  const limit = seconds === undefined ? Number(values.inputs) : Infinity;
  const untilMs = Date.now() + (seconds ?? Infinity) * 1000 * (values.against === "core" ? 1 : CORE_SHARE);
  while (Date.now() < untilMs && inputs < limit) {
    const finding = episode(corpus, seed + episodes++, (count) => (inputs += count));
    if (finding === undefined) continue;
    const kind = finding.error.split("\n")[0]!.replace(/[0-9]+/g, "#");
    if (found.has(kind)) continue;
    found.set(kind, finding.error);
    console.log(`FOUND with --seed=${finding.seed}:\n${finding.error}\n${finding.inputs.map(print).join("\n")}\n`);
  }
  console.log(`core: ${inputs} inputs in ${episodes} storms from seed ${seed}: ${found.size} kinds of findings`);
}
if (values.against !== "core") {
  const doorSeconds = seconds === undefined ? DOOR_SECONDS : seconds * (values.against === "door" ? 1 : 1 - CORE_SHARE);
  const { sent, problems } = await stormTheDoor(corpus, { seed, seconds: doorSeconds });
  for (const problem of problems) console.log(`FOUND at the door with --seed=${seed}: ${problem}`);
  console.log(`door: ${sent} requests and streams from seed ${seed}: ${problems.length} findings`);
  problems.forEach((problem) => found.set(problem, problem));
}
process.exitCode = found.size > 0 ? 1 : 0;
