/** Are two wire values the same, field by field? Unset fields count as missing. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const l = left as Record<string, unknown>;
  const r = right as Record<string, unknown>;
  for (const key of Object.keys(l)) if (!sameValue(l[key], r[key])) return false;
  for (const key of Object.keys(r)) if (l[key] === undefined && r[key] !== undefined) return false;
  return true;
}
