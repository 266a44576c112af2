/**
 * A message that is encoded once and said often: every time its bytes are copied, and what differs is written over
 * them. What differs has always the same length: a longer id makes another template.
 */
export class Template {
  readonly bytes: Buffer;
  private readonly marks: ReadonlyMap<string, readonly number[]>;

  /** `marks`: by name, the bytes that stand where something is to be written, each different from all else. */
  constructor(bytes: Uint8Array, marks: Readonly<Record<string, string | Uint8Array>>) {
    this.bytes = Buffer.from(bytes);
    this.marks = new Map(Object.entries(marks).map(([name, mark]) => [name, placesOf(this.bytes, name, mark)]));
  }

  /** Where the mark of this name stands, first to last. */
  places(name: string): readonly number[] {
    return this.marks.get(name)!;
  }
}

function placesOf(bytes: Buffer, name: string, mark: string | Uint8Array): readonly number[] {
  const pattern = Buffer.from(mark as string);
  const places: number[] = [];
  for (let at = bytes.indexOf(pattern); at !== -1; at = bytes.indexOf(pattern, at + pattern.length)) places.push(at);
  if (places.length === 0) throw new Error(`the mark of '${name}' does not stand in the template`);
  return places;
}

/** Digits of `value` in `bytes[at…at + count)`, with leading zeros. */
export function writeDigits(bytes: Uint8Array, at: number, count: number, value: number): void {
  for (let i = at + count - 1; i >= at; i--) {
    const rest = Math.floor(value / 10);
    bytes[i] = 48 + value - rest * 10;
    value = rest;
  }
}

/** The number that stands in so many digits at `at`. */
export function readDigits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) value = value * 10 + bytes[i]! - 48;
  return value;
}
