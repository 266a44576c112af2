/** How many connections this process can take: each is a file descriptor, and the system gives it only so many. */
import { readFileSync } from "node:fs";
import { MAX_CONNECTIONS, RESERVED_DESCRIPTORS } from "../../model/limits.ts";

export function connectionsThatFit(): number {
  const descriptors = maxDescriptors();
  return Math.min(MAX_CONNECTIONS, descriptors - Math.min(RESERVED_DESCRIPTORS, Math.ceil(descriptors / 4)));
}

/** Infinity where the system does not say. */
function maxDescriptors(): number {
  try {
    return Number(/^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}
