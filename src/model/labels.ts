import type { Labels } from "./gen/mesos.ts";

/** Same number of labels, each of left's found in right; order does not matter, a missing value equals an empty one. */
export function equalLabels(left: Labels | undefined, right: Labels | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  const a = left.labels ?? [];
  const b = right.labels ?? [];
  if (a.length !== b.length) return false;
  return a.every((label) => b.some((other) => other.key === label.key && (other.value ?? "") === (label.value ?? "")));
}

/** `{key: value, flag}` */
export function printLabels(labels: Labels): string {
  const parts = (labels.labels ?? []).map(({ key, value }) => (value === undefined ? key : `${key}: ${value}`));
  return `{${parts.join(", ")}}`;
}
