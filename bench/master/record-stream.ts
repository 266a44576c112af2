/** A framework's event stream: a chunked HTTP response that holds RecordIO. Records are handed on where they lie. */
import { Inbox, hexAt, lineEnd } from "./inbox.ts";

const HEAD_END = "\r\n\r\n";

export class RecordStream {
  private readonly raw = new Inbox();
  private readonly payload = new Inbox();
  private hasHead = false;
  private readonly onHead: (head: string) => void;
  private readonly onRecord: (bytes: Buffer, from: number, to: number) => void;

  constructor(onHead: (head: string) => void, onRecord: (bytes: Buffer, from: number, to: number) => void) {
    this.onHead = onHead;
    this.onRecord = onRecord;
  }

  push(chunk: Buffer): void {
    const { raw } = this;
    raw.give(chunk);
    if (!this.hasHead && !this.readHead()) return;
    while (raw.from < raw.to && this.readChunk());
  }

  private readHead(): boolean {
    const { raw } = this;
    const end = raw.bytes.indexOf(HEAD_END, raw.from);
    if (end === -1 || end + 4 > raw.to) return false;
    this.onHead(raw.bytes.toString("latin1", raw.from, end));
    raw.from = end + 4;
    this.hasHead = true;
    return true;
  }

  /** A chunk is waited for until it is whole: it is nearly always one record. */
  private readChunk(): boolean {
    const { raw, payload } = this;
    const length = hexAt(raw.bytes, raw.from, raw.to);
    const from = length === -1 ? -1 : lineEnd(raw.bytes, raw.from, raw.to);
    if (from === -1 || from + length + 2 > raw.to) return false;
    payload.give(raw.bytes.subarray(from, from + length));
    raw.from = from + length + 2;
    while (payload.from < payload.to && this.readRecord());
    return true;
  }

  private readRecord(): boolean {
    const { payload } = this;
    const { bytes } = payload;
    const from = lineEnd(bytes, payload.from, payload.to);
    if (from === -1) return false;
    let length = 0;
    for (let at = payload.from; at < from - 1; at++) length = length * 10 + bytes[at]! - 48;
    if (from + length > payload.to) return false;
    payload.from = from + length;
    this.onRecord(bytes, from, from + length);
    return true;
  }
}
