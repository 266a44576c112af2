/** Real randomness: seeds for the pure cores, UUIDs for the shell. */
import { randomInt, randomUUID } from "node:crypto";
import type { Random } from "../ports.ts";

export function createRandom(): Random {
  return { seed: () => randomInt(2 ** 32), uuid: () => randomUUID() };
}
