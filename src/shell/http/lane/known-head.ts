/**
 * The head of a client's last call. Its next one has the same, byte for byte, apart from the digits of the length: then
 * nothing needs to be read a second time.
 *
 *     POST … Content-Length: | 1234 | \r\n … \r\n\r\n
 *     before                   digits  behind
 */
import { MAX_REQUEST_BODY_BYTES } from "../../../model/limits.ts";
import type { CallHead } from "./head.ts";

const [ZERO, NINE] = [0x30, 0x39];

export class KnownHead {
  readonly #bytes: Buffer;
  readonly #digitsEnd: number;
  #head: CallHead;

  /** `head` was read of `bytes` at `at`. */
  constructor(bytes: Buffer, at: number, head: CallHead) {
    // A copy: a view would keep everything that came with it.
    this.#bytes = Buffer.from(bytes.subarray(at, at + head.size));
    this.#digitsEnd = head.digitsAt + String(head.length).length;
    this.#head = head;
  }

  /** The head that begins at `at` if it is this one with any length, and all there; undefined: read it. */
  read(bytes: Buffer, at: number): CallHead | undefined {
    const { digitsAt } = this.#head;
    const from = at + digitsAt;
    if (from >= bytes.length || bytes.compare(this.#bytes, 0, digitsAt, at, from) !== 0) return undefined;
    let length = 0;
    let end = from;
    for (let digit = bytes[end]!; digit >= ZERO && digit <= NINE; digit = bytes[++end]!) {
      length = length * 10 + digit - ZERO;
      if (length > MAX_REQUEST_BODY_BYTES) return undefined;
    }
    // None at all, or one too many: a zero in front.
    if (end - from !== String(length).length) return undefined;
    const behind = this.#bytes.length - this.#digitsEnd;
    if (end + behind > bytes.length) return undefined;
    if (bytes.compare(this.#bytes, this.#digitsEnd, this.#bytes.length, end, end + behind) !== 0) return undefined;
    if (length !== this.#head.length) {
      const { path, headers } = this.#head;
      const size = end + behind - at;
      this.#head = { path, headers: { ...headers, "content-length": String(length) }, size, length, digitsAt };
    }
    return this.#head;
  }
}
