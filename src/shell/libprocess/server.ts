/**
 * The incoming side of the old wire: one accepted connection of a libprocess peer. Every message is answered in order, 202
 * when its actor lives here and 404 when not, and handed on. We never close such a connection while it is idle: the peer
 * would take that for our death. Only a peer that does not come to the end of a message is cut off (unfinished.ts).
 */
import type { Socket } from "node:net";
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import { acceptedResponse, refusedResponse } from "../../wire/v0/libprocess.ts";
import { LibprocessParser } from "../../wire/v0/parser.ts";
import { Unfinished } from "./unfinished.ts";

/** A message whose body is not decoded yet. */
export interface Incoming {
  readonly from: Upid;
  readonly to: string;
  readonly name: string;
  readonly body: Uint8Array;
}

export interface IncomingOptions {
  hasActor(id: string): boolean;
  /** Refuse a message whose sender claims another IP than the one it comes from (ENV-03). */
  readonly requirePeerIp: boolean;
  readonly headTimeoutMs: number;
  readonly messageTimeoutMs: number;
  deliver(incoming: Incoming): void;
}

/** Serves the connection, of which `head` has been read already, until it closes. The socket is paused when given. */
export function serveLibprocess(socket: Socket, head: Uint8Array, options: IncomingOptions): void {
  const { hasActor, deliver } = options;
  const parser = new LibprocessParser();
  const unfinished = new Unfinished(socket, options);

  const onData = (bytes: Uint8Array): void => {
    const answers: string[] = [];
    let close = false;
    for (const received of parser.push(bytes)) {
      const nowMs = Date.now();
      close = received.close;
      const forged = received.kind === "message" && options.requirePeerIp ? forgery(received.from, socket) : undefined;
      if (received.kind === "refused") answers.push(refusedResponse(nowMs, received.status, received.text));
      else if (forged !== undefined) answers.push(refusedResponse(nowMs, 400, forged));
      else if (!hasActor(received.to)) answers.push(refusedResponse(nowMs, 404, "404 Not Found."));
      else {
        deliver(received);
        answers.push(acceptedResponse(nowMs));
      }
    }
    unfinished.now(parser.heldBytes, parser.isInHead, answers.length > 0);
    if (answers.length > 0) socket.write(answers.join(""));
    if (close) socket.end();
  };

  socket.on("data", onData);
  onData(head);
  socket.resume();
}

/** Why this sender cannot be who it says it is. */
export function forgery(from: Upid, { remoteAddress = "" }: Socket): string | undefined {
  const ip = remoteAddress.replace(/^::ffff:/, "");
  if (from.host === ip) return undefined;
  return `UPID IP address validation failed: Message from ${printUpid(from)} was sent from IP ${ip}`;
}
