/** Just enough protobuf to find a field without decoding what stands around it. */

/** Where the last field that was found lies. */
export const found = { from: 0, to: 0 };

let at = 0;

function varint(bytes: Uint8Array): number {
  let value = bytes[at++]!;
  if (value < 0x80) return value;
  value &= 0x7f;
  for (let factor = 0x80; ; factor *= 0x80) {
    const byte = bytes[at++]!;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return value;
  }
}

/** Finds the first field of this number that has a length; where it lies stands in `found` then. */
export function find(bytes: Uint8Array, from: number, to: number, field: number): boolean {
  at = from;
  while (at < to) {
    const tag = varint(bytes);
    switch (tag & 7) {
      case 0:
        varint(bytes);
        break;
      case 1:
        at += 8;
        break;
      case 5:
        at += 4;
        break;
      default: {
        const length = varint(bytes);
        if (tag >>> 3 === field) {
          found.from = at;
          found.to = at + length;
          return true;
        }
        at += length;
      }
    }
  }
  return false;
}

/** The first number in a field of this number; undefined if there is none. */
export function findNumber(bytes: Uint8Array, from: number, to: number, field: number): number | undefined {
  at = from;
  while (at < to) {
    const tag = varint(bytes);
    switch (tag & 7) {
      case 0: {
        const value = varint(bytes);
        if (tag >>> 3 === field) return value;
        break;
      }
      case 1:
        at += 8;
        break;
      case 5:
        at += 4;
        break;
      default: {
        const length = varint(bytes);
        at += length;
      }
    }
  }
  return undefined;
}
