/**
 * The error of bytes that should be a UUID: 16 of them, with one of the five known versions in them; undefined if good.
 */
export function uuidError(bytes: Uint8Array | undefined): string | undefined {
  const version = (bytes?.[6] ?? 0) >> 4;
  return bytes?.length === 16 && version >= 1 && version <= 5 ? undefined : "Not a valid UUID";
}

export function sameBytes(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
