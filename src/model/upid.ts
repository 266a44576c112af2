import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { solid } from "./solid.ts";

/**
 * The address of an actor in a process, `id@host:port` (wire-v0.md 1): IPv4 or a name, never IPv6. As a key of an index
 * use the text, `printUpid`.
 */
export interface Upid {
  readonly id: string;
  readonly host: string;
  readonly port: number;
}

/** Stands where an address is demanded and there is none, such as the pid of an HTTP framework: `@0.0.0.0:0`. */
export const NO_UPID: Upid = { id: "", host: "0.0.0.0", port: 0 };

export function printUpid({ id, host, port }: Upid): string {
  return `${id}@${host}:${port}`;
}

/** The same text for an index to keep. */
export function upidKey({ id, host, port }: Upid): string {
  return solid(id, "@", host, ":", port);
}

export function sameUpid(left: Upid, right: Upid): boolean {
  return left.port === right.port && left.host === right.host && left.id === right.id;
}

/** Splits at the first `@` and the first `:` after it; the port is a decimal number up to 65535. */
export function parseUpid(text: string): Result<Upid> {
  const [, id, host, port] = /^([^@\s]*)@([^@:\s]+):(\d{1,5})$/.exec(text.trim()) ?? [];
  if (id === undefined || host === undefined || Number(port) > 65535) {
    return err(`Invalid UPID '${text}': expected id@host:port`);
  }
  return ok({ id, host, port: Number(port) });
}
