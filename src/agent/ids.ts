/**
 * Fresh ids and backoffs without a source of randomness in the core: a generator whose state the shell fills with 128
 * random bits. One event may need any number of UUIDs (a killed task group), and a replay of the same events makes the
 * same ones.
 */
import { drawFraction, drawUuid } from "../model/random.ts";
import type { RandomState } from "../model/random.ts";

/** Whoever draws: the generator's state is part of its own. */
export interface Drawing {
  random: RandomState;
}

/** A version 4 UUID as text. */
export function freshUuid(from: Drawing): string {
  const { value, next } = drawUuid(from.random);
  from.random = next;
  return value;
}

/** A version 4 UUID as 16 bytes. */
export function freshUuidBytes(from: Drawing): Uint8Array {
  return uuidBytes(freshUuid(from));
}

/** At least 0, less than 1. */
export function freshFraction(from: Drawing): number {
  const { value, next } = drawFraction(from.random);
  from.random = next;
  return value;
}

/** `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, the key under which we keep a binary UUID. */
export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function uuidBytes(text: string): Uint8Array {
  const hex = text.replaceAll("-", "");
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}
