/**
 * Protobuf messages without a schema, as the recordings write them: to be sent, a list of fields; received, their
 * numbers with all values of each.
 */
export type TreeField = readonly [field: number, kind: "v" | "s" | "m" | "d" | "b", value: unknown];

export type ReceivedTree = { [field: string]: (string | number | ReceivedTree)[] };

/** v: varint, s: string, m: message, d: double, b: base64 bytes. */
export function encodeTree(fields: readonly TreeField[]): Uint8Array {
  const bytes: number[] = [];
  for (const [field, kind, value] of fields) {
    if (kind === "v") {
      bytes.push(...varint(field * 8), ...varint(Number(value)));
    } else if (kind === "d") {
      const double = new DataView(new ArrayBuffer(8));
      double.setFloat64(0, Number(value), true);
      bytes.push(...varint(field * 8 + 1), ...new Uint8Array(double.buffer));
    } else {
      const raw = kind === "m" ? encodeTree(value as readonly TreeField[]) : Buffer.from(String(value), kind === "b" ? "base64" : "utf8");
      bytes.push(...varint(field * 8 + 2), ...varint(raw.length), ...raw);
    }
  }
  return Uint8Array.from(bytes);
}

/**
 * Undefined when the bytes are no message. Printable text counts as a string, anything else of that kind as a message.
 */
export function decodeTree(bytes: Uint8Array): ReceivedTree | undefined {
  const tree: ReceivedTree = {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  while (at < bytes.length) {
    const key = next();
    const [field, kind] = [Math.floor(key / 8), key % 8];
    if (!(field > 0)) return undefined;
    let value: string | number | ReceivedTree;
    if (kind === 0) {
      value = next();
    } else if (kind === 1 && at + 8 <= bytes.length) {
      value = view.getFloat64(at, true);
      at += 8;
    } else if (kind === 2) {
      const length = next();
      if (!(at + length <= bytes.length)) return undefined;
      value = valueOf(bytes.subarray(at, at + length));
      at += length;
    } else {
      return undefined;
    }
    if (Number.isNaN(value)) return undefined;
    (tree[field] ??= []).push(value);
  }
  return tree;
}

function valueOf(raw: Uint8Array): string | ReceivedTree {
  const text = Buffer.from(raw).toString("utf8");
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return decodeTree(raw) ?? "<bytes>";
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}
