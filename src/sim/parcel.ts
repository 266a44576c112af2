/**
 * A libprocess message between two hosts, as bytes and back, as on a real wire. One that goes to many is written, read and
 * packed once: whoever speaks next is remembered here, once for the whole world, for ten thousand senders have ten thousand
 * last words.
 */
import { sameUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import { decodeMessage, encodeMessage } from "../wire/v0/messages.ts";
import type { Message } from "../wire/v0/messages.ts";
import { CHECKS } from "./checkers/names.ts";
import type { World } from "./world.ts";

/** A message on its way. */
export interface Parcel {
  readonly kind: "parcel";
  readonly from: Upid;
  readonly to: string;
  readonly message: Message;
}

export class Packer {
  private readonly world: World;
  private sent: Message | undefined;
  private parcel: Parcel | undefined;
  private bytes: Uint8Array | undefined;
  private read: Message | undefined;

  constructor(world: World) {
    this.world = world;
  }

  /** `sender`: its host's name, for people. */
  pack(sender: string, from: Upid, to: string, message: Message): Parcel {
    const { parcel: last, sent } = this;
    if (last !== undefined && sent === message && last.to === to && sameUpid(last.from, from)) return last;
    this.sent = message;
    return (this.parcel = { kind: "parcel", from, to, message: this.world.bytes ? this.throughBytes(sender, message) : message });
  }

  private throughBytes(sender: string, message: Message): Message {
    const bytes = encodeMessage(message);
    if (bytes === this.bytes && this.read?.name === message.name) return this.read;
    const decoded = decodeMessage(message.name, bytes);
    if (decoded?.ok === true) {
      this.bytes = bytes;
      this.read = decoded.value;
      return decoded.value;
    }
    this.world.violate(CHECKS.codec, `${sender} sends a ${message.name} that nobody can read: ${decoded?.error ?? ""}`);
    return message;
  }
}
