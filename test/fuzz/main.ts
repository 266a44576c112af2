/**
 * Fuzzing: `npm run fuzz -- --seconds=60 --seed=1`. Storms of recorded requests and messages, changed at random,
 * against the pure master (storm.ts), which must answer or drop each of them, keep its sums right and have everything
 * free in the end; and against the port of a whole cluster (door.ts), which must answer or close and live on. What is
 * found is printed with the seed that finds it again and the few inputs that are enough.
 */
import { parseArgs } from "node:util";
import { readCorpus } from "./corpus.ts";
import { stormTheDoor } from "./door.ts";
import { episode } from "./storm.ts";
import type { Input } from "./world.ts";

const { values } = parseArgs({ options: {
  seconds: { type: "string", default: "60" },
  seed: { type: "string", default: String(Date.now() % 1_000_000) },
  inputs: { type: "string", default: "Infinity" },
  /** Only one of the two. */
  against: { type: "string", default: "both" },
} });
const [seed, seconds, limit] = [Number(values.seed), Number(values.seconds), Number(values.inputs)];

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
  const untilMs = Date.now() + seconds * 1000 * (values.against === "core" ? 1 : 0.7);
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
  const doorSeconds = seconds * (values.against === "door" ? 1 : 0.3);
  const { sent, problems } = await stormTheDoor(corpus, { seed, seconds: doorSeconds });
  for (const problem of problems) console.log(`FOUND at the door with --seed=${seed}: ${problem}`);
  console.log(`door: ${sent} requests and streams from seed ${seed}: ${problems.length} findings`);
  problems.forEach((problem) => found.set(problem, problem));
}
process.exitCode = found.size > 0 ? 1 : 0;
