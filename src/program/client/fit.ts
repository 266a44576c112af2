/** Takes what a task wants out of what is offered, as the objects that are offered: first what is reserved, then the rest. */
import type { Resource } from "../../model/gen/mesos.ts";
import { containsRanges } from "../../model/ranges.ts";
import { isUnreserved } from "../../model/reservation.ts";
import { isRevocable, milliOf } from "../../model/resource.ts";
import { fromMilli } from "../../model/scalar.ts";
import { containsSets } from "../../model/sets.ts";

/** The parts of `offered` that make up `wanted`, or undefined when it does not fit. Volumes and revocable ones are left alone. */
export function takeResources(offered: readonly Resource[], wanted: readonly Resource[]): readonly Resource[] | undefined {
  const usable = offered.filter((resource) => !isRevocable(resource) && resource.disk === undefined);
  const ordered = [...usable.filter((each) => !isUnreserved(each)), ...usable.filter(isUnreserved)];
  const taken: Resource[] = [];
  for (const want of wanted) {
    const candidates = ordered.filter(({ name, type }) => name === want.name && type === want.type);
    const parts = want.type === "SCALAR" ? takeScalar(candidates, want) : takeWhole(candidates, want);
    if (parts === undefined) return undefined;
    taken.push(...parts);
  }
  return taken;
}

function takeScalar(candidates: readonly Resource[], want: Resource): readonly Resource[] | undefined {
  const parts: Resource[] = [];
  let missing = milliOf(want);
  for (const candidate of candidates) {
    const milli = Math.min(missing, milliOf(candidate));
    if (milli > 0) parts.push({ ...candidate, scalar: { value: fromMilli(milli) } });
    missing -= milli;
  }
  return missing > 0 ? undefined : parts;
}

/** Ranges and sets come out of one offered object. */
function takeWhole(candidates: readonly Resource[], want: Resource): readonly Resource[] | undefined {
  const from = candidates.find((candidate) =>
    want.type === "RANGES" ? containsRanges(candidate.ranges?.range ?? [], want.ranges?.range ?? [])
    : containsSets(candidate.set?.item ?? [], want.set?.item ?? []),
  );
  return from === undefined ? undefined : [{ ...from, ranges: want.ranges, set: want.set }];
}
