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

/** Says when it has been long enough: asked after each piece that had to be made. */
export type IsLate = () => boolean;

/** Characters that are made whatever the time: a short answer should leave as one. */
const SHORT = 4096;

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

  /** What comes next, not much more than `length`. */
  next(length: number, isLate: IsLate): string {
    const parts: string[] = [];
    let made = 0;
    while (!this.isDone && made < length) {
      const piece = this.#pieces[this.#at]!;
      const text = typeof piece === "object" ? this.#nextItem(piece) : typeof piece === "string" ? piece : piece();
      if (typeof piece !== "object") this.#at++;
      parts.push(text);
      made += text.length;
      if (typeof piece !== "string" && made > SHORT && isLate()) break;
    }
    return parts.join("");
  }

  #nextItem(series: Series<string>): string {
    const index = this.#item++;
    const text = index < series.length ? series.at(index) : "";
    if (this.#item >= series.length) {
      this.#at++;
      this.#item = 0;
    }
    return index === 0 ? text : `,${text}`;
  }
}

/**
 * Makes the bytes of a message. Every submessage begins with its length, so all are made before the first byte is
 * known.
 */
export class Message {
  /** Bytes in their order; the lengths of submessages come in between when all is made. */
  readonly #parts: (Uint8Array | undefined)[] = [];
  /** What is still to be done, the next thing last. */
  readonly #todo: (Field | Submessage | Items)[];
  #length = 0;

  constructor(fields: readonly Field[]) {
    this.#todo = [...fields].reverse();
  }

  get isDone(): boolean {
    return this.#todo.length === 0;
  }

  /** Of all that is made; when it is done, of the message. */
  get length(): number {
    return this.#length;
  }

  make(isLate: IsLate): void {
    while (!this.isDone) {
      const field = this.#todo.pop()!;
      if (field instanceof Uint8Array) this.#push(field);
      else if (field instanceof Submessage) this.#close(field);
      else if (field instanceof Items) {
        if (this.#makeItems(field, isLate)) return;
      } else if ("fields" in field) this.#open(field.number, field.fields);
      else this.#todo.push(new Items(field.number, field.items));
    }
  }

  /** The message in chunks of about this many bytes. */
  *chunks(bytes: number): Generator<Uint8Array> {
    let gathered: Uint8Array[] = [];
    let length = 0;
    for (const part of this.#parts) {
      gathered.push(part!);
      length += part!.length;
      if (length < bytes) continue;
      yield join(gathered, length);
      gathered = [];
      length = 0;
    }
    if (length > 0) yield join(gathered, length);
  }

  #push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  /** Leaves a place for the head of a submessage and takes its fields first. */
  #open(number: number, fields: readonly Field[]): void {
    this.#todo.push(new Submessage(number, this.#parts.push(undefined) - 1, this.#length));
    for (const field of [...fields].reverse()) this.#todo.push(field);
  }

  #close({ number, place, lengthBefore }: Submessage): void {
    const head = headOf(number, this.#length - lengthBefore);
    this.#parts[place] = head;
    this.#length += head.length;
  }

  /** True if it was late before the last one. */
  #makeItems(from: Items, isLate: IsLate): boolean {
    const { number, items } = from;
    while (from.next < items.length) {
      const item = items.at(from.next++);
      this.#push(headOf(number, item.length));
      this.#push(item);
      if (!isLate()) continue;
      this.#todo.push(from);
      return true;
    }
    return false;
  }
}

/** Items of which the first few are made. */
class Items {
  readonly number: number;
  readonly items: Series<Uint8Array>;
  next = 0;

  constructor(number: number, items: Series<Uint8Array>) {
    this.number = number;
    this.items = items;
  }
}

/** A submessage that is being made. */
class Submessage {
  readonly number: number;
  readonly place: number;
  readonly lengthBefore: number;

  constructor(number: number, place: number, lengthBefore: number) {
    this.number = number;
    this.place = place;
    this.lengthBefore = lengthBefore;
  }
}

/** Tag and length of a field of bytes. */
function headOf(number: number, length: number): Uint8Array {
  const head: number[] = [];
  for (const value of [number * 8 + 2, length]) {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) head.push((rest % 128) + 128);
    head.push(rest);
  }
  return Uint8Array.from(head);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
