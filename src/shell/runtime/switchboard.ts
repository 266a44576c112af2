/**
 * Input and output of containers that somebody talks with (AGF-65): pipes instead of files. Of their output nothing is
 * read before the first has attached, so nothing is lost; from then on what nobody is attached for is gone.
 */
import type { ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/** Output that nobody has asked for so long after the end of its container is thrown away. */
const UNHEARD_MS = 60_000;

interface Listener {
  heard(from: "STDOUT" | "STDERR", bytes: Uint8Array): void;
  /** All output has been heard. Called once. */
  ended(): void;
}

interface Line {
  readonly input: Writable;
  readonly outputs: readonly (readonly ["STDOUT" | "STDERR", Readable])[];
  readonly listeners: Set<Listener>;
  /** Output that is not at its end. */
  open: number;
  isHeard: boolean;
}

export interface Switchboard {
  /** The pipes of a container's first process; they are forgotten at the end of its output. */
  connect(containerId: string, child: ChildProcess): void;
  has(containerId: string): boolean;
  /** Returns how to stop. Ended at once for a container whose pipes are not here. */
  listen(containerId: string, listener: Listener): () => void;
  /** Rejects when nobody reads it. Nothing is the end of the input. */
  write(containerId: string, bytes: Uint8Array): Promise<void>;
}

/** Node throws away what nobody reads of a process that has ended, unless somebody says he will. */
const hold = (): void => {};

export function createSwitchboard(): Switchboard {
  const lines = new Map<string, Line>();

  const hear = (containerId: string, line: Line): void => {
    if (line.isHeard) return;
    line.isHeard = true;
    for (const [from, output] of line.outputs) {
      output.off("readable", hold);
      output.on("data", (bytes: Buffer) => line.listeners.forEach((listener) => listener.heard(from, bytes)));
      output.once("close", () => {
        if (--line.open > 0) return;
        lines.delete(containerId);
        line.listeners.forEach((listener) => listener.ended());
      });
      output.resume();
    }
  };

  return {
    connect(containerId, child) {
      const outputs = [["STDOUT", child.stdout!], ["STDERR", child.stderr!]] as const;
      const line: Line = { input: child.stdin!, outputs, listeners: new Set(), open: outputs.length, isHeard: false };
      lines.set(containerId, line);
      for (const [, output] of outputs) output.on("readable", hold);
      // Who writes hears of it.
      line.input.on("error", () => {});
      child.once("exit", () => void setTimeout(() => hear(containerId, line), UNHEARD_MS).unref());
    },
    has: (containerId) => lines.has(containerId),
    listen(containerId, listener) {
      const line = lines.get(containerId);
      if (line === undefined) {
        listener.ended();
        return () => {};
      }
      line.listeners.add(listener);
      hear(containerId, line);
      return () => void line.listeners.delete(listener);
    },
    write: (containerId, bytes) => new Promise((resolve, reject) => {
      const input = lines.get(containerId)?.input;
      if (input === undefined || input.destroyed || input.writableEnded) {
        return bytes.length === 0 ? resolve() : reject(new Error("Bad file descriptor"));
      }
      if (bytes.length === 0) return void input.end(() => resolve());
      input.write(bytes, (error) => (error == null ? resolve() : reject(error)));
    }),
  };
}
