/** Numbers and names as people read them. */
import { format } from "../harness.ts";
import type { Machine } from "../harness.ts";

export function withUnit(value: number, unit: string): string {
  if (unit === "x") return `${format(value)}×`;
  if (unit === "%") return `${format(value)} %`;
  const text = value >= 1_000 ? Math.round(value).toLocaleString("en") : format(value);
  return unit.startsWith("/") ? `${text}${unit}` : `${text} ${unit}`;
}

export function machineText({ cores, cpu, memoryGb, node }: Machine): string {
  return `${cores} cores of ${cpu}, ${memoryGb} GiB, Node ${node.replace(/^v/, "")}`;
}

export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);
}

/** `M1a` belongs to `M1`. */
export function suiteOf(id: string): "master" | "allocator" {
  return id.startsWith("A") ? "allocator" : "master";
}
