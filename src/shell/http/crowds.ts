/** How many of one kind each address has open: none may take all there are. Who is turned away is told once a second. */
import type { Log } from "../../ports.ts";

export interface Crowds {
  /** False: there are too many from there. Otherwise call `leave` once. */
  join(address: string): boolean;
  leave(address: string): void;
}

/** `what`: connections, event streams; for the log. */
export function createCrowds(what: string, limit: number, log: Log, nowMs = () => performance.now()): Crowds {
  const sizes = new Map<string, number>();
  const told = oncePerSecond(nowMs);
  return {
    join(address) {
      const size = sizes.get(address) ?? 0;
      if (size < limit) {
        sizes.set(address, size + 1);
        return true;
      }
      told((times) => log.warn({ peer: address, limit, times }, `Too many ${what} from one address: more are turned away`));
      return false;
    },
    leave(address) {
      const left = (sizes.get(address) ?? 1) - 1;
      if (left === 0) sizes.delete(address);
      else sizes.set(address, left);
    },
  };
}

/** Whoever floods us shall not flood the log: says how often it happened since it was told last. */
export function oncePerSecond(nowMs = () => performance.now()): (tell: (times: number) => void) => void {
  let [toldAtMs, times] = [-Infinity, 0];
  return (tell) => {
    times++;
    if (nowMs() - toldAtMs < 1_000) return;
    tell(times);
    [toldAtMs, times] = [nowMs(), 0];
  };
}
