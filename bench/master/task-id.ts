/** Ids of tasks tell their framework and their number: `bench.0012.00000345`. */
import { readDigits, writeDigits } from "./template.ts";

export const TASK_ID_LENGTH = 19;
const FRAMEWORK_AT = 6;
const NUMBER_AT = 11;

export function taskIdText(framework: number, task: number): string {
  return `bench.${String(framework).padStart(4, "0")}.${String(task).padStart(8, "0")}`;
}

/** Over an id that stands there already. */
export function writeTaskId(bytes: Uint8Array, at: number, framework: number, task: number): void {
  writeDigits(bytes, at + FRAMEWORK_AT, 4, framework);
  writeDigits(bytes, at + NUMBER_AT, 8, task);
}

export function frameworkOf(bytes: Uint8Array, at: number): number {
  return readDigits(bytes, at + FRAMEWORK_AT, 4);
}

export function taskNumberOf(bytes: Uint8Array, at: number): number {
  return readDigits(bytes, at + NUMBER_AT, 8);
}
