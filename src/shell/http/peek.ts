/**
 * Who is calling? Reads the head of the first request of a connection, up to the point where it can tell, and gives back
 * every byte it read. A connection that has not said anything yet is left alone for ever: a libprocess peer may link to us
 * long before its first message, and closing that link would tell it that we died.
 */
import type { Socket } from "node:net";
import { classifyHead } from "../../wire/v0/libprocess.ts";

/** Calls `decided` once, with the socket paused and without listeners of ours; not at all if the socket closes before. */
export function peek(
  socket: Socket,
  headTimeoutMs: number,
  decided: (caller: "message" | "request", head: Buffer) => void,
): void {
  let head: Buffer = Buffer.alloc(0);
  let timeout: NodeJS.Timeout | undefined;

  const onData = (chunk: Buffer): void => {
    timeout ??= setTimeout(() => socket.destroy(), headTimeoutMs);
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    const caller = classifyHead(head);
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
