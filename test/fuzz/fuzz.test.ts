/**
 * A small slice of what `npm run fuzz` does; always the same storms, from seed 1, as many as there is time for.
 */
import { expect, it } from "vitest";
import { readCorpus } from "./corpus.ts";
import { stormTheDoor } from "./door.ts";
import { EPISODE_INPUTS, episode, replay } from "./storm.ts";

const corpus = readCorpus();

it("no storm of calls and messages breaks the master or leaves anything held", () => {
  const untilMs = Date.now() + 5_000;
  let inputs = 0;
  for (let seed = 1; Date.now() < untilMs || inputs === 0; seed++) {
    expect(episode(corpus, seed, (count) => (inputs += count))).toBeUndefined();
  }
  expect(inputs).toBeGreaterThanOrEqual(EPISODE_INPUTS);
}, 30_000);

it("a storm that breaks something would be seen, and cut down to what is enough", () => {
  const wrong = { kind: "exited", peer: 7 } as never;
  expect(replay([{ kind: "pass", ms: 1 }, wrong])).toMatch(/TypeError/);
  expect(replay([{ kind: "pass", ms: 1 }])).toBeUndefined();
});

it("no storm at the door of a running master breaks it or leaves anything held", async () => {
  const { sent, problems } = await stormTheDoor(corpus, { seed: 1, seconds: 3 });
  expect(problems).toEqual([]);
  expect(sent).toBeGreaterThan(50);
}, 60_000);
