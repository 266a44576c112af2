/**
 * Long answers in pieces. Whoever answers takes hold of values that do not change any more, which is quick; the pieces
 * are made of them later, a few at a time, while the answer is sent.
 */

/** The items of a list, made one by one. */
export interface Series<T> {
  readonly length: number;
  at(index: number): T;
}

/** Of a text: some of it, how to make some of it, or a list whose items are to have commas between them. */
export type Piece = string | (() => string) | Series<string>;

/**
 * Of a protobuf message: fields in their encoding, a field that is such a message, or all values of a field of
 * messages.
 */
export type Field =
  | Uint8Array
  | { readonly number: number; readonly fields: readonly Field[] }
  | { readonly number: number; readonly items: Series<Uint8Array> };

/** Says when it has been long enough: asked after each piece that had to be made, and every few items. */
export type IsLate = () => boolean;

/** Takes what is made, in its order. */
export interface Sink {
  /** How much it has taken: bytes, or characters if it keeps texts as they are. */
  readonly length: number;
  putText(text: string): void;
  putBytes(bytes: Uint8Array): void;
  /** A byte, which in a text is a character of ASCII. */
  putByte(byte: number): void;
}

/** What is made whatever the time: a short answer should leave as one. */
const SHORT = 4096;
/** Most are there already, and take less time than a look at the clock. */
const ITEMS_PER_LOOK = 8;
const COMMA = 44;

/** Makes a text. */
export class Text {
  readonly #pieces: readonly Piece[];
  #at = 0;
  /** The next item of the series at `#at`. */
  #item = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  get isDone(): boolean {
    return this.#at >= this.#pieces.length;
  }

  /** Gives what comes next to the sink, until that has not much more than `length`. */
  write(to: Sink, length: number, isLate: IsLate): void {
    while (!this.isDone && to.length < length) {
      const piece = this.#pieces[this.#at]!;
      if (typeof piece === "object") {
        this.#writeItems(piece, to, length, isLate);
        if (this.#item < piece.length) return;
        this.#item = 0;
      } else {
        to.putText(typeof piece === "string" ? piece : piece());
      }
      this.#at++;
      if (typeof piece !== "string" && to.length > SHORT && isLate()) return;
    }
  }

  #writeItems(series: Series<string>, to: Sink, length: number, isLate: IsLate): void {
    while (this.#item < series.length && to.length < length) {
      if (this.#item > 0) to.putByte(COMMA);
      to.putText(series.at(this.#item++));
      if (this.#item % ITEMS_PER_LOOK === 0 && to.length > SHORT && isLate()) return;
    }
  }
}

/**
 * Makes the bytes of a message. Every submessage begins with its length, so all items are asked for twice: first for
 * their lengths, then for the bytes, which must be the same again.
 */
export class Message {
  /** In the order of their bytes: what stands in a submessage comes after it. */
  readonly #parts: Part[] = [];
  /** The part that is to be measured, later written, next, and the next of its items. */
  #at = 0;
  #item = 0;
  #length: number | undefined;
  #written = 0;

  constructor(fields: readonly Field[]) {
    this.#flatten(fields, undefined);
  }

  /** Of the whole message; undefined until all is measured. */
  get length(): number | undefined {
    return this.#length;
  }

  get isDone(): boolean {
    return this.#length !== undefined && this.#at >= this.#parts.length;
  }

  measure(isLate: IsLate): void {
    for (; this.#at < this.#parts.length; this.#at++) {
      const part = this.#parts[this.#at]!;
      if (!("items" in part.field)) continue;
      const { number, items } = part.field;
      while (this.#item < items.length) {
        part.length += fieldLength(number, items.at(this.#item++).length);
        if (this.#item % ITEMS_PER_LOOK === 0 && isLate()) return;
      }
      this.#item = 0;
    }
    this.#length = this.#sum();
    this.#at = 0;
  }

  /** Once it is measured: gives what comes next to the sink, until that has not much more than `length`. */
  write(to: Sink, length: number, isLate: IsLate): void {
    const before = to.length;
    for (; !this.isDone && to.length < length; this.#at++) {
      const { field, length: inside } = this.#parts[this.#at]!;
      if (field instanceof Uint8Array) to.putBytes(field);
      else if ("fields" in field) putHead(to, field.number, inside);
      else if (!this.#writeItems(field.number, field.items, to, length, isLate)) break;
    }
    this.#written += to.length - before;
    if (this.isDone && this.#written !== this.#length) {
      throw new Error(`A message of ${this.#length} bytes was made of ${this.#written} bytes: its items have changed`);
    }
  }

  /** True: all of them are written. */
  #writeItems(number: number, items: Series<Uint8Array>, to: Sink, length: number, isLate: IsLate): boolean {
    while (this.#item < items.length) {
      if (to.length >= length) return false;
      const item = items.at(this.#item++);
      putHead(to, number, item.length);
      to.putBytes(item);
      if (this.#item % ITEMS_PER_LOOK === 0 && isLate()) return false;
    }
    this.#item = 0;
    return true;
  }

  #flatten(fields: readonly Field[], within: Part | undefined): void {
    for (const field of fields) {
      const part: Part = { field, within, length: field instanceof Uint8Array ? field.length : 0 };
      this.#parts.push(part);
      if ("fields" in field) this.#flatten(field.fields, part);
    }
  }

  /** From behind: when a submessage is reached, all that stands in it has been added to its length. */
  #sum(): number {
    let sum = 0;
    for (let i = this.#parts.length - 1; i >= 0; i--) {
      const { field, within, length } = this.#parts[i]!;
      const whole = "fields" in field ? fieldLength(field.number, length) : length;
      if (within === undefined) sum += whole;
      else within.length += whole;
    }
    return sum;
  }
}

/** A field on its way into a message. */
interface Part {
  readonly field: Field;
  /** The submessage it stands in. */
  readonly within: Part | undefined;
  /** Of its bytes; of a submessage, what stands in it. */
  length: number;
}

/** Tag and length of a field of bytes. */
function putHead(to: Sink, number: number, length: number): void {
  putVarint(to, tagOf(number));
  putVarint(to, length);
}

function putVarint(to: Sink, value: number): void {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) to.putByte((rest % 128) + 128);
  to.putByte(rest);
}

/** Of a field of so many bytes, with its head. */
function fieldLength(number: number, length: number): number {
  return varintLength(tagOf(number)) + varintLength(length) + length;
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length++;
  return length;
}

function tagOf(number: number): number {
  return number * 8 + 2;
}
