/**
 * One socket to the master. What is said in one turn of the event loop leaves in one write. Buffers go round: one that
 * has been written is filled again.
 */
import type { Socket } from "node:net";

const SIZE = 256 * 1024;
const free: Buffer[] = [];

export class Outlet {
  private readonly socket: Socket;
  private buffer: Buffer | undefined;
  private used = 0;
  private isPlanned = false;
  private readonly flush = (): void => {
    this.isPlanned = false;
    this.send();
  };

  constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
  }

  /** Room for this many bytes in `bytes` from the returned place on: fill them before anything else is said. */
  reserve(count: number): number {
    if (this.buffer !== undefined && this.used + count > this.buffer.length) this.send();
    this.buffer ??= count > SIZE ? Buffer.allocUnsafeSlow(count) : (free.pop() ?? Buffer.allocUnsafeSlow(SIZE));
    const at = this.used;
    this.used += count;
    if (!this.isPlanned) {
      this.isPlanned = true;
      setImmediate(this.flush);
    }
    return at;
  }

  get bytes(): Buffer {
    return this.buffer!;
  }

  say(message: Uint8Array): void {
    const at = this.reserve(message.length);
    this.buffer!.set(message, at);
  }

  private send(): void {
    const { buffer, used } = this;
    if (buffer === undefined || used === 0) return;
    this.buffer = undefined;
    this.used = 0;
    this.socket.write(buffer.subarray(0, used), () => {
      if (buffer.length === SIZE && free.length < 64) free.push(buffer);
    });
  }
}
