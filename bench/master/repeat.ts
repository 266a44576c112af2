/** As many samples as are worth having, within a time that is worth spending. */
import { MIN_SAMPLES } from "../harness.ts";
import type { BenchOptions } from "./options.ts";

/** At least this many, however long each takes. */
const LEAST = 3;

/** Collects MIN_SAMPLES samples, or as many as --samples says, or, slow ones, as many as fit into `budgetMs`. */
export async function repeat(
  options: BenchOptions, budgetMs: number, sample: (round: number) => number | Promise<number>,
): Promise<number[]> {
  const samples: number[] = [];
  const wanted = options.samples ?? MIN_SAMPLES;
  const untilMs = performance.now() + budgetMs * options.scale;
  const isWorthIt = (): boolean => {
    if (samples.length >= wanted) return false;
    return options.samples !== undefined || samples.length < LEAST || performance.now() < untilMs;
  };
  while (isWorthIt()) samples.push(await sample(samples.length));
  return samples;
}
