/**
 * Who is calling? Reads the head of the first request of a connection, up to the point where it can tell, and gives back
 * every byte it read. A connection that has not said anything yet is left alone for ever: a libprocess peer may link to us
 * long before its first message, and closing that link would tell it that we died.
 */
import type { Socket } from "node:net";
import { MAX_HEADER_BYTES } from "../../model/limits.ts";

/** How long the head of a request may take, from its first byte to its last. */
export const HEAD_TIMEOUT_MS = 30_000;

export type Caller = "message" | "request";

/** Calls `decided` once, with the socket paused and without listeners of ours; not at all if the socket closes before. */
export function peek(socket: Socket, decided: (caller: Caller, head: Buffer) => void): void {
  let head: Buffer = Buffer.alloc(0);
  let timeout: NodeJS.Timeout | undefined;

  const onData = (chunk: Buffer): void => {
    timeout ??= setTimeout(() => socket.destroy(), HEAD_TIMEOUT_MS);
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    const caller = classify(head);
    if (caller === undefined) return;
    stop();
    socket.pause();
    decided(caller, head);
  };
  const stop = (): void => {
    clearTimeout(timeout);
    socket.off("data", onData);
    socket.off("end", onEnd);
    socket.off("close", stop);
  };
  const onEnd = (): void => {
    socket.destroy();
  };
  socket.on("data", onData);
  socket.on("end", onEnd);
  socket.on("close", stop);
}

/** Tells a message from a request; undefined while the head is too short to tell. */
export function classify(head: Buffer): Caller | undefined {
  const method = head.toString("latin1", 0, 5);
  if (!"POST ".startsWith(method)) return "request";
  const end = head.indexOf("\r\n\r\n");
  const headers = head.toString("latin1", 0, end === -1 ? undefined : end + 2);
  // Each header line seen so far is complete, so a match cannot be the beginning of something else.
  if (/\r\n(?:libprocess-from:|user-agent:[ \t]*libprocess\/)[^\r]*\r\n/i.test(headers)) return "message";
  return end !== -1 || head.length > MAX_HEADER_BYTES ? "request" : undefined;
}
